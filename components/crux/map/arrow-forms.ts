import type { RelationType } from '@/lib/core/api/card-schemas';

/** How an arrow looks: its line, its head and its word each say what it is, so that none needs the colour. */
export interface ArrowForm {
  word: string;
  colour: string;
  /** SVG stroke-dasharray. */
  dash?: string;
  /** Outline of the head in a square of 10, its tip at 10,5. */
  head: string;
  /** The head is drawn, not filled. */
  isOpen?: true;
}

const triangle = 'M0 0L10 5L0 10Z';

export const arrowForms: Record<RelationType, ArrowForm> = {
  supports: { word: 'supports', colour: 'var(--ink-2)', head: triangle },
  attacks: { word: 'attacks', colour: 'var(--danger)', head: 'M9 0V10', isOpen: true },
  undercuts: {
    word: 'undercuts',
    colour: 'var(--danger)',
    dash: '2 4',
    head: 'M2 1L10 9M10 1L2 9',
    isOpen: true,
  },
  'crux-for': { word: 'crux for', colour: 'var(--accent)', head: 'M0 5L5 0L10 5L5 10Z' },
  'leads-to': { word: 'leads to', colour: 'var(--ink-2)', dash: '9 5', head: 'M2 0L9 5L2 10', isOpen: true },
  mitigates: {
    word: 'mitigates',
    colour: 'var(--danger)',
    dash: '9 4 2 4',
    head: 'M1 5a4 4 0 1 0 8 0a4 4 0 1 0 -8 0',
    isOpen: true,
  },
};

/** As wide as much rests on it, in the unit of the map; a hair where nobody has said. */
export const arrowWidth = (load: number | null): number => (load === null ? 1.5 : 1.5 + 12 * load);
