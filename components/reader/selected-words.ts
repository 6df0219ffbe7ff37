import { wordsIn } from '@/lib/core/anchoring/graphemes';

/** What is said of selected text: "Selected: first … last words, 14 words". */
export function selectedWords(quote: string, language: string): string {
  const words = wordsIn(quote, language);
  const [head, tail] = [words[3], words.at(-3)];
  const isLong = head && tail && words.length > 8;
  const excerpt = isLong ? `${quote.slice(0, head.end)} … ${quote.slice(tail.start)}` : quote;
  return `Selected: ${excerpt}, ${words.length === 1 ? '1 word' : `${words.length} words`}`;
}
