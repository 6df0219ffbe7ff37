import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementFigures } from './agreement-figures';
import type { AnnotatedText } from './annotated-text';
import { cohenKappa } from './cohen-kappa';
import { compareMarks, pairAlpha, tokenTable } from './compare-marks';
import { countItems } from './counted-items';
import { krippendorffAlpha } from './krippendorff-alpha';
import { marksOf } from './marks';
import { spanF1 } from './span-f1';
import { taggedUnits } from './tagged-units';
import { textSums } from './text-sums';

const tags = ['claim', 'crux'];
const span = (start: number, end: number, ...tagged: string[]) => ({ start, end, tags: tagged });
const figuresOf = (...texts: AnnotatedText[]) => agreementFigures(texts.map((text) => textSums(text, tags)));
const of = (text: AnnotatedText, tag: string | null) => figuresOf(text).tags.find((one) => one.tag === tag)!;

/** Ann and Ben mark the same crux and different claims; Cy looked and marked nothing. */
const text: AnnotatedText = {
  length: 100,
  annotators: [
    { id: 'ann', spans: [span(0, 10, 'crux'), span(20, 30, 'claim')] },
    { id: 'ben', spans: [span(0, 10, 'crux'), span(25, 40, 'claim'), span(50, 60)] },
    { id: 'cy', spans: [] },
  ],
};

describe('figures of a text', () => {
  test('stand on those who annotated it, and say on how much', () => {
    const figures = figuresOf(text);
    expect(figures).toMatchObject({ annotators: 3, texts: 1, tokens: 100 });
    expect(
      figures.tags.map(({ tag, passages, markers, marked }) => [tag, passages, markers, marked]),
    ).toEqual([
      [null, 4, 2, 30],
      ['claim', 2, 2, 20],
      ['crux', 2, 2, 10],
    ]);
  });

  test('say of each tag how many judged by it, over all texts where two did', () => {
    const [ann, ben] = text.annotators;
    const forClaims: AnnotatedText = {
      length: 50,
      annotators: [ann!, { id: 'dee', spans: [], lookedFor: ['claim'] }],
    };
    const forNone: AnnotatedText = { length: 50, annotators: [ben!] };
    const judges = (...texts: AnnotatedText[]) =>
      figuresOf(...texts).tags.map(({ tag, annotators }) => [tag, annotators]);
    expect(judges(text, forClaims, forNone)).toEqual([
      [null, 3],
      ['claim', 4],
      ['crux', 3],
    ]);
    expect(judges(forClaims)).toEqual([
      [null, 0],
      ['claim', 2],
      ['crux', 0],
    ]);
  });

  test('α on tokens is that of the tokens one by one', () => {
    const tokens = Array.from({ length: 100 }, (_, i) => [
      Number(i >= 20 && i < 30),
      Number(i >= 25 && i < 40),
      0,
    ]);
    const { alpha } = of(text, 'claim');
    expect(alpha.value).toBeCloseTo(krippendorffAlpha(countItems(tokens)).alpha.value!, 12);
    expect(alpha).toMatchObject({ n: 100, unit: 'tokens' });
  });

  test('F1 and Cohen’s κ are means over pairs, the silent included', () => {
    expect(of(text, 'crux').exact).toEqual({ value: 1 / 3, because: null, n: 3, unit: 'pairs' });
    expect(of(text, 'claim').exact).toMatchObject({ value: 0, n: 3 });
    expect(of(text, 'claim').overlap).toMatchObject({ value: 1 / 3, n: 3 });
    expect(of(text, 'crux').cohen).toMatchObject({ value: 1 / 3, n: 3 });
  });

  test('who did not open the text is missing, not silent', () => {
    const without = { ...text, annotators: text.annotators.slice(0, 2) };
    expect(of(without, 'crux').alpha.value).toBe(1);
    expect(of(text, 'crux').alpha.value).toBeLessThan(0.8);
  });

  test.each([
    ['one-annotator', { ...text, annotators: text.annotators.slice(0, 1) }],
    [
      'nothing-marked',
      {
        ...text,
        annotators: [
          { id: 'ann', spans: [] },
          { id: 'ben', spans: [] },
        ],
      },
    ],
  ])('every measure is undefined because of %s', (because, one) => {
    const { alpha, unitAlpha, valueAlpha, fleiss, ac1, cohen, exact, overlap } = of(one, 'crux');
    for (const figure of [alpha, unitAlpha, valueAlpha, fleiss, ac1, cohen, exact, overlap])
      expect(figure).toMatchObject({ value: null, because });
    expect(figuresOf(one).tagged.units).toMatchObject({ value: null, because });
  });

  test('α_U is for exactly two', () => {
    expect(of(text, 'crux').alphaU.because).toBe('not-two-annotators');
    expect(of({ ...text, annotators: text.annotators.slice(0, 2) }, 'crux').alphaU.value).toBe(1);
  });
});

