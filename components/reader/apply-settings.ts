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
