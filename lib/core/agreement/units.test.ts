import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alphaU, sectionDistance } from './alpha-u';
import type { Continuum, Unit } from './unit';
import { unitAlpha } from './unit-alpha';
import { addCoincidences, unitCoincidences } from './unit-coincidences';

/** "A 2 8, B 0 18": value, begin and length. */
const units = (text: string): Unit[] =>
  text.split(', ').map((unit) => {
    const [value = '', start = 0, length = 0] = unit
      .split(' ')
      .map((part, i) => (i === 0 ? part : Number(part))) as [string, number, number];
    return { start, end: start + length, value };
  });

/** Krippendorff 1995 p. 57: four continua of two observers, 24 long. */
const krippendorff1995 = {
  length: 24,
  annotators: [
    units('A 2 8, A 14 6, B 0 18, C 2 6, C 10 2, C 14 4, C 20 2, D 0 2, D 2 8, D 10 4, D 14 6, D 20 4'),
    units(
      'A 4 4, A 15 2, B 0 2, B 2 1, B 3 1, B 4 1, B 5 1, B 6 3, B 9 1, C 0 2, C 4 4, C 10 4, C 16 2, C 20 2, ' +
        'D 0 4, D 4 4, D 8 7, D 15 2, D 17 7',
    ),
  ],
};

/** Krippendorff 2004 p. 254: from 150 to 450, here from 0. */
const krippendorff2004 = {
  length: 300,
  annotators: [
    units('c 75 70, c 220 30, k 30 60, k 150 50'),
    units('c 70 80, c 205 20, c 250 20, k 30 60, k 150 50'),
  ],
};

describe('α_U', () => {
  const section = (start: number, length: number, isUnit = true) => ({ start, end: start + length, isUnit });
  test.each([
    [section(5, 6), section(4, 2), 26],
    [section(5, 6), section(5, 2), 16],
    [section(5, 6), section(6, 2), 10],
    [section(5, 6), section(7, 2), 8],
    [section(5, 6), section(6, 4), 2],
    [section(5, 6), section(5, 6), 0],
    [section(225, 70), section(220, 80), 50],
    [section(370, 30), section(355, 20), 850],
    [section(400, 50, false), section(400, 20), 400],
    [section(1, 8), section(0, 2, false), 0],
    [section(9, 2, false), section(7, 4, false), 0],
  ])('sections %j and %j of Krippendorff 2004 are %i apart', (one, other, apart) => {
    expect(sectionDistance(one, other)).toBe(apart);
    expect(sectionDistance(other, one)).toBe(apart);
  });

  test.each([
    ['A', 0.03125],
    ['B', 2.26736],
    ['C', 0.02777],
    ['D', 0.38715],
  ])('Krippendorff 1995 p. 57, continuum %s: observed %f', (value, observed) => {
    expect(Math.abs(alphaU(krippendorff1995).byValue.get(value)!.observed - observed)).toBeLessThan(0.00001);
  });

  test.each([
    ['c', 0.0144, 0.0532, 0.7286],
    ['k', 0, 0.049, 1],
  ])('Krippendorff 2004 p. 254, %s', (value, observed, expected, alpha) => {
    const found = alphaU(krippendorff2004).byValue.get(value)!;
    expect(Math.abs(found.observed - observed)).toBeLessThan(0.0001);
    expect(Math.abs(found.expected - expected)).toBeLessThan(0.0001);
    expect(Math.abs(found.alpha.value! - alpha)).toBeLessThan(0.0001);
  });

  test('Krippendorff 2004 p. 254, both together', () => {
    expect(alphaU(krippendorff2004).alpha.value).toBeCloseTo(0.8591, 3);
  });

  test('dkpro’s “A” on 10', () => {
    const { observed, expected, alpha } = alphaU({
      length: 10,
      annotators: [units('A 1 8'), units('A 2 1, A 4 1, A 6 1')],
    }).byValue.get('A')!;
    expect(observed).toBeCloseTo(0.91, 4);
    expect(expected).toBeCloseTo(0.5351, 3);
    expect(alpha.value).toBeCloseTo(-0.7003, 3);
  });

  test('one unit that two others lack is agreement as by chance (dkpro)', () => {
    expect(alphaU({ length: 20, annotators: [units('X 0 1'), [], []] }).alpha.value).toBeCloseTo(0, 12);
  });
});

/** Krippendorff 2019 p. 340, figure 12.11: Alex, Paul and Suzan on 60. */
const book = {
  length: 60,
  annotators: [
    units('1 0 7, 2 7 6, 5 30 2, 6 32 5, 6 37 7, 7 44 16'),
    units('1 0 7, 3 7 6, 5 13 8, 6 32 12'),
    units('1 0 7, 4 7 6, 5 13 8, 6 32 5, 6 37 4, 6 41 3'),
  ],
};
const family = (...continua: Continuum[]) => unitAlpha(addCoincidences(continua.map(unitCoincidences)));

