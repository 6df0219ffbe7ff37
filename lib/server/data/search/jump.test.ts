import { expect, test } from 'vitest';
import { createCard } from '@/lib/server/data/cards/create-card';
import { words } from '@/lib/server/data/cards/curating-group.fixture';
import { db } from '@/lib/server/data/database';
import { readingGroup } from '@/lib/server/data/reading-group.fixture';
import { type Viewer, visitor } from '@/lib/server/data/viewer';
import { essayOnList } from './essay-on-list.fixture';
import { jumpTargets } from './jump';

/** Names of essays found in one group: other tests put public groups beside it, whose names may have the same letters. */
const essaysFound = async (viewer: Viewer, q: string, group: string) =>
  (await jumpTargets(viewer, q, group))
    .filter(({ kind, path }) => kind === 'essay' && path.startsWith(`/g/g-${group}/`))
    .map(({ label }) => label);

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
    expect((await essaysFound(ann, q, group)).toSorted()).toEqual(titles.toSorted());
});

test('what has all words is not crowded out by what has some, nor what has them whole by what has them within others', async () => {
  const { group, join } = await readingGroup();
  const ann = await join('Ann', 'member');
  for (let n = 0; n < 9; n++) {
    await essayOnList(group, { text: 'On it.', title: `Risk aversion ${n}` });
    await essayOnList(group, { text: 'On it.', title: `A main risk of failure ${n}` });
  }
  await essayOnList(group, { text: 'On it.', title: 'On AI and its risk' });
  const labels = await essaysFound(ann, 'risk ai', group);
  expect(labels[0]).toBe('On AI and its risk');
  expect(labels.filter((label) => label.startsWith('Risk aversion'))).toEqual([]);
});

test.each([
  [
    'Persuasion as a channel through which advanced systems may take influence on voters',
    'channel systems voters',
  ],
  ['Война и мир', 'мир война'],
  ['Ёлка', 'елка'],
  ['Σοφία', 'σοφια'],
  ['東京大学の歴史', '歴史 東京'],
  ['Théorie de l’État', 'etat'],
  ['Öl', 'ol'],
  ['Čapek über Ähren', 'uber ahren'],
  ['GPT‑4o, C++ and 100% of it', '100% gpt-4o'],
  ['🦊', '🦊'],
])('%s is found as %s, and nothing else', async (title, q) => {
  const { group, join } = await readingGroup();
  const ann = await join('Ann', 'member');
  for (const one of [title, 'Of 1000 systems']) await essayOnList(group, { text: 'On it.', title: one });
  expect(await essaysFound(ann, q, group)).toEqual([title]);
});

test.each(['?', '%', '_', '\\', '[', '(z', '\u0301', '½', '- -', "'"])(
  '%j is no error, and found nowhere',
  async (q) => {
    const { group, join } = await readingGroup();
    const ann = await join('Ann', 'member');
    await essayOnList(group, { text: 'On it.', title: 'Wombats dig' });
    expect(await essaysFound(ann, q, group)).toEqual([]);
  },
);

test('to name a group shows nothing of it to who may not read it', async () => {
  const { group } = await readingGroup();
  await essayOnList(group, { text: 'On it.', title: 'Quagga quagga' });
  expect(await jumpTargets(visitor, 'Quagga quagga', group)).toEqual([]);
});

test('what reads alike in groups of one name has their slugs, in one group its own', async () => {
  const [here, there] = [await readingGroup(), await readingGroup()];
  const bo = await here.join('Bo Bilby', 'member');
  await db().membership.create({ data: { groupId: there.group, userId: bo.user.id, role: 'member' } });
  await db().group.updateMany({
    where: { id: { in: [here.group, there.group] } },
    data: { name: 'Bilby club' },
  });
  for (const { group } of [here, there])
    await createCard(bo, group, { ...words, statement: 'A bilby digs.' });
  const essays = [];
  for (const group of [here.group, here.group, there.group])
    essays.push([group, await essayOnList(group, { text: 'On it.', title: 'The bilby' })]);
  const told = async (q: string) =>
    (await jumpTargets(bo, q)).map(({ kind, detail }) => `${kind}: ${detail}`).toSorted();
  const slugs = [here, there].map(({ group }) => `g-${group}`);

  expect(await told('digs')).toEqual(slugs.map((slug) => `card: Bilby club · 1 · ${slug}`).toSorted());
  expect(await told('bilby club')).toEqual(slugs.map((slug) => `group: ${slug}`).toSorted());
  expect(await told('bo bilby')).toEqual(slugs.map((slug) => `person: Bilby club · ${slug}`).toSorted());
  const [one, two] = essays.map(([group, id]) => `essay: Bilby club · g-${group} · e-${id}`);
  expect(await told('the bilby')).toEqual([one, two, `essay: Bilby club · ${slugs[1]}`].toSorted());
});
