import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binaryEntropy } from './information';
import { type ConditionalAnswers, type JointBelief, readBelief } from './joint-belief';
import { expectedShift, informationShare, swing, valueOfInformation } from './value-of-information';

const silent: ConditionalAnswers = { target: null, crux: null, ifTrue: null, ifFalse: null, strength: null };

function coherent(answers: Partial<ConditionalAnswers>): JointBelief {
  const reading = readBelief({ ...silent, ...answers });
  if (reading.kind !== 'coherent') throw new Error(JSON.stringify(reading));
  return reading.belief;
}

describe('the worked case of Conditional Trees: P(U) 9 %, P(C) 75 %, P(U|C) 10 %', () => {
  const belief = coherent({ target: 9, crux: 75, ifTrue: 10 });
  test('P(U|¬C) is 6 %', () => expect(belief.ifFalse).toBeCloseTo(0.06, 12));
  test('it is worth .000862 in log10', () =>
    expect(valueOfInformation(belief) * Math.log10(2)).toBeCloseTo(0.000862, 6));
  test('which is .66 % of the most there is to learn', () =>
    expect(informationShare(belief)).toBeCloseTo(0.0066, 4));
  test('P(U) is expected to move by .015', () => expect(expectedShift(belief)).toBeCloseTo(0.015, 12));
  test('the worlds lie .04 apart', () => expect(swing(belief)).toBeCloseTo(0.04, 12));
});

test.each<[string, Partial<ConditionalAnswers>, number]>([
  ['a crux that bears on nothing', { target: 40, crux: 30, ifTrue: 40 }, 0],
  ['a crux that is known', { target: 40, crux: 100, ifTrue: 40 }, 0],
  ['one that decides all, as far as certainty is believed', { target: 50, crux: 50, ifTrue: 100 }, 0.955],
  ['from 80 % or 20 % at even odds', { target: 50, crux: 50, ifTrue: 80, ifFalse: 20 }, 0.278],
  ['against its target', { target: 50, crux: 50, ifTrue: 20, ifFalse: 80 }, 0.278],
  ['no, on the scale', { target: 50, crux: 50, strength: 0 }, 0],
  ['a little, on the scale', { target: 50, crux: 50, strength: 1 }, 0.011],
  ['a lot, on the scale', { target: 50, crux: 50, strength: 2 }, 0.095],
  ['decides it, on the scale', { target: 50, crux: 50, strength: 3 }, 0.315],
])('the share of %s', (_name, answers, share) => {
  expect(informationShare(coherent(answers))).toBeCloseTo(share, 3);
});

const percent = fc.integer({ min: 0, max: 100 });
const answers: fc.Arbitrary<ConditionalAnswers> = fc.record({
  target: percent,
  crux: percent,
  ifTrue: fc.option(percent),
  ifFalse: fc.option(percent),
  strength: fc.option(fc.constantFrom(0, 1, 2, 3)),
});

test('nobody learns less than nothing or more than all, and a share is of what there was to learn', () => {
  fc.assert(
    fc.property(answers, (given) => {
      const reading = readBelief(given);
      fc.pre(reading.kind === 'coherent');
      const bits = valueOfInformation(reading.belief);
      expect(bits).toBeGreaterThanOrEqual(-1e-9);
      expect(bits).toBeLessThanOrEqual(binaryEntropy(reading.belief.target) + 1e-9);
      expect(informationShare(reading.belief)).toBeCloseTo(bits / binaryEntropy(reading.belief.target), 6);
      expect(expectedShift(reading.belief)).toBeLessThanOrEqual(0.5);
    }),
  );
});
