import type { Settings } from '@/lib/core/api/account';
import { keepCookie } from './keep-cookie';

export type Theme = NonNullable<Settings['theme']>;

export const themeNames = {
  auto: 'Auto',
  light: 'Light',
  sepia: 'Sepia',
  dark: 'Dark',
  contrast: 'Contrast',
} as const satisfies Record<Theme, string>;

/** What the page wears now. */
export const themeNow = () => (document.documentElement.dataset.theme ?? 'auto') as Theme;

/** Tells when the page changes its theme, whoever changed it; returns how to stop listening. */
export function watchTheme(listen: () => void): () => void {
  const observer = new MutationObserver(listen);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

/** Makes the whole page follow the theme, and remembers it where the next page can see it. */
export function keepTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  keepCookie('theme', theme);
}
