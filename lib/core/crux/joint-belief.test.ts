import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BeliefReading, type ConditionalAnswers, readBelief } from './joint-belief';
import { logit } from './probability';

const silent: ConditionalAnswers = { target: null, crux: null, ifTrue: null, ifFalse: null, strength: null };
const read = (answers: Partial<ConditionalAnswers>) => readBelief({ ...silent, ...answers });
const percent = fc.integer({ min: 0, max: 100 });

test.each<[string, Partial<ConditionalAnswers>, BeliefReading]>([
  ['nothing said', {}, { kind: 'incomplete', missing: ['target', 'crux', 'conditional'] }],
  ['no position on the crux', { target: 50, strength: 2 }, { kind: 'incomplete', missing: ['crux'] }],
  ['no view of the target', { crux: 50, ifTrue: 20 }, { kind: 'incomplete', missing: ['target'] }],
  [
    'more than P(U) allows',
    { target: 20, crux: 50, ifTrue: 60 },
    {
      kind: 'incoherent',
      explanation: { because: 'out-of-bounds', answer: 'ifTrue', given: 60, least: 0, most: 40 },
    },
  ],
  [
    'less than P(U) needs',
    { target: 90, crux: 40, ifTrue: 70 },
    {
      kind: 'incoherent',
      explanation: { because: 'out-of-bounds', answer: 'ifTrue', given: 70, least: 75, most: 100 },
    },
  ],
  [
    'the same of the other conditional',
    { target: 90, crux: 60, ifFalse: 70 },
    {
      kind: 'incoherent',
      explanation: { because: 'out-of-bounds', answer: 'ifFalse', given: 70, least: 75, most: 100 },
    },
  ],
  [
    'both, which imply another P(U)',
    { target: 50, crux: 25, ifTrue: 80, ifFalse: 20 },
    {
      kind: 'incoherent',
      explanation: {
        because: 'mixture',
        crux: 25,
        stated: 50,
        implied: 35,
        nearest: { ifTrue: 86, ifFalse: 38 },
      },
    },
  ],
])('%s', (_name, answers, reading) => {
  expect(read(answers)).toEqual(reading);
});

test.each([
  ['a conditional on what is taken for impossible may be anything', { target: 30, crux: 0, ifTrue: 90 }],
  ['round numbers may miss the mixture by 5 points', { target: 55, crux: 50, ifTrue: 80, ifFalse: 20 }],
])('%s', (_name, answers) => {
  expect(read(answers).kind).toBe('coherent');
});

describe('what is read as coherent', () => {
  const anything = fc.record({
    target: percent,
    crux: percent,
    ifTrue: fc.option(percent),
    ifFalse: fc.option(percent),
    strength: fc.option(fc.constantFrom(0, 1, 2, 3)),
  });

  test('mixes to P(U), within probabilities', () => {
    fc.assert(
      fc.property(anything, (answers) => {
        const reading = readBelief(answers);
        fc.pre(reading.kind === 'coherent');
        const { target, crux, ifTrue, ifFalse } = reading.belief;
        expect(crux * ifTrue + (1 - crux) * ifFalse).toBeCloseTo(target, 9);
        for (const p of [target, crux, ifTrue, ifFalse]) {
          expect(p).toBeGreaterThanOrEqual(0);
          expect(p).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('is what the bounds allow: what is handed back can be mended by keeping to them', () => {
    fc.assert(
      fc.property(percent, percent, percent, (target, crux, ifTrue) => {
        const reading = read({ target, crux, ifTrue });
        fc.pre(reading.kind === 'incoherent');
        const bounds = reading.explanation;
        if (bounds.because !== 'out-of-bounds') throw new Error('one conditional has bounds');
        for (const mended of [Math.ceil(bounds.least), Math.floor(bounds.most)]) {
          expect(read({ target, crux, ifTrue: mended }).kind).toBe('coherent');
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('is the same read from either conditional', () => {
    fc.assert(
      fc.property(percent, fc.integer({ min: 1, max: 99 }), percent, (target, crux, given) => {
        const one = read({ target, crux, ifTrue: given });
        const other = read({ target, crux: 100 - crux, ifFalse: given });
        expect(other.kind).toBe(one.kind);
        if (one.kind !== 'coherent' || other.kind !== 'coherent') return;
        expect(other.belief.ifTrue).toBeCloseTo(one.belief.ifFalse, 9);
        expect(other.belief.crux).toBeCloseTo(1 - one.belief.crux, 9);
      }),
    );
  });
});

describe('the 0–3 scale', () => {
  test('keeps its distance in log-odds, in favour of the target, and says that it is estimated', () => {
    const gaps = [0, 0.5, 1.5, 3];
    const inside = fc.integer({ min: 10, max: 90 });
    fc.assert(
      fc.property(inside, inside, fc.constantFrom(0, 1, 2, 3), (target, crux, strength) => {
        const reading = read({ target, crux, strength });
        if (reading.kind !== 'coherent') throw new Error('a word is always coherent');
        const { ifTrue, ifFalse, estimated } = reading.belief;
        // Near certainty log-odds are clamped, and say less than was meant.
        if (ifTrue < 0.99 && ifFalse > 0.01) {
          expect(logit(ifTrue) - logit(ifFalse)).toBeCloseTo(gaps[strength]!, 9);
        }
        expect(estimated).toBe(true);
      }),
    );
  });

  test('gives way to probabilities', () => {
    const reading = read({ target: 50, crux: 50, ifTrue: 60, strength: 3 });
    expect(reading).toMatchObject({ kind: 'coherent', belief: { ifTrue: 0.6, estimated: false } });
  });
});
