import { expect, test } from 'vitest';
import { createCard } from '@/lib/server/data/cards/create-card';
import { words } from '@/lib/server/data/cards/curating-group.fixture';
import { db } from '@/lib/server/data/database';
import { readingGroup } from '@/lib/server/data/reading-group.fixture';
import { visitor } from '@/lib/server/data/viewer';
import { essayOnList } from './essay-on-list.fixture';
import { jumpTargets } from './jump';

test('what is in the group one is in comes before what fits as well elsewhere, whatever its kind', async () => {
  const [here, there] = [await readingGroup(), await readingGroup()];
  const ann = await here.join('Ann', 'member');
  await db().membership.create({ data: { groupId: there.group, userId: ann.user.id, role: 'member' } });
  await here.join('Okapi Ito', 'member');
  await there.join('Okapi Ota', 'member');
  await createCard(ann, here.group, { ...words, statement: 'Okapi are shy.' });
  await essayOnList(there.group, { text: 'On them.', title: 'Okapi of the north' });
  await essayOnList(there.group, { text: 'On one.', title: 'Okapia' });
  await essayOnList(here.group, { text: 'In passing.', title: 'Of the xokapi' });
  const labels = async (group?: string) => (await jumpTargets(ann, 'okapi', group)).map(({ label }) => label);

  expect(await labels()).toEqual([
    'Okapi of the north',
    'Okapia',
    'Okapi Ito',
    'Okapi Ota',
    'Okapi are shy.',
    'Of the xokapi',
  ]);
  const inHere = [
    'Okapi Ito',
    'Okapi are shy.',
    'Okapi of the north',
    'Okapia',
    'Okapi Ota',
    'Of the xokapi',
  ];
  expect(await labels(here.group)).toEqual(inHere);
  expect(await labels(`g-${here.group}`)).toEqual(inHere);
});

test('what has much the same letters is offered where no name has those that were typed', async () => {
  const { group, join } = await readingGroup();
  const ann = await join('Ann', 'member');
  await essayOnList(group, { text: 'On them.', title: 'Thylacine' });
  await essayOnList(group, { text: 'On others.', title: 'Thylacoleo' });
  const labels = async (q: string) => (await jumpTargets(ann, q)).map(({ label }) => label);

  expect(await labels('thylacine')).toEqual(['Thylacine']);
  expect(await labels('thilacine')).toEqual(['Thylacine']);
  expect((await labels('thylac')).toSorted()).toEqual(['Thylacine', 'Thylacoleo']);
});

test('a name has words in whatever order, and whatever the accents and the signs between them', async () => {
  const { group, join } = await readingGroup();
  const ann = await join('Ann', 'member');
  const titles = ['Zoë’s AI-risk', 'On AI risk to Zoe'];
  for (const title of titles) await essayOnList(group, { text: 'On it.', title });
  for (const q of ['ai risk', 'risk ai', 'zoe ai', 'Zoë'])
    expect((await jumpTargets(ann, q)).map(({ label }) => label).toSorted()).toEqual(titles.toSorted());
});

test('to name a group shows nothing of it to who may not read it', async () => {
  const { group } = await readingGroup();
  await essayOnList(group, { text: 'On it.', title: 'Quagga quagga' });
  expect(await jumpTargets(visitor, 'Quagga quagga', group)).toEqual([]);
});
