import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { greatestInteger } from '@/lib/core/api/greatest-integer';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { bytesOf, written } from '@/lib/core/corpus-import/read-back.fixture';
import { exportFormats } from '@/lib/core/export/export-formats';
import { createCard } from '@/lib/server/data/cards/create-card';
import { words } from '@/lib/server/data/cards/curating-group.fixture';
import { createGroup } from '@/lib/server/data/groups';
import { person } from '@/lib/server/data/person.fixture';
import { importCorpus } from './import-corpus';

const refused = ['“number” is more than 1000000.'];

test.each([
  { format: 'jsonl', number: '"number":1,"kind":"claim"', faults: refused, next: 5 },
  { format: 'jsonld', number: 'urn:cruxbook:number:1"', faults: [], next: 5 },
] as const)('a group can number new cards after a $format that has the greatest', async (file) => {
  const { format, number, faults, next } = file;
  const owner = await person('Olga');
  const group = v7();
  await createGroup(owner, { id: group, name: `Numbers ${group}`, description: '', visibility: 'private' });
  const text = written(exportFormats[format], corpusRecords);
  expect(text).toContain(number);
  const content = async () => bytesOf(text.replace(number, number.replace('1', `${greatestInteger}`)));
  const { created, bad } = await importCorpus(owner, group, { format, content, dryRun: false });
  expect(created.cards).toBe(3 - faults.length);
  expect(bad.rows.flatMap(({ what, reason }) => (what.startsWith('card') ? reason : []))).toEqual(faults);
  expect(await createCard(owner, group, { ...words, statement: 'Next.' })).toMatchObject({ number: next });
});
