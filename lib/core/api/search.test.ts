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
