import { describe, expect, test } from 'vitest';
import * as published from './coding.fixture';
import { cohenKappa } from './cohen-kappa';
import { countItems } from './counted-items';
import { fleissKappa, pairsThatAgree } from './fleiss-kappa';
import { gwetAc1 } from './gwet-ac1';
import { krippendorffAlpha, type Metric } from './krippendorff-alpha';

const counts = (table: readonly (readonly number[])[]) => table.map((row) => ({ counts: row, times: 1 }));

describe('Cohen’s κ', () => {
  test.each([
    [
      'the 2×2 table 20, 5, 10, 15',
      [
        [20, 5],
        [10, 15],
      ],
      0.7,
      0.4,
    ],
    ['Cohen 1960 p. 45 (nltk: .491525)', published.cohen1960.page45, 0.7, 0.491525],
    ['Cohen 1960 p. 37', published.cohen1960.page37, 0.29, -0.092],
    [
      'Krippendorff 2004 p. 246, even margins',
      [
        [12, 9, 9],
        [9, 14, 9],
        [9, 9, 20],
      ],
      0.46,
      0.186,
    ],
    [
      'Krippendorff 2004 p. 246, uneven margins',
      [
        [12, 18, 18],
        [0, 14, 18],
        [0, 0, 20],
      ],
      0.46,
      0.258,
    ],
  ])('of %s', (_, table, observed, kappa) => {
    const found = cohenKappa(table);
    expect(found.observed).toBeCloseTo(observed, 3);
    expect(Math.abs(found.kappa.value! - kappa)).toBeLessThan(0.0005);
  });

  test('of Krippendorff 1995, continuum A in 24 pieces', () => {
    const table = [0, 1].map((c) =>
      [0, 1].map((k) => published.digitised1995.filter(([one, other]) => one === c && other === k).length),
    );
    expect(cohenKappa(table).kappa.value).toBeCloseTo(0.385, 3);
  });

  test('is undefined without items, and where both say the same of everything', () => {
    expect(
      cohenKappa([
        [0, 0],
        [0, 0],
      ]).kappa.because,
    ).toBe('nothing-shared');
    expect(
      cohenKappa([
        [7, 0],
        [0, 0],
      ]).kappa.because,
    ).toBe('one-category');
  });
});

describe('Fleiss’ κ', () => {
  test('of Fleiss 1971 p. 379, with its parts', () => {
    const { items } = countItems(published.fleiss1971);
    const { kappa, observed, expected, categories } = fleissKappa(items);
    expect(observed).toBeCloseTo(0.5556, 4);
    expect(expected).toBeCloseTo(0.2201, 3);
    expect(kappa.value).toBeCloseTo(0.430245, 6); // nltk's digits; .430 in the paper
    const printed = [0.248, 0.248, 0.517, 0.47, 0.565];
    for (const [j, value] of printed.entries())
      expect(Math.abs(categories[j]!.value! - value)).toBeLessThan(0.005);
    expect(items.slice(0, 6).map((item) => Number(pairsThatAgree(item).toFixed(3)))).toEqual([
      1, 0.4, 0.4, 1, 0.4, 0.467,
    ]);
  });

  test('of the table in Wikipedia', () => {
    expect(fleissKappa(counts(published.wikipediaFleiss)).kappa.value).toBeCloseTo(0.21, 3);
  });

  test('of two annotators is Scott’s π: Krippendorff 1995, continuum A in 24 pieces', () => {
    expect(fleissKappa(countItems(published.digitised1995).items).kappa.value).toBeCloseTo(0.314, 3);
  });

  test.each([
    ['nothing-shared', []],
    [
      'one-annotator',
      [
        [1, 0],
        [0, 1],
      ],
    ],
    [
      'uneven-annotators',
      [
        [2, 0],
        [2, 1],
      ],
    ],
    [
      'one-category',
      [
        [3, 0],
        [3, 0],
      ],
    ],
  ])('is undefined because of %s', (because, table) => {
    expect(fleissKappa(counts(table)).kappa).toEqual({ value: null, because });
  });
});

describe('Gwet’s AC1', () => {
  /** A table of two annotators as items. */
  const items = (table: readonly (readonly number[])[]) =>
    table.flatMap((row, c) =>
      row.map((times, k) => ({ counts: table.map((_, v) => Number(v === c) + Number(v === k)), times })),
    );
  test.each([
    [
      'irrCAC 1.4, a rare category',
      [
        [80, 7],
        [8, 5],
      ],
      0.808,
    ],
    ['irrCAC 1.4, Cohen 1960 p. 37', published.cohen1960.page37, -0.04797],
    ['irrCAC 1.4, Cohen 1960 p. 45', published.cohen1960.page45, 0.57597],
    [
      'irrCAC 1.4, four categories',
      [
        [20, 5, 1, 0],
        [4, 15, 6, 1],
        [0, 5, 18, 4],
        [0, 1, 3, 12],
      ],
      0.58046,
    ],
  ])('of %s', (_, table, value) => {
    expect(gwetAc1(items(table)).value).toBeCloseTo(value, 5);
  });

  test('is undefined without pairs, and where all is of one category', () => {
    expect(
      gwetAc1(
        counts([
          [1, 0],
          [0, 1],
        ]),
      ).because,
    ).toBe('nothing-shared');
    expect(
      gwetAc1(
        counts([
          [3, 0],
          [2, 0],
        ]),
      ).because,
    ).toBe('one-category');
  });
});

describe('Krippendorff’s α', () => {
  const { dichotomy, nominal, missing } = published.krippendorff2004;
  test.each<[string, (number | null)[][], Metric, number, number]>([
    ['Krippendorff 2004 p. 224', dichotomy, 'nominal', 0.095, 3],
    ['Krippendorff 2004 p. 227 (as dkpro)', nominal, 'nominal', 0.734, 3],
    ['Krippendorff 2004 p. 230', missing, 'nominal', 0.743, 3],
    ['Krippendorff 2011 B', published.krippendorff2011, 'nominal', 0.692, 3],
    ['Krippendorff 2011 C', missing, 'nominal', 0.743421052632, 12],
    ['Krippendorff 2011 C', missing, 'ordinal', 0.815, 3],
    ['Krippendorff 2011 C', missing, 'interval', 0.849107, 6],
    ['Krippendorff 2011 C', missing, 'ratio', 0.797, 3],
    ['Hayes & Krippendorff 2007 p. 84', published.hayes2007, 'ordinal', 0.7598, 4],
    ['nltk’s test_easy', published.nltkEasy, 'nominal', -0.3333, 4],
    ['nltk’s test_easy3', published.nltkPerfect, 'nominal', 1, 12],
    ['Krippendorff 1995, continuum A in 24 pieces', published.digitised1995, 'nominal', 0.329, 3],
  ])('of %s, $2', (...[, rows, metric, alpha, digits]) => {
    expect(krippendorffAlpha(countItems(rows), metric).alpha.value).toBeCloseTo(alpha, digits);
  });

  test('of Krippendorff 2004 p. 227 stands on 12 items with its disagreements', () => {
    const found = krippendorffAlpha(countItems(nominal));
    expect(found).toMatchObject({ items: 12, pairable: 24 });
    expect(found.observed).toBeCloseTo(0.1667, 4);
    expect(found.expected).toBeCloseTo(0.6268, 4);
  });
});
