/**
 * The words that each version marked, from now on back; nothing where they were always the same. A revision knows them
 * where the annotation was moved from them.
 */
export function markedWords(
  now: string | null,
  revisions: readonly { quote: string | null }[],
): (string | null)[] {
  if (revisions.every(({ quote }) => quote === null)) return [];
  const words = [now];
  for (const { quote } of revisions) words.push(quote ?? words.at(-1) ?? null);
  return words;
}
