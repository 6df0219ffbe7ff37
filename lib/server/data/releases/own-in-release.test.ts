import { beforeAll, describe, expect, test } from 'vitest';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { bytesOf, written as fileOf } from '@/lib/core/corpus-import/read-back.fixture';
import { jsonl } from '@/lib/core/export/jsonl/jsonl';
import { createCard } from '@/lib/server/data/cards/create-card';
import { words } from '@/lib/server/data/cards/curating-group.fixture';
import { takePosition } from '@/lib/server/data/cards/positions';
import { openRound } from '@/lib/server/data/cards/rounds';
import { agreeToClaim, askToBe, externalPeople } from '@/lib/server/data/corpus-import/external-people';
import { importCorpus } from '@/lib/server/data/corpus-import/import-corpus';
import { setConsent } from '@/lib/server/data/export/consent';
import { exportGroup, ofKind, readAll } from '@/lib/server/data/export/export-group.fixture';
import type { Viewer } from '@/lib/server/data/viewer';
import { freezeRelease } from './freeze';
import { createRelease } from './releases';
import { noBeat } from './releasing-group.fixture';

const freeze = async (owner: Viewer, group: string) =>
  freezeRelease(owner, (await createRelease(owner, group, { title: 'All', note: '' })).id, noBeat);

test.each([
  [{ scope: 'mine' }, [1, 0]],
  [{ parts: 'cards,positions' }, [1, 1]],
] as const)('one’s own answer comes while a round asks the card anew: %o', async (choice, told) => {
  const { group, owner, ann, bo } = await exportGroup();
  const { id: card } = await createCard(ann, group, { ...words, statement: 'It rains.' });
  for (const by of [ann, bo])
    await takePosition(by, { group, card }, { credence: 30, reason: 'so', wouldChangeMind: '' });
  await freeze(owner, group);
  const closes = new Date(Date.now() + 86_400_000).toISOString();
  await openRound(owner, group, { title: 'Again', closes, cards: [card] });
  for (const release of [{}, { release: '1' }]) {
    const read = await readAll(ann, group, { ...choice, ...release });
    const answers = ofKind(read, 'card').flatMap(({ positions }) => positions);
    expect(answers.map(({ credence }) => credence)).toEqual([30]);
    const { counts, hiddenPositions = 0 } = read.head;
    expect([counts.positions, hiddenPositions]).toEqual(told);
  }
});

describe('what was frozen under an imported person', () => {
  let group: string;
  let owner: Viewer;
  let ann: Viewer & { user: { id: string } };

  beforeAll(async () => {
    const club = await exportGroup('public');
    ({ group, owner, ann } = club);
    const content = async () => bytesOf(fileOf(jsonl, corpusRecords));
    await importCorpus(owner, group, { format: 'jsonl', content, dryRun: false });
    const ada = (await externalPeople(owner, group)).find(({ person }) => person.name.startsWith('Ada'))!;
    await freeze(owner, group);
    await askToBe(ann, { group, person: ada.person.id });
    await agreeToClaim(owner, { group, person: ada.person.id }, ann.user.id);
  });

  const authors = async (choice: Record<string, string>) => {
    const read = await readAll(ann, group, choice);
    return ofKind(read, 'annotation').map(({ id, person }) => [id, person.id, person.name]);
  };

  test.each<[string, () => Record<string, string>]>([
    ['all', () => ({})],
    ['one’s own', () => ({ scope: 'mine' })],
    ['a person’s', () => ({ people: ann.user.id })],
  ])('is theirs who turned out to be that person: %s', async (_, choice) => {
    const live = await authors(choice());
    expect(live.length).toBeGreaterThan(0);
    expect(await authors({ ...choice(), release: '1' })).toEqual(live);
  });

  test('comes in their own exports also where they are left out, and in no other', async () => {
    await setConsent(ann, group, 'left-out');
    const own = await authors({ scope: 'mine' });
    expect(own.length).toBeGreaterThan(0);
    expect(await authors({ scope: 'mine', release: '1' })).toEqual(own);
    expect(await authors({ release: '1' })).toEqual(await authors({}));
  });
});
