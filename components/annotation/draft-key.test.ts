import { expect, test } from 'vitest';
import type { Writing } from './desk';
import { draftKey, placeOf } from './draft-key';

const reading = { viewer: { id: 'u', name: '' }, group: { id: 'g' }, essay: { id: 'e' } } as never;
const all: Writing[] = [
  { kind: 'words', annotation: 'a', reply: null, base: null },
  { kind: 'words', annotation: 'a', reply: 'r', base: null },
  { kind: 'reply', annotation: 'a', parent: null },
  { kind: 'reply', annotation: 'a', parent: 'r' },
  { kind: 'reply', annotation: 'b', parent: null },
];

test('everything that can be written has a key of its own', () => {
  expect(new Set(all.map((writing) => draftKey(placeOf(reading), writing))).size).toBe(all.length);
});

test('the draft of an edit is found again whatever it replaces', () => {
  const base = { type: 'doc' as const, content: [] };
  expect(draftKey('p', { kind: 'words', annotation: 'a', reply: null, base })).toBe(draftKey('p', all[0]!));
});

test('another person on this device, group or essay is another place', () => {
  const other = { ...(reading as object), viewer: { id: 'v', name: '' } } as never;
  expect(placeOf(other)).not.toBe(placeOf(reading));
});
