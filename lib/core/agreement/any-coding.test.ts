import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohenKappa } from './cohen-kappa';
import { countItems } from './counted-items';
import { fleissKappa } from './fleiss-kappa';
import { gwetAc1 } from './gwet-ac1';
import { krippendorffAlpha } from './krippendorff-alpha';

/** Annotators by items; few values, and gaps. */
const ratings = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 12 }))
  .chain(([annotators, items]) =>
    fc.array(
      fc.array(fc.option(fc.integer({ min: 1, max: 3 })), { minLength: annotators, maxLength: annotators }),
      {
        minLength: items,
        maxLength: items,
      },
    ),
  );
const full = ratings.map((rows) => rows.map((row) => row.map((value) => value ?? 1)));
const metrics = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
const turned = (rows: (number | null)[][]) => rows.map((row) => [...row].reverse());

describe('on any data', () => {
  test('who is asked first changes no α and no Fleiss’ κ', () => {
    fc.assert(
      fc.property(ratings, full, fc.constantFrom(...metrics), (rows, whole, metric) => {
        const [one, other] = [rows, turned(rows)].map((data) => krippendorffAlpha(countItems(data), metric));
        expect(other).toEqual(one);
        expect(fleissKappa(countItems(turned(whole)).items)).toEqual(fleissKappa(countItems(whole).items));
      }),
    );
  });

  test('swapping two annotators changes no Cohen’s κ', () => {
    const table = fc.array(fc.array(fc.nat(20), { minLength: 3, maxLength: 3 }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(table, (counted) => {
        const swapped = counted.map((_, c) => counted.map((row) => row[c]!));
        const [one, other] = [cohenKappa(counted).kappa, cohenKappa(swapped).kappa];
        expect(other.because).toBe(one.because);
        expect(other.value ?? 0).toBeCloseTo(one.value ?? 0, 12);
      }),
    );
  });

  test('measures are at most 1, and never NaN: either a value or why there is none', () => {
    fc.assert(
      fc.property(ratings, fc.constantFrom(...metrics), (rows, metric) => {
        const data = countItems(rows);
        const all = [
          krippendorffAlpha(data, metric).alpha,
          fleissKappa(data.items).kappa,
          gwetAc1(data.items),
        ];
        for (const { value, because } of all) {
          expect(value === null).toBe(because !== null);
          if (value !== null) expect(value).toBeLessThanOrEqual(1 + 1e-12);
          expect(value).not.toBeNaN();
        }
      }),
    );
  });

  test('all saying the same is 1 where values differ, and undefined where they do not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1 }),
        fc.integer({ min: 2, max: 5 }),
        (values, m) => {
          const data = countItems(values.map((value) => new Array<number>(m).fill(value)));
          const expected =
            new Set(values).size > 1 ? { value: 1, because: null } : { value: null, because: 'one-category' };
          expect(krippendorffAlpha(data).alpha).toEqual(expected);
          expect(fleissKappa(data.items).kappa).toEqual(expected);
        },
      ),
    );
  });

  test('an item that one person judged changes no α', () => {
    fc.assert(
      fc.property(ratings, fc.integer({ min: 1, max: 3 }), (rows, value) => {
        const lone = rows[0]!.map((_, i) => (i === 0 ? value : null));
        expect(krippendorffAlpha(countItems([...rows, lone])).alpha.value ?? 2).toBeCloseTo(
          krippendorffAlpha(countItems(rows)).alpha.value ?? 2,
          12,
        );
      }),
    );
  });
});

describe('Krippendorff’s α is undefined', () => {
  test.each<[string, (number | null)[][], string]>([
    ['without items', [], 'nothing-shared'],
    ['of one annotator', [[1], [2]], 'nothing-shared'],
    [
      'of fewer than two values that can be paired',
      [
        [1, null],
        [null, 2],
      ],
      'nothing-shared',
    ],
    [
      'where all is of one value, though all agree',
      [
        [1, 1],
        [1, 1],
      ],
      'one-category',
    ],
  ])('%s', (_, rows, because) => {
    expect(krippendorffAlpha(countItems(rows)).alpha).toEqual({ value: null, because });
  });
});
