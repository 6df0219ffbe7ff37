import { expect, test } from 'vitest';
import type { ReleaseDiff } from '@/lib/core/api/releases';
import { diffCounts, isSameRelease } from './diff-counts';

const nothing: ReleaseDiff = {
  from: 1,
  to: 2,
  texts: [],
  words: [],
  guideline: false,
  cards: [],
  annotations: [],
  counts: { added: 0, removed: 0, retagged: 0, 're-anchored': 0, reworded: 0, discussed: 0 },
  consentWithdrawn: 0,
  takenBack: 0,
};

test('only what happened is counted', () => {
  const diff = { ...nothing, counts: { ...nothing.counts, added: 3 }, takenBack: 1 };
  expect(diffCounts(diff)).toEqual([
    ['added', 3],
    ['taken back', 1],
  ]);
  expect(isSameRelease(diff)).toBe(false);
});

test('releases are the same where nothing of any kind differs', () => {
  expect(isSameRelease(nothing)).toBe(true);
  expect(isSameRelease({ ...nothing, guideline: true })).toBe(false);
  expect(isSameRelease({ ...nothing, consentWithdrawn: 1 })).toBe(false);
});
