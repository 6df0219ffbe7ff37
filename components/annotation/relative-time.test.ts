import { expect, test } from 'vitest';
import { isEdited, relativeTime } from './relative-time';

const now = Date.parse('2026-06-15T12:00:00Z');

test.each([
  ['this second', '2026-06-15T12:00:00Z', 'now'],
  ['a clock that runs ahead', '2026-06-15T12:03:00Z', 'now'],
  ['under a minute', '2026-06-15T11:59:01Z', 'now'],
  ['a minute', '2026-06-15T11:59:00Z', '1m ago'],
  ['just under an hour', '2026-06-15T11:00:01Z', '59m ago'],
  ['hours', '2026-06-15T07:00:00Z', '5h ago'],
  ['days', '2026-06-13T11:00:00Z', '2d ago'],
  ['over a week', '2026-06-01T12:00:00Z', 'Jun 1'],
  ['another year', '2025-06-01T12:00:00Z', 'Jun 1, 2025'],
])('%s', (_, iso, text) => {
  expect(relativeTime(iso, now)).toBe(text);
});

test.each([
  ['never touched', null, false],
  ['words that follow the mark', '2026-06-15T12:04:00Z', false],
  ['a later change', '2026-06-15T12:06:00Z', true],
])('edited: %s', (_, modified, edited) => {
  expect(isEdited('2026-06-15T12:00:00Z', modified)).toBe(edited);
});
