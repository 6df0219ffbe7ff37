import { expect, test } from 'vitest';
import { searchTerms } from '@/lib/core/search/search-terms';
import { readingGroup } from '@/lib/server/data/reading-group.fixture';
import { essayOnList } from './essay-on-list.fixture';
import { reachOf } from './reach';

test.each([
  ['a word that is its own stem is asked for once', 'bird', "'bird'"],
  [
    'another one as it is written, and once by the stem that two languages give it',
    'birds',
    "'birds':AC | 'bird'",
  ],
  ['a word whose stem has an accent by both', 'Zoë', "'zoe':AC | 'zoë'"],
  ['a Chinese word by its pairs of characters, too', '京', "'京':*AC | '京'"],
  ['a beginning as it is written', 'bird*', "'bird':*AC"],
  ['what is left out, as well', 'bird -egg', "'bird' & !'egg'"],
])('%s', async (_, q, tsquery) => {
  const { group, join } = await readingGroup();
  await essayOnList(group, { text: 'Vom Vogel.', language: 'de', title: 'Vögel' });
  const reach = await reachOf(await join('Ann', 'member'), { group }, searchTerms(q));
  expect(reach.tsquery).toBe(tsquery);
});
