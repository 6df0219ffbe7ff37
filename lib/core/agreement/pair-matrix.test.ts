import { expect, test } from 'vitest';
import type { AnnotatedText } from './annotated-text';
import { comparingPairs, mostMarking, pairMatrix } from './pair-matrix';
import { textSums } from './text-sums';

const tags = ['claim', 'crux'];
const span = (start: number, end: number, tag: string) => ({ start, end, tags: [tag] });
const ann = { id: 'ann', spans: [span(0, 5, 'claim'), span(10, 12, 'claim')] };
const ben = { id: 'ben', spans: [span(0, 5, 'claim')] };

function matrixOf(texts: readonly AnnotatedText[], tag: string | null, limit = 40) {
  const most = mostMarking(
    texts.map((text) => textSums(text, tags).tags.get(tag)!),
    limit,
  );
  const compared = texts.map((text) => {
    const steps = comparingPairs(text, tag);
    let step = steps.next();
    while (!step.done) step = steps.next();
    return step.value;
  });
  return pairMatrix(most, compared);
}

test('pairs are of those who marked most, over all texts that both judged', () => {
  const texts = [
    { length: 20, annotators: [ben, ann] },
    {
      length: 10,
      annotators: [
        { ...ann, spans: [] },
        { id: 'cy', spans: [span(0, 1, 'crux')] },
      ],
    },
    {
      length: 10,
      annotators: [
        { ...ben, spans: [] },
        { ...ann, spans: [span(0, 5, 'claim')] },
      ],
    },
  ];
  const { people, more, pairs } = matrixOf(texts, null);
  expect([people, more]).toEqual([['ann', 'ben', 'cy'], 0]);
  expect(pairs.map(({ one, other, tokens, passages }) => [one, other, tokens, passages])).toEqual([
    [0, 1, 30, 4],
    [0, 2, 10, 1],
    [1, 2, 0, 0],
  ]);
  expect(pairs[0]?.exact.value).toBeCloseTo(0.5, 12);
  expect(pairs[2]?.alpha.because).toBe('nothing-shared');
  expect(matrixOf(texts, null, 1)).toEqual({ people: ['ann'], more: 2, pairs: [] });
});

test('whoever looked for another tag is no half of a pair', () => {
  const text = { length: 20, annotators: [ann, { id: 'cy', lookedFor: ['crux'], spans: [] }] };
  const other = { length: 20, annotators: [ben, { id: 'cy', spans: [span(0, 5, 'claim')] }] };
  const [pair] = matrixOf([text, other], 'claim').pairs.filter(({ one, other }) => one === 0 && other === 2);
  expect(pair).toMatchObject({ tokens: 0, alpha: { because: 'nothing-shared' } });
});
