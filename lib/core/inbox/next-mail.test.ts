import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Mailing, nextMailAt } from './next-mail';

const next = (mailing: Mailing, timeZone: string, now: string) =>
  nextMailAt({ mailing, timeZone }, new Date(now))?.toISOString() ?? null;

describe('what happens', () => {
  test.each<[string, Mailing, string, string, string | null]>([
    ['is never mailed to those who want none', 'off', 'UTC', '2026-11-21T10:00:00Z', null],
    [
      'is mailed half a minute later',
      'instant',
      'Asia/Tokyo',
      '2026-11-21T10:00:00Z',
      '2026-11-21T10:00:30.000Z',
    ],
    [
      'before seven is mailed the same day',
      'daily',
      'UTC',
      '2026-11-21T06:59:00Z',
      '2026-11-21T07:00:00.000Z',
    ],
    ['at seven is mailed the next day', 'daily', 'UTC', '2026-11-21T07:00:00Z', '2026-11-22T07:00:00.000Z'],
    [
      'is mailed by the reader’s clock, east',
      'daily',
      'Asia/Kolkata',
      '2026-11-21T10:00:00Z',
      '2026-11-22T01:30:00.000Z',
    ],
    [
      'is mailed by the reader’s clock, west',
      'daily',
      'America/Los_Angeles',
      '2026-11-21T10:00:00Z',
      '2026-11-21T15:00:00.000Z',
    ],
    ['before clocks go back', 'daily', 'Europe/Zurich', '2026-10-24T20:00:00Z', '2026-10-25T06:00:00.000Z'],
    [
      'before clocks go forward',
      'daily',
      'Europe/Zurich',
      '2027-03-27T20:00:00Z',
      '2027-03-28T05:00:00.000Z',
    ],
    [
      'on a Saturday is mailed on Monday',
      'weekly',
      'UTC',
      '2026-11-21T10:00:00Z',
      '2026-11-23T07:00:00.000Z',
    ],
    [
      'on a Monday before seven is mailed that day',
      'weekly',
      'UTC',
      '2026-11-23T06:00:00Z',
      '2026-11-23T07:00:00.000Z',
    ],
    [
      'on a Monday after seven is mailed in a week',
      'weekly',
      'UTC',
      '2026-11-23T08:00:00Z',
      '2026-11-30T07:00:00.000Z',
    ],
    [
      'where no such zone is known is mailed by UTC',
      'daily',
      'Atlantis/Capital',
      '2026-11-21T06:00:00Z',
      '2026-11-21T07:00:00.000Z',
    ],
  ])('%s', (_, mailing, zone, now, at) => {
    expect(next(mailing, zone, now)).toBe(at);
  });

  test('is mailed at seven on every clock of the world, within a day or a week', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const moments = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2035-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        moments,
        fc.constantFrom('daily', 'weekly'),
        (timeZone, now, mailing) => {
          const at = nextMailAt({ mailing, timeZone }, now)!;
          const shown = new Intl.DateTimeFormat('en-GB', {
            timeZone,
            hour: '2-digit',
            minute: '2-digit',
            weekday: 'long',
          }).format(at);
          expect(shown).toContain('07:00');
          if (mailing === 'weekly') expect(shown).toContain('Monday');
          const hours = (at.getTime() - now.getTime()) / 3_600_000;
          expect(hours).toBeGreaterThan(0);
          // A night in which clocks go back is an hour longer.
          expect(hours).toBeLessThanOrEqual(mailing === 'daily' ? 25 : 7 * 24 + 1);
        },
      ),
      { numRuns: 300 },
    );
  });
});
