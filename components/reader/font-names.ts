import type { Settings } from '@/lib/core/api/account';

type Font = NonNullable<Settings['font']>;

export const fontNames = {
  serif: 'Serif',
  sans: 'Sans',
  hyperlegible: 'Hyperlegible',
  system: 'System',
} as const satisfies Record<Font, string>;
