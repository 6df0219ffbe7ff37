import { isFew } from '@/components/crux/figure';
import type { CardKind, CardStatus } from '@/lib/core/api/card-schemas';
import type { ListedCard } from '@/lib/core/api/cards';
import { summariseCredences } from '@/lib/core/crux/contested';
import { statusNames } from '@/lib/core/crux/status-names';

/** A card as the map draws it. */
export interface MapCard {
  id: string;
  number: number;
  kind: CardKind;
  statement: string;
  root: boolean;
  /** What members believe, in percent; null where the viewer may not know, or too few have answered to say. */
  belief: { mean: number; spread: number } | null;
  /** The belief in words, or why there is none. */
  words: string;
}

const settled: ReadonlySet<CardStatus> = new Set(['resolved-true', 'resolved-false', 'dissolved']);

export function mapCard({ id, number, kind, statement, status, root, credences }: ListedCard): MapCard {
  const { n, mean, spread } = summariseCredences(credences ?? []);
  const belief = mean === null || spread === null || isFew(n) ? null : { mean, spread };
  const answers = n === 1 ? '1 answer' : `${n} answers`;
  const said = belief
    ? `${Math.round(belief.mean)} % ± ${Math.round(belief.spread)}, ${answers}`
    : credences === null
      ? 'answer first'
      : n === 0
        ? 'no answers'
        : `too few answers (${n})`;
  const words = settled.has(status) ? `${statusNames[status]}, ${said}` : said;
  return { id, number, kind, statement, root, belief, words };
}
