/**
 * The words that each version marked, from now on back; nothing where they were always the same. An old revision may not
 * know them: then they are those of the version after it.
 */
export function markedWords(
  now: string | null,
  revisions: readonly { quote: string | null }[],
): (string | null)[] {
  const words = [now];
  for (const { quote } of revisions) words.push(quote ?? words.at(-1) ?? null);
  return words.every((one) => one === now) ? [] : words;
}
