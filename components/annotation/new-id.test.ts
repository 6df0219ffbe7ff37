import { expect, test } from 'vitest';
import { z } from 'zod';
import { newId } from './new-id';

test('is a UUIDv7 by the schema that the server asks for', () => {
  for (let i = 0; i < 200; i++) expect(z.uuidv7().safeParse(newId()).success).toBe(true);
});

test('begins with the time in milliseconds, so ids sort by age', () => {
  expect(newId(0x0192_3456_789a).startsWith('01923456-789a-7')).toBe(true);
  expect(newId(1000) < newId(2000)).toBe(true);
});

test('no two are alike within one millisecond', () => {
  expect(new Set(Array.from({ length: 1000 }, () => newId(1))).size).toBe(1000);
});