describe('the uα family', () => {
  const found = family(book);
  test('Krippendorff 2019 p. 340: uα .510, |uα .413', () => {
    expect(found.units.value).toBeCloseTo(0.51, 3);
    expect(Math.abs(found.binary.value! - 0.413)).toBeLessThan(0.002);
  });

  test('Krippendorff 2019 p. 340: cuα .724', () => {
    expect(found.coding.value).toBeCloseTo(0.724, 3);
  });

  test.each([
    ['1', 1],
    ['2', 0],
    ['3', 0],
    ['4', 0],
    ['5', 1],
    ['6', 1],
  ])('Krippendorff 2019 p. 340: (k)uα of %s is %i', (value, alpha) => {
    expect(found.byValue.get(value)!.alpha.value).toBeCloseTo(alpha, 12);
  });

  test('Krippendorff 2019 p. 340: 8 of 18 of what is 5 can be compared, and nothing of 7', () => {
    expect(found.byValue.get('5')!.coverage).toBeCloseTo(8 / 18, 12);
    expect(found.byValue.get('7')).toEqual({ alpha: { value: null, because: 'no-overlap' }, coverage: 0 });
  });

  test('somebody who marks elsewhere changes nothing about the values of others', () => {
    const two = [units('claim 1 3, claim 5 3, crux 9 3'), units('crux 1 3, claim 5 3, crux 9 3')];
    const alone = family({ length: 17, annotators: two });
    const third = family({ length: 17, annotators: [...two, units('claim 13 2')] });
    expect(alone.coding.value).toBeCloseTo(1 - 6 / 18 / 0.6, 12);
    expect(third.coding.value).toBeCloseTo(alone.coding.value!, 12);
    for (const value of ['claim', 'crux'])
      expect(third.byValue.get(value)!.alpha.value).toBeCloseTo(alone.byValue.get(value)!.alpha.value!, 12);
  });

  test('of several texts is that of one after the other', () => {
    const long = {
      length: 120,
      annotators: book.annotators.map((own) => [
        ...own,
        ...own.map(({ start, end, value }) => ({ start: start + 60, end: end + 60, value })),
      ]),
    };
    const [one, other] = [family(book, book), family(long)];
    expect(one.units.value).toBeCloseTo(other.units.value!, 12);
    expect(one.coding.value).toBeCloseTo(other.coding.value!, 12);
  });
});

/** Two to four annotators of a text of 30, whose units do not overlap. */
const continuum = fc
  .array(
    fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 6 }), fc.constantFrom('a', 'b')), {
      maxLength: 4,
    }),
    { minLength: 2, maxLength: 4 },
  )
  .map((people) => ({
    length: 60,
    annotators: people.map((steps) => {
      let at = 0;
      return steps.map(([skip, length, value]) => {
        const start = at + skip;
        at = start + length;
        return { start, end: at, value };
      });
    }),
  }));
const all = (of: Continuum) => {
  const { units: u, binary, coding, byValue } = family(of);
  return [u, binary, coding, alphaU(of).alpha, ...[...byValue.values()].map(({ alpha }) => alpha)];
};
const close = (value: number | null) => (value === null ? null : Math.round(value * 1e9) + 0); // -0 is 0

describe('on any continuum', () => {
  test('the order of annotators changes nothing, and everything is at most 1 and never NaN', () => {
    fc.assert(
      fc.property(continuum, (one) => {
        const turned = { ...one, annotators: [...one.annotators].reverse() };
        expect(
          all(turned)
            .map(({ value }) => close(value))
            .sort(),
        ).toEqual(
          all(one)
            .map(({ value }) => close(value))
            .sort(),
        );
        for (const { value, because } of all(one)) {
          expect(value === null).toBe(because !== null);
          expect(value).not.toBeNaN();
          if (value !== null) expect(value).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });

  test('who sets apart the same agrees wholly', () => {
    fc.assert(
      fc.property(continuum, ({ length, annotators: [first = []] }) => {
        const same = { length, annotators: [first, first, first] };
        for (const { value, because } of all(same)) if (because === null) expect(value).toBeCloseTo(1, 9);
        expect(family(same).units.because).toBe(first.length > 0 ? null : 'nothing-marked');
      }),
    );
  });
});

describe('undefined', () => {
  test.each<[string, Continuum, string, string]>([
    ['one annotator', { length: 60, annotators: [units('1 0 7')] }, 'nothing-shared', 'one-annotator'],
    ['nobody set anything apart', { length: 60, annotators: [[], []] }, 'nothing-marked', 'nothing-marked'],
    ['a text without length', { length: 0, annotators: [[], []] }, 'nothing-shared', 'no-length'],
    ['units without length', { length: 60, annotators: [units('1 3 0'), []] }, 'nothing-marked', 'no-length'],
  ])('because of %s', (_, of, family2016, family1995) => {
    expect(family(of).units).toEqual({ value: null, because: family2016 });
    expect(alphaU(of).alpha).toEqual({ value: null, because: family1995 });
  });

  test('because everybody set all apart: there is no gap, and one value', () => {
    const found = family({ length: 9, annotators: [units('1 0 9'), units('1 0 9')] });
    for (const { because } of [found.units, found.binary, found.coding]) expect(because).toBe('one-category');
  });

  test('because nobody’s units meet: cuα, and no other', () => {
    const found = family({ length: 60, annotators: [units('1 0 7'), units('1 20 7')] });
    expect(found.coding.because).toBe('no-overlap');
    expect(found.units.value).toBeLessThan(0);
  });
});
