import { describe, expect, test } from 'vitest';
import { standingOf, type Wording } from './position-standing';

const worded = (version: number, statement: string, wordingOnly = false): Wording => ({
  version,
  kind: 'claim',
  statement,
  wordingOnly,
});

describe('a position', () => {
  const wordings = [
    worded(1, 'It may rain.'),
    worded(2, 'It will rain.'),
    worded(4, 'Rain will fall.', true),
  ];
  test.each([
    ['on the first wording, since changed', 1, null, 'stale'],
    ['on the wording of today’s sense', 2, null, 'confirmed'],
    ['between two wordings, on the earlier', 3, null, 'confirmed'],
    ['on the last wording', 4, null, 'confirmed'],
    ['after it, when only the status changed', 5, null, 'confirmed'],
    ['carried over by a merge', 4, 'other', 'inherited'],
    ['carried over and then overtaken', 1, 'other', 'stale'],
  ])('%s', (_name, version, inheritedFrom, standing) => {
    expect(standingOf({ version, inheritedFrom }, wordings)).toBe(standing);
  });

  test('counts again when the rewording is taken back, and what was said between no longer does', () => {
    const back = [worded(1, 'It may rain.'), worded(2, 'It will rain.'), worded(3, 'It may rain.')];
    const at = (version: number) => standingOf({ version, inheritedFrom: null }, back);
    expect([1, 2, 3].map(at)).toEqual(['confirmed', 'stale', 'confirmed']);
  });

  test('on the only wording there was is confirmed', () => {
    expect(standingOf({ version: 1, inheritedFrom: null }, [worded(1, 'It rains.')])).toBe('confirmed');
  });
});
