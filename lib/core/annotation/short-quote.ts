/** UTF-16 code units that are shown of either end of a long passage. */
const shownOfEnd = 200;

/** The words of a passage where there may be many: of long ones both ends, for either may be what was moved. */
export function shortQuote(words: string): string {
  if (words.length <= 2 * shownOfEnd) return words;
  const [head, tail] = [words.slice(0, shownOfEnd), words.slice(-shownOfEnd)];
  return `${head.toWellFormed()} … ${tail.toWellFormed()}`;
}
