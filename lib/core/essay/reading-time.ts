const wordsPerMinute = 230;
const word =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.-][\p{L}\p{N}\p{M}]+)*/gu;

/** Number of words; in scripts written without spaces each character counts. */
export function wordCount(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(word)) count++;
  return count;
}

/** How long that many words take to read (230 a minute: Brysbaert 2019, 238 for non-fiction), such as "6 min" or "3 h". */
export function readingTime(words: number): string {
  const minutes = Math.max(1, Math.round(words / wordsPerMinute));
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
