'use client';

import { useSyncExternalStore } from 'react';
import { api } from '@/components/api-client';
import { Choices } from './choices';
import { keepTheme, type Theme, themeNames, themeNow, watchTheme } from './theme';

/** The theme of this browser; a member's account remembers it, too. */
export function ThemeChoice({ isMember }: { isMember: boolean }) {
  const theme = useSyncExternalStore(watchTheme, themeNow, () => 'auto' as const);
  const change = (chosen: Theme) => {
    keepTheme(chosen);
    // The page wears it already; an account that missed it is told by the next change.
    if (isMember) api('PATCH /me', { body: { settings: { theme: chosen } } }).catch(() => {});
  };
  return <Choices legend="Theme" options={themeNames} value={theme} onChange={change} />;
}
