import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { id } from '@/lib/core/corpus/corpus-names.fixture';
import { aDocument } from '@/lib/core/corpus/corpus-records.fixture';
import { bytesOf, written } from '@/lib/core/corpus-import/read-back.fixture';
import { jsonl } from '@/lib/core/export/jsonl/jsonl';
import { query } from '@/lib/server/data/database';
import { createGroup } from '@/lib/server/data/groups';
import { person } from '@/lib/server/data/person.fixture';
import { importCorpus } from './import-corpus';

test('of the versions of a text only the newest is taken apart for search', async () => {
  const owner = await person('Olga');
  const group = v7();
  await createGroup(owner, { id: group, name: 'Versions', description: '', visibility: 'private' });
  const versions = [1, 2, 3].map((number) =>
    aDocument('versions', `Version ${number}.`, { id: id(`versions-v${number}`), number }),
  );
  const content = async () => bytesOf(written(jsonl, versions));
  const report = await importCorpus(owner, group, { format: 'jsonl', content, dryRun: false });
  expect(report.created.texts).toBe(3);
  // cmin numbers the statements of a transaction: passages that an older version had made anew were as late as it is.
  const rows = await query(
    'indexed-versions',
    `SELECT v.number, p.text, p.xmin = v.xmin AS "isSame", p.cmin::text::int < v.cmin::text::int AS "isEarlier"
     FROM reading_list_entry e JOIN essay_version v ON v.essay_id = e.essay_id
     JOIN passage p ON p.essay_id = e.essay_id AND p.number > 0 WHERE e.group_id = $1::uuid ORDER BY 1`,
    [group],
  );
  const passage = { text: 'Version 3.', isSame: true };
  expect(rows).toEqual([
    { ...passage, number: 1, isEarlier: true },
    { ...passage, number: 2, isEarlier: true },
    { ...passage, number: 3, isEarlier: false },
  ]);
});
