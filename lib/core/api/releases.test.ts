import { expect, test } from 'vitest';
import { contractOf } from './contracts';
import { validationWords } from './validation-words';

const { query } = contractOf('GET /groups/{group}/releases/{release}/export');
const refusal = (choice: Record<string, string>) =>
  query?.safeParse({ format: 'csv', ...choice }, { error: validationWords }).error?.issues[0]?.message;

test.each([
  ['tags', { tags: 'crux' }, 'leave out tags.'],
  ['an essay and a time', { essay: 'the-fox', asOf: '2026-01-01' }, 'leave out essay and asOf.'],
])('some of a release, by %s, is refused with a sentence', (_, choice, sentence) => {
  expect(refusal(choice)).toBe(
    `At this address a release comes whole: ${sentence} An export of the group takes such a choice, and the number as “release”.`,
  );
});

test('names and a salt may be asked for', () => {
  expect(refusal({ named: 'true', salt: 'autumn' })).toBeUndefined();
});
