import { describe, expect, test } from 'vitest';
import type { CorpusAnnotation } from '@/lib/core/corpus/corpus';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { countedText } from '@/lib/core/corpus/corpus-range';
import { placePassage, whyNowhere } from './place-passage';

const text = countedText('A fox 🦊 sat.\n\nA dog sat. The end of the fox, قال الباحث.');
const any = corpusRecords.find((one): one is CorpusAnnotation => one.kind === 'annotation')!;
const place = (rest: Partial<CorpusAnnotation>) =>
  placePassage(text, { ...any, prefix: '', suffix: '', ...rest });
const given = { state: 'anchored', method: 'fuzzy', confidence: 0.4 };

describe('a passage is placed', () => {
  test('where position and quote agree, as sure as it was, in both units', () => {
    const placed = place({ quote: 'dog', startPoint: 16, endPoint: 19, anchor: given });
    expect(placed).toMatchObject({
      start: 17,
      end: 20,
      startPoint: 16,
      endPoint: 19,
      quote: 'dog',
      anchor: given,
    });
  });

  test('by its position, when it has no quote', () => {
    expect(place({ quote: '', startPoint: 6, endPoint: 7 })?.quote).toBe('🦊');
  });

  test.each([
    ['by a quote that stands once', { quote: 'The end' }, 0.9, 'The end'],
    ['by quote and context', { quote: 'sat', prefix: 'A dog ', suffix: '. The' }, 1, 'sat'],
    ['in spite of other white space', { quote: 'sat. A dog' }, 0.9, 'sat.\n\nA dog'],
    ['right to left', { quote: 'قال' }, 0.9, 'قال'],
  ])('%s, when the position says something else', (_, rest, confidence, quote) => {
    const placed = place({ startPoint: 0, endPoint: 3, ...rest });
    expect(placed).toMatchObject({ quote, anchor: { method: 'quote' } });
    expect(placed?.anchor.confidence).toBeGreaterThanOrEqual(confidence);
  });

  test('on the first words, when it is about all of a text and stood on others', () => {
    const anchor = { state: 'anchored', method: 'opening', confidence: 1 };
    expect(place({ quote: 'Preface.', anchor })).toMatchObject({ quote: 'A fox 🦊 sat.', start: 0, anchor });
    expect(place({ quote: 'The end', anchor })).toMatchObject({ quote: 'The end' });
  });

  test.each([
    ['words that stand twice', { quote: 'sat' }],
    ['words that are not there', { quote: 'cat' }],
    ['no words, and a position behind the end', { quote: '', startPoint: 60, endPoint: 90 }],
    ['no words, and an empty position', { quote: '', startPoint: 2, endPoint: 2 }],
    ['white space', { quote: ' ', startPoint: 1, endPoint: 2 }],
  ])('nowhere with %s', (_, rest) => {
    expect(place({ startPoint: 0, endPoint: 3, ...rest })).toBeNull();
  });
});

test.each([
  ['stand twice', 'sat', 'Its words stand in the text 2 times.'],
  ['are not there', 'cat', 'Its words are not in the text.'],
  ['are none', ' ', 'It names no words.'],
])('words that %s say so', (_, quote, reason) => {
  expect(whyNowhere(text, { ...any, quote })).toBe(reason);
});
