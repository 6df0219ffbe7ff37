import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binaryEntropy, jensenShannon, klDivergence } from './information';
import { clampProbability, geometricMeanOfOdds, logistic, logit } from './probability';

const probability = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const inside = fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100);
const views = fc.array(probability, { minLength: 1, maxLength: 12 });

describe('entropy in bits', () => {
  test.each([
    [0, 0],
    [0.09, 0.43647],
    [0.2, 0.72193],
    [0.5, 1],
    [1, 0],
  ])('of %d is %d', (p, bits) => {
    expect(binaryEntropy(p)).toBeCloseTo(bits, 5);
  });

  test('is the same for a statement and its negation', () => {
    fc.assert(
      fc.property(probability, (p) => {
        expect(binaryEntropy(p)).toBeCloseTo(binaryEntropy(1 - p), 12);
      }),
    );
  });
});

describe('Kullback–Leibler divergence', () => {
  // The first two are the worked case of Conditional Trees: P(U) 9 %, P(U|C) 10 %, P(U|¬C) 6 %, there in log10.
  test.each([
    [0.1, 0.09, 0.000257],
    [0.06, 0.09, 0.002676],
    [0.5, 0.5, 0],
  ])('of %d from %d is %d in log10', (p, q, digits) => {
    expect(klDivergence(p, q) * Math.log10(2)).toBeCloseTo(digits, 5);
  });

  test('is never negative, and nought only for what was expected', () => {
    fc.assert(
      fc.property(probability, inside, (p, q) => {
        expect(klDivergence(p, q)).toBeGreaterThanOrEqual(-1e-12);
        if (p !== q) expect(klDivergence(p, q)).toBeGreaterThan(0);
      }),
    );
  });

  test('is infinite where what happens was ruled out', () => {
    expect(klDivergence(0.5, 0)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('Jensen–Shannon divergence', () => {
  test.each([
    ['nobody', [], 0],
    ['one', [0.7], 0],
    ['all agree', [0.3, 0.3, 0.3], 0],
    ['half say 0 %, half 100 %', [0, 0, 1, 1], 1],
    ['20 % and 80 %', [0.2, 0.8], 0.278],
    ['30 % and 70 %', [0.3, 0.7], 0.1187],
  ])('%s', (_name, probabilities, bits) => {
    expect(jensenShannon(probabilities)).toBeCloseTo(bits, 3);
  });

  test('lies between 0 and 1, and negating the statement or asking in another order changes nothing', () => {
    fc.assert(
      fc.property(views, (ps) => {
        const bits = jensenShannon(ps);
        expect(bits).toBeGreaterThanOrEqual(0);
        expect(bits).toBeLessThanOrEqual(1);
        expect(jensenShannon(ps.map((p) => 1 - p))).toBeCloseTo(bits, 12);
        expect(jensenShannon([...ps].reverse())).toBeCloseTo(bits, 12);
      }),
    );
  });

  test('is the mean divergence from the mean view', () => {
    fc.assert(
      fc.property(views, (ps) => {
        const middle = ps.reduce((sum, p) => sum + p, 0) / ps.length;
        const surprise = ps.reduce((sum, p) => sum + klDivergence(p, middle), 0) / ps.length;
        expect(jensenShannon(ps)).toBeCloseTo(surprise, 9);
      }),
    );
  });
});

describe('pooling by the geometric mean of odds', () => {
  test.each([
    ['one', [0.3], 0.3],
    ['opposites cancel', [0.1, 0.9], 0.5],
    ['odds 1 and 4 pool to 2', [0.5, 0.8], 2 / 3],
    ['certainty counts as 99.5 %', [1, 0.005], 0.5],
  ])('%s', (_name, probabilities, pooled) => {
    expect(geometricMeanOfOdds(probabilities)).toBeCloseTo(pooled, 10);
  });

  test('lies among the views it pools, and is negated with them', () => {
    fc.assert(
      fc.property(views, (ps) => {
        const pooled = geometricMeanOfOdds(ps);
        const clamped = ps.map(clampProbability);
        expect(pooled).toBeGreaterThanOrEqual(Math.min(...clamped) - 1e-12);
        expect(pooled).toBeLessThanOrEqual(Math.max(...clamped) + 1e-12);
        expect(geometricMeanOfOdds(ps.map((p) => 1 - p))).toBeCloseTo(1 - pooled, 12);
      }),
    );
  });

  test('log-odds lead back to their probability', () => {
    fc.assert(
      fc.property(inside, (p) => {
        expect(logistic(logit(p))).toBeCloseTo(p, 12);
      }),
    );
  });
});
