import type { CSSProperties } from 'react';
import type { Settings } from '@/lib/core/api/account';

/** Holds a visitor's settings, so that the server can render with them and nothing flashes. */
export const settingsCookie = 'reading';

/** What the settings say about type, as properties that reader.css reads; an absent one leaves the default. */
export function readingStyle({ fontSize, lineHeight, measure, font }: Settings): CSSProperties {
  return {
    ...(fontSize && { '--read-size': `${fontSize / 16}rem` }),
    ...(lineHeight && { '--read-leading': lineHeight }),
    ...(measure && { '--read-measure': `${measure}ch` }),
    ...(font && { '--read-family': `var(--read-${font})` }),
  } as CSSProperties;
}

/** Makes the whole page follow the theme, and remembers settings where the next page can see them. */
export function keepSettings(settings: Settings): void {
  const { theme = 'auto' } = settings;
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  keepCookie('theme', theme);
  keepCookie(settingsCookie, JSON.stringify(settings));
}

function keepCookie(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax`;
}
