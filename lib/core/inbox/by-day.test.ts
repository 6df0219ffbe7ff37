import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byDay, dayIn, dayName } from './by-day';

const entry = (id: string, created: string, thread: string) => ({ id, created, thread });

describe('entries are put together', () => {
  test('by the day where the reader lives, then by thread in the order of their first entry', () => {
    const entries = [
      entry('d', '2026-11-21T01:00:00.000Z', 'one'),
      entry('c', '2026-11-20T23:30:00.000Z', 'two'),
      entry('b', '2026-11-20T23:10:00.000Z', 'one'),
      entry('a', '2026-11-20T10:00:00.000Z', 'one'),
    ];
    const shape = (zone: string) =>
      byDay(entries, zone).map(({ day, threads }) => [
        day,
        ...threads.map(({ thread, entries }) => `${thread}: ${entries.map(({ id }) => id).join('')}`),
      ]);
    expect(shape('UTC')).toEqual([
      ['2026-11-21', 'one: d'],
      ['2026-11-20', 'two: c', 'one: ba'],
    ]);
    expect(shape('Europe/Zurich')).toEqual([
      ['2026-11-21', 'one: db', 'two: c'],
      ['2026-11-20', 'one: a'],
    ]);
  });

  test('without losing, doubling or reordering any within its thread', () => {
    const some = fc.array(
      fc.record({
        id: fc.uuid(),
        created: fc
          .date({ min: new Date(0), max: new Date('2099-01-01'), noInvalidDate: true })
          .map((d) => d.toISOString()),
        thread: fc.constantFrom('a', 'b', 'c'),
      }),
    );
    fc.assert(
      fc.property(some, (entries) => {
        const out = byDay(entries, 'UTC').flatMap(({ threads }) => threads.flatMap((one) => one.entries));
        const ids = (all: typeof entries) => all.map(({ id }) => id).sort();
        expect(ids(out)).toEqual(ids(entries));
        for (const name of 'abc') {
          const of = (all: typeof entries, day: string) =>
            all.filter(({ thread, created }) => thread === name && created.startsWith(day));
          for (const { created } of entries)
            expect(of(out, created.slice(0, 10))).toEqual(of(entries, created.slice(0, 10)));
        }
      }),
    );
  });
});

test('a zone that no machine knows counts as UTC', () => {
  expect(dayIn('Atlantis/Capital')('2026-11-21T23:59:59.000Z')).toBe('2026-11-21');
});

test.each([
  ['2026-11-21', 'Today'],
  ['2026-11-20', 'Yesterday'],
  ['2026-11-16', 'Monday 16 November'],
  ['2025-12-31', '31 December 2025'],
])('on 21 November 2026, %s is called “%s”', (day, name) => {
  expect(dayName(day, '2026-11-21')).toBe(name);
});
