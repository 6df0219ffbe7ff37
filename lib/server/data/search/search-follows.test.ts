import { expect, test } from 'vitest';
import { createCard } from '@/lib/server/data/cards/create-card';
import { words as cardWords } from '@/lib/server/data/cards/curating-group.fixture';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db, query } from '@/lib/server/data/database';
import { changeEssay, removeEssay } from '@/lib/server/data/essays';
import { mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { createReply } from '@/lib/server/data/replies';
import { changeMe } from '@/lib/server/data/users';
import { runDue } from '@/lib/server/jobs/worker';
import { essayOnList, versionOf } from './essay-on-list.fixture';
import { find } from './found.fixture';
import { indexNotes } from './index-notes';

test('of an essay that has a word in more paragraphs than are looked at, others that have it are found too', async () => {
  const { group, join } = await readingGroup();
  const long = Array.from({ length: 1_100 }, (_, n) => `Paragraph ${n} on axolotls.`);
  await essayOnList(group, { title: 'Long', text: long.join('\n\n') });
  await essayOnList(group, { title: 'Short', text: 'Nothing.\n\nNothing on axolotls.' });
  const { items } = await find(await join('Ann', 'member'), 'axolotls', { group });
  expect(items.map(({ essay: on }) => on?.title).sort()).toEqual(['Long', 'Short']);
});

test('whoever one hid is found by asking for them alone, and others in their threads are', async () => {
  const own = await readingGroup();
  const [eve, ivy] = [await own.join('Eve', 'member'), await own.join('Ivy', 'member')];
  const said = { comment: { markdown: 'A walrus.' } };
  const one = await createAnnotation(ivy, own.place, mark('fox', said));
  await createReply(eve, one.id, said);
  await createReply(ivy, one.id, said);
  await createCard(ivy, own.group, { ...cardWords, statement: 'Walruses sing.' });
  const kinds = async (more: object = {}) =>
    (await find(eve, 'walrus', { group: own.group, ...more })).items.map(({ kind }) => kind).sort();
  expect(await kinds()).toEqual(['annotation', 'card', 'reply', 'reply']);
  await changeMe(eve, { settings: { hiddenPeople: [ivy.user.id] } });
  expect(await kinds()).toEqual(['card', 'reply']);
  expect(await kinds({ person: ivy.user.id })).toEqual(['annotation', 'card', 'reply']);
  expect((await find(eve, 'walrus', { group: own.group })).facets.kind).toEqual([
    { value: 'card', label: 'card', count: 1 },
    { value: 'reply', label: 'reply', count: 1 },
  ]);
});

/** The entry so many times more, each so many seconds after the one before. */
const again = (id: string, times: number, seconds = 1) => db().$executeRaw`
  INSERT INTO search_entry (id, kind, thread_id, group_id, essay_id, author_id, created_at, words)
  SELECT gen_random_uuid(), kind, thread_id, group_id, essay_id, author_id, created_at + n * ${seconds}::int * interval '1 second', words
  FROM search_entry, generate_series(1, ${times}::int) n WHERE id = ${id}::uuid`;

test('older than thousands without the word, and than thousands that one may not see, it is found', async () => {
  const own = await readingGroup();
  const [eve, ivy] = [await own.join('Eve', 'member'), await own.join('Ivy', 'member')];
  const said = (markdown: string, more: object = {}) => mark('fox', { comment: { markdown }, ...more });
  const old = await createAnnotation(eve, own.place, said('An ocelot.'));
  const other = await createAnnotation(ivy, own.place, said('Nothing.'));
  const secret = await createAnnotation(ivy, own.place, said('My ocelot.', { visibility: 'private' }));
  await again(secret.id, 2_000);
  const found = async () => (await find(eve, 'ocelot', { group: own.group })).items.map(({ id }) => id);
  expect(await found()).toEqual([old.id]);
  await again(other.id, 5_000);
  expect(await found()).toEqual([old.id]);
});

test.each([
  ['as rare among the newest as further back', 150],
  ['not among the newest', 120],
])('a word is left out of what is older, %s', async (_, seconds) => {
  const own = await readingGroup();
  const eve = await own.join('Eve', 'member');
  const said = (markdown: string) => createAnnotation(eve, own.place, mark('fox', { comment: { markdown } }));
  await again((await said('Nothing.')).id, 5_000);
  for (const words of ['A puma.', 'A puma sleeps.']) await again((await said(words)).id, 33, seconds);
  const count = async (q: string) => (await find(eve, q, { group: own.group })).facets.kind[0]?.count;
  expect(await count('puma')).toBe(68);
  expect(await count('puma -sleeps')).toBe(34);
});

test('in another language of an essay what was said on it is found by other stems', async () => {
  const own = await readingGroup();
  const eve = await own.join('Eve', 'owner');
  const one = await createAnnotation(
    eve,
    own.place,
    mark('fox', { comment: { markdown: 'Die alten Häuser.' } }),
  );
  await createReply(eve, one.id, { comment: { markdown: 'Viele Häuser.' } });
  await createCard(eve, own.group, { ...cardWords, statement: 'Häuser verfallen.' });
  const kinds = async () =>
    (await find(eve, 'Haus', { group: own.group })).items.map(({ kind }) => kind).sort();
  expect(await kinds()).toEqual([]);
  await changeEssay(eve, own.place, { language: 'de', ifMatch: null });
  while ((await runDue('index-notes')) > 0);
  expect(await kinds()).toEqual(['annotation', 'card', 'reply']);
});

test('an earlier text that comes after the newest leaves what is found as it is', async () => {
  const { group } = await readingGroup();
  const id = await essayOnList(group, { text: 'First.' });
  await db().essayVersion.create({ data: { ...versionOf(id, 'Third.'), number: 3 } });
  const found = () =>
    query<{ text: string }>(
      'passages-as-written',
      'SELECT text, xmin::text FROM passage WHERE essay_id = $1::uuid ORDER BY number',
      [id],
    );
  const newest = await found();
  await db().essayVersion.create({ data: { ...versionOf(id, 'Second.'), number: 2 } });
  expect(newest.at(-1)?.text).toBe('Third.');
  expect(await found()).toEqual(newest);
});

test('cards are found in the language of whatever essay is the first on the list', async () => {
  const own = await readingGroup();
  const eve = await own.join('Eve', 'owner');
  const second = await essayOnList(own.group, { text: 'Nichts.', language: 'de' });
  await createCard(eve, own.group, { ...cardWords, statement: 'Häuser verfallen.' });
  const found = async () => {
    while ((await runDue('index-notes')) > 0);
    return (await find(eve, 'Haus', { group: own.group })).items.map(({ kind }) => kind);
  };
  expect(await found()).toEqual([]);
  const place = { group: own.group, essay: second };
  await changeEssay(eve, place, { position: 0, ifMatch: null });
  expect(await found()).toEqual(['card']);
  await removeEssay(eve, place);
  expect(await found()).toEqual([]);
});

test('cards are indexed anew some at a time, and only for the first essay on the list', async () => {
  const own = await readingGroup();
  const eve = await own.join('Eve', 'owner');
  const second = await essayOnList(own.group, { text: 'Nothing.' });
  await createCard(eve, own.group, { ...cardWords, statement: 'Häuser verfallen.' });
  await db().$executeRaw`
    INSERT INTO card (id, group_id, number, kind, statement, created_by_id)
    SELECT gen_random_uuid(), group_id, number + n, kind, statement, created_by_id
    FROM card, generate_series(1, 520) n WHERE group_id = ${own.group}::uuid`;
  const entries = () => db().searchEntry.findMany({ where: { groupId: own.group }, select: { id: true } });
  const ids = (await entries()).map(({ id }) => id).sort();
  await db().searchEntry.deleteMany({ where: { groupId: own.group } });
  expect(await indexNotes(eve, { essay: second, after: null })).toBeNull();
  expect(await entries()).toEqual([]);
  const last = await indexNotes(eve, { essay: own.essay, after: null });
  expect([last, (await entries()).length]).toEqual([ids[499], 500]);
  expect(await indexNotes(eve, { essay: own.essay, after: last })).toBeNull();
  expect((await entries()).map(({ id }) => id).sort()).toEqual(ids);
});
