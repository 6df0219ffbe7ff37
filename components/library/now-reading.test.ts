import { expect, test } from 'vitest';
import type { ListedEssay } from '@/lib/core/api/essays';
import { daysUntil } from './due-date';
import { nowReading } from './now-reading';

const now = Date.parse('2026-11-21T10:00:00Z');
const listed = (position: number, due: string | null) =>
  ({ id: String(position), position, due: due && `${due}T23:59:59.000Z` }) as ListedEssay;

const cases: [claim: string, dues: (string | null)[], id: string | undefined][] = [
  ['what is due next is read now', ['2026-12-05', '2026-11-28', null], '1'],
  ['what is due today still is', ['2026-11-28', '2026-11-21'], '1'],
  ['what was due is not read any more', ['2026-11-20', '2026-11-28'], '1'],
  ['of two due on one day the first on the list', [null, '2026-11-28', '2026-11-28'], '1'],
  ['without dates nothing stands out', [null, null], undefined],
  ['one essay alone needs no emphasis', ['2026-11-28'], undefined],
];

test.each(cases)('%s', (_claim, dues, id) => {
  expect(
    nowReading(
      dues.map((due, position) => listed(position, due)),
      now,
    )?.id,
  ).toBe(id);
});

test('days are counted by the calendar, not by hours', () => {
  expect(daysUntil('2026-11-22T23:59:59Z', Date.parse('2026-11-21T00:00:01Z'))).toBe(1);
  expect(daysUntil('2026-11-20T23:59:59Z', Date.parse('2026-11-21T00:00:01Z'))).toBe(-1);
});
