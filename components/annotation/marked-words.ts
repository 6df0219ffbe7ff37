import { shortQuote } from '@/lib/core/annotation/short-quote';

/**
 * The words that each version marked, from now on back, as revisions tell them: cut where they are long. Nothing where they
 * were always the same. An old revision may not know them: then they are those of the version after it.
 */
export function markedWords(
  whole: string | null,
  revisions: readonly { quote: string | null }[],
): (string | null)[] {
  const now = whole === null ? null : shortQuote(whole);
  const words = [now];
  for (const { quote } of revisions) words.push(quote ?? words.at(-1) ?? null);
  return words.every((one) => one === now) ? [] : words;
}
