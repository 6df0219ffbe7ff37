/** A card's statement is at most so long, in UTF-16 code units. */
export const longestStatement = 280;

interface Said {
  /** Comment as plain text; null where a passage was only marked. */
  comment: string | null;
  /** The words of the passage. */
  quote: string | null;
  /** BCP 47, of the essay. */
  language?: string;
}

/**
 * What a card made from a note would say: the first sentence of the comment, else the passage when it is short enough,
 * else the passage's first sentence. At most `longestStatement`, in whole words where there are any, on one line; empty when nothing was said.
 */
export function statementFrom({ comment, quote, language }: Said): string {
  const passage = oneLine(quote ?? '');
  const words = firstSentence(comment ?? '', language);
  if (words) return shortened(words, language);
  return passage.length <= longestStatement ? passage : shortened(firstSentence(passage, language), language);
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Of the first line that says something: a list or a second paragraph is no part of a sentence. */
function firstSentence(text: string, language: string | undefined): string {
  const line = text.split('\n').find((one) => one.trim()) ?? '';
  const [first] = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(oneLine(line));
  return first?.segment.trim() ?? '';
}

function shortened(text: string, language: string | undefined): string {
  if (text.length <= longestStatement) return text;
  const endsOf = (granularity: 'word' | 'grapheme') =>
    [...new Intl.Segmenter(language, { granularity }).segment(text)].map(({ index }) => index);
  const fitting = (ends: number[]) => ends.findLast((end) => end < longestStatement) || null;
  return `${text.slice(0, fitting(endsOf('word')) ?? fitting(endsOf('grapheme')) ?? 0).trimEnd()}…`;
}
