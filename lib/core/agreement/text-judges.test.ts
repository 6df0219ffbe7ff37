import { describe, expect, test } from 'vitest';
import { agreementFigures } from './agreement-figures';
import type { AnnotatedText } from './annotated-text';
import { sumsSize, textSums } from './text-sums';

const tags = ['claim', 'crux'];
const span = (start: number, end: number, tag: string) => ({ start, end, tags: [tag] });
const figuresOf = (text: AnnotatedText) => agreementFigures([textSums(text, tags)]);
const of = (text: AnnotatedText, tag: string | null) => figuresOf(text).tags.find((one) => one.tag === tag)!;

const text: AnnotatedText = {
  length: 100,
  annotators: [
    { id: 'ann', spans: [span(0, 10, 'crux'), span(20, 30, 'claim')] },
    { id: 'ben', spans: [span(0, 10, 'crux'), span(25, 40, 'claim')] },
  ],
};

describe('figures', () => {
  test('who looked for one tag is a judge of that tag, and missing for everything else', () => {
    const looks = (...found: { id: string; lookedFor?: string[] }[]) => ({
      ...text,
      annotators: [...text.annotators.slice(0, 2), ...found.map((one) => ({ ...one, spans: [] }))],
    });
    const [without, partly, wholly] = [
      looks(),
      looks({ id: 'cy', lookedFor: ['crux'] }),
      looks({ id: 'cy' }),
    ];
    // (k)uα takes all tags together, so that only those count who judged by all.
    const { valueAlpha: _, ...byCrux } = of(partly, 'crux');
    expect(of(wholly, 'crux')).toMatchObject(byCrux);
    for (const tag of [null, 'claim']) expect(of(partly, tag)).toEqual(of(without, tag));
    expect(figuresOf(partly).tagged).toEqual(figuresOf(without).tagged);
    expect(figuresOf(partly)).toMatchObject({ annotators: 3, texts: 1 });
  });

  test('a text that two judged by one tag counts for that tag alone', () => {
    const one = {
      ...text,
      annotators: [text.annotators[0]!, { id: 'cy', lookedFor: ['crux'], spans: [] }],
    };
    expect(figuresOf(one)).toMatchObject({ annotators: 2, texts: 1, tokens: 100 });
    expect(of(one, 'crux').exact).toMatchObject({ value: 0, n: 1 });
    expect(of(one, 'crux').valueAlpha.because).toBe('not-looked-for');
    expect(of(one, 'claim').alpha.because).toBe('not-looked-for');
    expect(of(one, 'claim').passages).toBe(0);
    expect(figuresOf(one).tagged.units.because).toBe('not-looked-for');
  });

  test('are made of sums that do not grow with the spans', () => {
    const of = (spans: number) => ({
      length: 10 * spans,
      annotators: ['ann', 'ben', 'cy'].map((id) => ({
        id,
        spans: Array.from({ length: spans }, (_, i) => span(10 * i, 10 * i + 5, tags[i % 2]!)),
      })),
    });
    expect(sumsSize(textSums(of(2_000), tags))).toBe(sumsSize(textSums(of(20), tags)));
  });
});
