import { type CorpusPassage, type CountedText, corpusPassage } from '@/lib/core/corpus/corpus-range';
import { openingWords } from '@/lib/core/essay/opening-words';

/** Method of an anchor on the first words of a text, which stand for all of it. */
export const openingMethod = 'opening';

/** Longest beginning that stands for a whole text, in UTF-16 code units. */
const longest = 80;

/** The first words of a text: what is about all of it stands there. */
export function openingPassage(text: CountedText): CorpusPassage {
  const words = openingWords(text.text, longest).replace(/…$/, '');
  const start = Math.max(0, text.text.indexOf(words));
  return corpusPassage(text, { start, end: start + words.length });
}
