interface Arrow {
  id: string;
  to: string | null;
  toRelation: string | null;
}

/** The arrows of which both ends come: cards that are there, and relations that come themselves. */
export function closedRelations<T extends Arrow>(relations: readonly T[], cards: ReadonlySet<string>): T[] {
  let kept = relations.filter(({ to }) => to === null || cards.has(to));
  for (let before = -1; before !== kept.length; ) {
    before = kept.length;
    const there = new Set(kept.map(({ id }) => id));
    kept = kept.filter(({ toRelation }) => toRelation === null || there.has(toRelation));
  }
  return kept;
}
