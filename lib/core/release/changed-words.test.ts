import { expect, test } from 'vitest';
import type { CorpusTag } from '@/lib/core/corpus/corpus';
import { corpusHead } from '@/lib/core/export/written-files.fixture';
import { type ChangedWord, changedWords } from './changed-words';

const [claim, ...others] = corpusHead.tags;
const retired = { ...claim!, retired: true };

test.each<[string, CorpusTag | null, CorpusTag | null, ChangedWord['change'] | null]>([
  ['a new word', null, claim!, 'added'],
  ['one that is gone', claim!, null, 'removed'],
  ['one with another definition', claim!, { ...claim!, definition: 'Otherwise.' }, 'redefined'],
  ['one with another name', claim!, { ...claim!, name: 'Thesis' }, 'redefined'],
  ['one that is out of use', claim!, retired, 'retired'],
  ['one that is in use again', retired, claim!, 'brought back'],
  ['one that is redefined as it goes out of use', claim!, { ...retired, definition: 'Old.' }, 'retired'],
  [
    'one with another colour, line and sign',
    claim!,
    { ...claim!, slot: 4, line: 'dotted', glyph: '?' },
    null,
  ],
])('%s', (_, before, after, change) => {
  const told = changedWords([...(before ? [before] : []), ...others], [...others, ...(after ? [after] : [])]);
  expect(told.map(({ slug, change }) => [slug, change])).toEqual(change ? [['claim', change]] : []);
});
