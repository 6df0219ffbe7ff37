import { v7 } from 'uuid';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { bytesOf, written as fileOf } from '@/lib/core/corpus-import/read-back.fixture';
import { jsonl } from '@/lib/core/export/jsonl/jsonl';
import { db } from '@/lib/server/data/database';
import { createGroup } from '@/lib/server/data/groups';
import { person } from '@/lib/server/data/person.fixture';
import { visitor } from '@/lib/server/data/viewer';
import { externalPeople } from './external-people';
import { importCorpus } from './import-corpus';

export const content = fileOf(jsonl, corpusRecords);
export const [owner, ann, ben] = [await person('Olga'), await person('Ann'), await person('Ben')];
export const bring = (group: string, file = content) =>
  importCorpus(owner, group, { format: 'jsonl', content: async () => bytesOf(file), dryRun: false });
/** A public group with the fixture in it, and the person in it who wrote most. */
export async function imported() {
  const group = v7();
  await createGroup(owner, { id: group, name: 'Night school', description: '', visibility: 'public' });
  for (const { user } of [ann, ben])
    await db().membership.create({ data: { groupId: group, userId: user.id, role: 'member' } });
  await bring(group);
  const ada = (await externalPeople(visitor, group)).find(({ person }) => person.name.startsWith('Ada'))!;
  return { group, ada: ada.person.id, place: { group, person: ada.person.id } };
}
