import { anchor } from '@/lib/core/anchoring/selectors';
import type { CorpusAnnotation } from '@/lib/core/corpus/corpus';
import { type CorpusPassage, type CountedText, corpusPassage } from '@/lib/core/corpus/corpus-range';
import { openingMethod, openingPassage } from './opening-passage';

export type PlacedPassage = CorpusPassage & { anchor: CorpusAnnotation['anchor'] };

/** What is known of a place before it is found in a text: its position in code points, and its words. */
export type SoughtPassage = Omit<PlacedPassage, 'start' | 'end'>;

/**
 * Where an annotation stands in a text, by its position in code points and its quote: where they agree, there; else where
 * the quote is found once, with its context or without; else, what is about all of the text, on its first words. Null:
 * nowhere for sure, and then it is put nowhere.
 * Takes time linear in the text, but where position and quote agree.
 */
export function placePassage(text: CountedText, sought: SoughtPassage): PlacedPassage | null {
  const { startPoint, endPoint, quote } = sought;
  const range = { start: text.points.toUtf16(startPoint), end: text.points.toUtf16(endPoint) };
  const isThere = range.end > range.start && range.end <= text.text.length;
  const found = text.text.slice(range.start, range.end);
  if (isThere && found.trim() !== '' && (quote === '' || found === quote.normalize()))
    return { ...corpusPassage(text, range), anchor: sought.anchor };
  return byQuote(text, sought) ?? byOpening(text, sought);
}

function byQuote(text: CountedText, { quote, prefix, suffix }: SoughtPassage): PlacedPassage | null {
  if (quote.trim() === '') return null;
  const exact = { type: 'TextQuoteSelector', exact: quote } as const;
  const tries = [
    { selector: { ...exact, prefix, suffix }, confidence: 1 },
    { selector: exact, confidence: 0.9 },
  ];
  for (const { selector, confidence } of tries) {
    const place = anchor(text.text, [selector], text.points);
    if ('range' in place)
      return {
        ...corpusPassage(text, place.range),
        anchor: { state: 'anchored', method: 'quote', confidence },
      };
  }
  return null;
}

/** What is about the whole text is so of every rendition of it. */
const byOpening = (text: CountedText, { anchor }: SoughtPassage): PlacedPassage | null =>
  anchor.method === openingMethod ? { ...openingPassage(text), anchor } : null;

/** Why an annotation has no place in a text, as a sentence. */
export function whyNowhere({ text, points }: CountedText, { quote }: SoughtPassage): string {
  const place = anchor(text, [{ type: 'TextQuoteSelector', exact: quote }], points);
  if ('problem' in place && place.problem.reason === 'ambiguous')
    return `Its words stand in the text ${place.problem.count} times.`;
  return quote.trim() === '' ? 'It names no words.' : 'Its words are not in the text.';
}