describe('figures of several texts', () => {
  const other: AnnotatedText = {
    length: 50,
    annotators: [
      { id: 'ann', spans: [span(0, 5, 'claim')] },
      { id: 'dee', spans: [span(0, 5, 'claim')] },
    ],
  };
  const alone = { length: 1000, annotators: [{ id: 'eve', spans: [span(0, 900, 'claim')] }] };

  test('are those of all tokens as one, not a mean', () => {
    const claim = figuresOf(text, other).tags[1]!;
    const tokens = [
      ...Array.from({ length: 100 }, (_, i) => [
        Number(i >= 20 && i < 30),
        Number(i >= 25 && i < 40),
        0,
        null,
      ]),
      ...Array.from({ length: 50 }, (_, i) => [Number(i < 5), null, null, Number(i < 5)]),
    ];
    expect(claim.alpha.value).toBeCloseTo(krippendorffAlpha(countItems(tokens)).alpha.value!, 12);
    expect(claim.exact).toMatchObject({ value: 1 / 4, n: 4 });
    expect(claim.fleiss.because).toBe('uneven-annotators');
  });

  test('leave out a text that only one annotated', () => {
    expect(figuresOf(text, other, alone)).toEqual(figuresOf(text, other));
    expect(figuresOf(text, other)).toMatchObject({ annotators: 4, texts: 2, tokens: 150 });
  });
});

describe('two annotators', () => {
  const [one, other] = [
    marksOf([span(0, 10), span(5, 20), span(30, 31)]),
    marksOf([span(5, 20), span(29, 40)]),
  ];
  test('share tokens and spans', () => {
    const compared = compareMarks(one, other, 50);
    expect(tokenTable(compared)).toEqual([
      [16, 5],
      [10, 19],
    ]);
    expect(spanF1(compared.exact).value).toBeCloseTo(0.4, 12);
    expect(spanF1(compared.overlap).value).toBe(1);
    expect(pairAlpha(compared)).toMatchObject({ items: 50, pairable: 100 });
  });

  test('F1 is undefined where neither marked anything, and 0 where only one did', () => {
    const none = marksOf([]);
    expect(spanF1(compareMarks(none, none, 50).exact).because).toBe('nothing-marked');
    expect(spanF1(compareMarks(one, none, 50).overlap).value).toBe(0);
  });
});

test('units for uα are cut where tags begin or end, with all tags that lie there', () => {
  const spans = [span(0, 10, 'claim'), span(5, 12, 'crux'), span(8, 12, 'crux'), span(12, 14, 'crux')];
  expect(taggedUnits({ spans }).map(({ start, end, value }) => `${start}-${end} ${value}`)).toEqual([
    '0-5 claim',
    '5-10 claim+crux',
    '10-12 crux',
    '12-14 crux',
  ]);
});

const someSpan = fc
  .tuple(fc.nat(35), fc.integer({ min: 1, max: 9 }), fc.subarray(tags, { minLength: 1 }))
  .map(([start, length, tagged]) => span(start, Math.min(40, start + length), ...tagged));
const someText = fc
  .array(fc.array(someSpan, { maxLength: 6 }), { minLength: 2, maxLength: 5 })
  .map((people) => ({ length: 40, annotators: people.map((spans, i) => ({ id: `${i}`, spans })) }));
const rounded = (figures: unknown) =>
  JSON.parse(
    JSON.stringify(figures, (_, value) => (typeof value === 'number' ? Math.round(value * 1e9) : value)),
  );

describe('on any text', () => {
  test('means over pairs are those of every pair compared by itself', () => {
    fc.assert(
      fc.property(someText, (one) => {
        const marks = one.annotators.map(({ spans }) => marksOf(spans));
        const compared = marks.flatMap((a, i) =>
          marks.slice(i + 1).map((b) => compareMarks(a, b, one.length)),
        );
        const means = (of: (pair: (typeof compared)[number]) => number | null) => {
          const known = compared.map(of).filter((value) => value !== null);
          return known.length > 0 ? known.reduce((a, b) => a + b, 0) / known.length : null;
        };
        const any = of(one, null);
        if (any.passages === 0) return;
        expect(any.cohen.value ?? 9).toBeCloseTo(
          means((pair) => cohenKappa(tokenTable(pair)).kappa.value) ?? 9,
          9,
        );
        expect(any.exact.value ?? 9).toBeCloseTo(means((pair) => spanF1(pair.exact).value) ?? 9, 9);
        expect(any.overlap.value ?? 9).toBeCloseTo(means((pair) => spanF1(pair.overlap).value) ?? 9, 9);
      }),
    );
  });

  test('the order of annotators changes no figure', () => {
    fc.assert(
      fc.property(someText, (one) => {
        const turned = { ...one, annotators: [...one.annotators].reverse() };
        expect(rounded(figuresOf(turned))).toEqual(rounded(figuresOf(one)));
      }),
    );
  });

  test('no figure is above 1 or NaN, and those who mark the same agree wholly', () => {
    fc.assert(
      fc.property(someText, (one) => {
        const spans = one.annotators[0]!.spans;
        const same = { ...one, annotators: ['x', 'y', 'z'].map((id) => ({ id, spans })) };
        for (const [any, isSame] of [
          [one, false],
          [same, true],
        ] as const)
          for (const figure of figuresOf(any).tags.flatMap((tag) => Object.values(tag))) {
            if (figure === null || typeof figure !== 'object' || figure.value === null) continue;
            expect(figure.value).toBeLessThanOrEqual(1 + 1e-9);
            if (isSame) expect(figure.value).toBeCloseTo(1, 9);
          }
      }),
    );
  });
});
