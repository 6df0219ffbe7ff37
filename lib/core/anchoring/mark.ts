import type { TextRange } from './selectors';

/** A text and a range in it for tests, written as one string: `mark('The [cat] sat.')`. */
export function mark(marked: string): { text: string; range: TextRange } {
  const start = marked.indexOf('[');
  const end = marked.lastIndexOf(']') - 1;
  return {
    text: marked.slice(0, start) + marked.slice(start + 1, end + 1) + marked.slice(end + 2),
    range: { start, end },
  };
}
