import { expect, test } from 'vitest';
import { type Standing, whereItStands } from './where-it-stands';

const plain: Standing = { group: 'Night School', slug: null, authors: [], added: null };

test.each<[string, Partial<Standing>, string]>([
  ['its group', {}, 'Night School'],
  ['its authors', { authors: ['Ann Lee', 'Bo'] }, 'Night School · Ann Lee, Bo'],
  ['which of two groups', { slug: 'night-school-2' }, 'Night School (night-school-2)'],
  [
    'which of two essays',
    { authors: ['Bo'], added: '2026-11-21T14:03:00.000Z' },
    'Night School · Bo · added Nov 21, 2026, 14:03',
  ],
])('the line says %s', (_what, known, line) => {
  expect(whereItStands({ ...plain, ...known })).toBe(line);
});
