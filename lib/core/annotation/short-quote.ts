/**
 * The words of a passage where there may be many: of long ones both ends, for either may be what was moved. `ofEnd`: UTF-16 code
 * units that are shown of each.
 */
export function shortQuote(words: string, ofEnd = 200): string {
  if (words.length <= 2 * ofEnd) return words;
  // No half of a character.
  const head = words.slice(0, ofEnd).replace(/[\ud800-\udbff]$/, '');
  const tail = words.slice(-ofEnd).replace(/^[\udc00-\udfff]/, '');
  return `${head} … ${tail}`;
}
