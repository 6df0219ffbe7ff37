import type { RelationType } from '@/lib/core/api/card-schemas';
import { grouped } from './grouped';

/** An arrow as far as an outline follows it. */
export interface OutlineArrow {
  id: string;
  type: RelationType;
  from: string;
  /** Null when it undercuts a relation. */
  to: string | null;
  toRelation: string | null;
  load: number | null;
}

export interface OutlineEntry<Arrow extends OutlineArrow> {
  /** Id. */
  card: string;
  /** The arrow by which it hangs on the entry above; null at the top. */
  by: Arrow | null;
  /** What bears on it, or undercuts the arrow: the strongest first. */
  below: OutlineEntry<Arrow>[];
  /** What bears on it stands at an earlier entry. */
  isRepeated: boolean;
}

export interface CardOutline<Arrow extends OutlineArrow> {
  /** From the questions down to what bears on them. */
  related: OutlineEntry<Arrow>[];
  /** Ids of cards without an arrow. */
  alone: string[];
}

/**
 * The map as a nested list: at the top the root questions and whatever bears on nothing else, below each card what
 * bears on it. A card that bears on several stands below each of them, with what bears on it below the first. Where
 * arrows run in a circle with nothing above it, its first card stands at the top. `cards` in order of weight.
 */
export function cardOutline<Arrow extends OutlineArrow>(
  cards: readonly { id: string; root: boolean }[],
  arrows: readonly Arrow[],
): CardOutline<Arrow> {
  const place = new Map(cards.map(({ id }, i) => [id, i]));
  const weight = (a: Arrow, b: Arrow) =>
    (b.load ?? -1) - (a.load ?? -1) || place.get(a.from)! - place.get(b.from)!;
  const sorted = arrows.filter(({ from }) => place.has(from)).sort(weight);
  const opened = new Set<string>();
  const onCards = grouped(sorted, ({ to }) => to ?? '');
  const onArrows = grouped(sorted, ({ toRelation }) => toRelation ?? '');

  function entry(card: string, by: Arrow | null): OutlineEntry<Arrow> {
    const isFirst = !opened.has(card);
    const onIt = onCards.get(card) ?? [];
    opened.add(card);
    const against = by ? (onArrows.get(by.id) ?? []) : [];
    const below = [...against, ...(isFirst ? onIt : [])].map((arrow) => entry(arrow.from, arrow));
    return { card, by, below, isRepeated: !isFirst && onIt.length > 0 };
  }

  const ends = new Set(sorted.flatMap(({ from, to }) => (to === null ? [from] : [from, to])));
  const bears = new Set(sorted.map(({ from }) => from));
  const isTop = ({ id, root }: { id: string; root: boolean }) => root || !bears.has(id);
  const known = cards.filter(({ id }) => ends.has(id));
  const tops = [...known.filter(({ root }) => root), ...known.filter((card) => !card.root && isTop(card))];
  const related = tops.map(({ id }) => entry(id, null));
  for (const { id } of known) if (!opened.has(id)) related.push(entry(id, null));
  return { related, alone: cards.filter(({ id }) => !ends.has(id)).map(({ id }) => id) };
}
