import { expect, test } from 'vitest';
import { ConcordanceQuery, SearchQuery } from './search';

test.each([
  ['a search', SearchQuery],
  ['a concordance', ConcordanceQuery],
])('%s with what no database can store in any of its parts is none', (_, schema) => {
  for (const bad of ['\0', 'a\0b', '\ud800'])
    for (const name of Object.keys(schema.shape))
      expect([name, schema.safeParse({ [name]: bad }).success]).toEqual([name, false]);
});

const id = '01a1ffbb-1fa1-7457-9bc5-8e88734cfb5e';

test.each([`1795282245123_0.06079271_${id}`, `0_1e-20_${id}`, `-86400000_12_${id}`])(
  'a page may follow %s, as a page gives it',
  (after) => {
    expect(SearchQuery.parse({ after }).after).toBe(after);
  },
);

test.each([
  `-8639999999999999_0_${id}`,
  `8639999999999999_0_${id}`,
  `-1e15_0_${id}`,
  `1_NaN_${id}`,
  `1__${id}`,
  '1_0_',
  '1_0_everything',
  '',
])('no page follows %j, and a sentence says so', (after) => {
  expect(SearchQuery.safeParse({ after }).error?.issues[0]?.message).toMatch(/^Send `after` as/);
});
