import type { IRawProperty, Parameters } from 'fast-check';
import { vi } from 'vitest';

/** Any constant does: what matters is that a change is judged by the same cases as the one before it. */
const fixedSeed = 20_251_122;

/**
 * Set-up of all tests: the same cases of every property on each run where `CI` is set (or those of `FC_SEED`), new ones
 * elsewhere, and `FC_RUNS` times as many. A mock, so that only tests with properties load fast-check, and so that the
 * factor holds for a property that says its own number of runs, which no global setting reaches.
 */
vi.mock('fast-check', async (importOriginal) => {
  const original = await importOriginal<typeof import('fast-check')>();
  const fc = original.default;
  const { CI, FC_SEED, FC_RUNS } = process.env;
  if (CI || FC_SEED) fc.configureGlobal({ seed: Number(FC_SEED ?? fixedSeed) });
  const assert = <Case>(property: IRawProperty<Case>, parameters: Parameters<Case> = {}) =>
    fc.assert(property, { ...parameters, numRuns: (parameters.numRuns ?? 100) * Number(FC_RUNS ?? 1) });
  return { ...original, assert, default: { ...fc, assert } };
});
