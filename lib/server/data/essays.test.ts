import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { createAnnotation } from './create-annotation';
import { db } from './database';
import { addEssay, previewEssay } from './essay-imports';
import { essayVersion } from './essay-versions';
import { changeEssay, essayTitles, listedEssay, readingList, removeEssay } from './essays';
import { groupChannel } from './events';
import { createGroup } from './groups';
import { addMember } from './members';
import { person, type SignedIn } from './person.fixture';
import { remember } from './reading';
import { createReply } from './replies';
import { visitor } from './viewer';

let owner: SignedIn;
let group: string;
const markdown = (content: string, rest: object = {}) => ({ format: 'markdown' as const, content, ...rest });
const add = (content: string, rest: object = {}) => addEssay(owner, group, markdown(content, rest));

beforeEach(async () => {
  owner = await person('Olga');
  group = (await createGroup(owner, { name: 'Library', description: '', visibility: 'private' })).id;
});

describe('an import', () => {
  test('becomes version 1 with its canonical text, the SHA-256 of it, and the source as it came', async () => {
    const source = '# The Jar\n\nIt is *full*.\n';
    const essay = await add(source);
    expect(essay).toMatchObject({ slug: 'the-jar', title: 'The Jar', number: 1, words: 5, position: 0 });
    const version = await essayVersion(owner, essay.id, '1');
    expect(version.text).toBe('The Jar\n\nIt is full.');
    expect(version.sha256).toBe(createHash('sha256').update(version.text).digest('hex'));
    const row = await db().essayVersion.findFirstOrThrow({ where: { essayId: essay.id } });
    expect(Buffer.from(row.source).toString()).toBe(source);
    expect(row.importer).toBe('markdown');
  });

  test('takes the title it is given, else one from the text', async () => {
    expect((await add('# From the text\n\nA.', { title: 'Given' })).title).toBe('Given');
    expect((await add('Only a sentence, no heading.')).title).toBe('Only a sentence, no heading.');
  });

  test('goes to the end of the list under a slug that is free there', async () => {
    const added = [];
    for (const text of ['One.', 'Two.', 'Three.']) added.push(await add(text, { title: 'Same' }));
    expect(added.map(({ slug }) => slug)).toEqual(['same', 'same-2', 'same-3']);
    expect((await readingList(owner, group)).map(({ position }) => position)).toEqual([0, 1, 2]);
    expect(await essayTitles(owner, group)).toEqual(
      added.map(({ id, slug, title }) => ({ id, slug, title })),
    );
  });

  test('of a text that the list has already is refused with the one that is there', async () => {
    const { id, slug, title } = await add('# Twice\n\nThe same words.');
    const again = addEssay(owner, group, { format: 'html', content: '<h1>Twice</h1><p>The same words.</p>' });
    await expect(again).rejects.toMatchObject({ status: 409, extensions: { existing: { id, slug, title } } });
    const preview = await previewEssay(owner, group, markdown('# Twice\n\nThe *same* words.'));
    expect(preview.duplicate).toEqual({ id, slug, title });
  });

  test('of the same text into another group tells nothing of the first', async () => {
    const first = await add('A shared text.');
    const other = await createGroup(owner, { name: 'Other', description: '', visibility: 'private' });
    const second = await addEssay(owner, other.id, markdown('A shared text.'));
    expect(second.id).not.toBe(first.id);
    expect(second.slug).toBe(first.slug);
  });

  test('sent twice with one id is made once', async () => {
    const id = uuidv7();
    const first = await add('Sent twice.', { id });
    expect(await add('Sent twice.', { id })).toEqual(first);
    expect(await readingList(owner, group)).toHaveLength(1);
  });

  test('sent ten times at once is made once', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => add('Ten at once.')));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('of more than a megabyte is refused before it is read', async () => {
    await expect(add('word '.repeat(400_000))).rejects.toMatchObject({ status: 413 });
  });

  test('of nothing but white space is refused', async () => {
    await expect(add(' \n ')).rejects.toMatchObject({ status: 422 });
  });

  test('keeps no claim of the source that the API would refuse', async () => {
    const essay = await add('---\nsource: javascript:alert(1)\nlanguage: "not a language"\n---\n\nText.');
    expect(essay).toMatchObject({ sourceUrl: null, language: 'en' });
  });

  test('is told on the channel of the group', async () => {
    const { id } = await add('News.');
    const events = await db().event.findMany({ where: { channelId: groupChannel(group) } });
    expect(events.at(-1)).toMatchObject({ kind: 'essay', change: 'created', entityId: id });
  });
});

test('a preview keeps nothing', async () => {
  const preview = await previewEssay(owner, group, markdown('# Look\n\nOnly looking.'));
  expect(preview).toMatchObject({ title: 'Look', words: 3, duplicate: null });
  expect(preview.html).toContain('Only looking.');
  expect(await readingList(owner, group)).toEqual([]);
});

describe('changeEssay', () => {
  test('changes what is sent and nothing else', async () => {
    const { id } = await add('Described.', { authors: ['Ann'], due: '2030-01-01T00:00:00.000Z' });
    const changed = await changeEssay(owner, { group, essay: id }, { licence: 'CC0', ifMatch: 1 });
    expect(changed).toMatchObject({
      licence: 'CC0',
      authors: ['Ann'],
      due: '2030-01-01T00:00:00.000Z',
      version: 2,
    });
    expect(await changeEssay(owner, { group, essay: id }, { due: null, ifMatch: 2 })).toMatchObject({
      due: null,
    });
  });

  test('based on an old version is refused with what is there now', async () => {
    const { id } = await add('Described.');
    await changeEssay(owner, { group, essay: id }, { title: 'Newer', ifMatch: 1 });
    const late = changeEssay(owner, { group, essay: id }, { title: 'Late', ifMatch: 1 });
    await expect(late).rejects.toMatchObject({ status: 412, extensions: { current: { title: 'Newer' } } });
  });

  test.each([
    [0, 'cab'],
    [1, 'acb'],
    [2, 'abc'],
    [99, 'abc'],
  ])('moves the last of three to place %i', async (position, order) => {
    for (const title of ['a', 'b', 'c']) await add(`Text ${title}.`, { title });
    await changeEssay(owner, { group, essay: 'c' }, { position, ifMatch: null });
    const list = await readingList(owner, group);
    expect(list.map(({ title }) => title).join('')).toBe(order);
    expect(list.map((essay) => essay.position)).toEqual([0, 1, 2]);
  });
});

describe('an essay of a private group', () => {
  test('is not there for others: its listing, its text', async () => {
    const { id, slug } = await add('Hidden.');
    const stranger = await person('Sam');
    for (const viewer of [stranger, visitor])
      for (const essay of [id, slug]) {
        await expect(listedEssay(viewer, group, essay)).rejects.toMatchObject({ status: 404 });
        await expect(essayVersion(viewer, essay, '1')).rejects.toMatchObject({ status: 404 });
      }
  });

  test('cannot be reached through another group', async () => {
    const { id } = await add('Hidden.');
    const stranger = await person('Sam');
    const own = await createGroup(stranger, { name: 'Own', description: '', visibility: 'private' });
    await expect(listedEssay(stranger, own.id, id)).rejects.toMatchObject({ status: 404 });
    await expect(removeEssay(stranger, { group: own.id, essay: id })).rejects.toMatchObject({ status: 404 });
  });

  test('is gone with its text when no list has it any more', async () => {
    const { id } = await add('Short-lived.');
    await removeEssay(owner, { group, essay: id });
    expect(await readingList(owner, group)).toEqual([]);
    await expect(essayVersion(owner, id, '1')).rejects.toMatchObject({ status: 404 });
    expect(await db().essay.count({ where: { id } })).toBe(0);
  });
});

test.each(['0', '-1', '1.5', 'x', '99999999999', '2'])('there is no version %s', async (number) => {
  const { id } = await add('One version.');
  await expect(essayVersion(owner, id, number)).rejects.toMatchObject({ status: 404 });
});

test('an essay is found by a slug in any script, escaped or not', async () => {
  const { id, slug } = await add('Текст.', { title: 'Записки' });
  expect(slug).toBe('записки');
  for (const essay of [slug, encodeURIComponent(slug)])
    expect((await listedEssay(owner, group, essay)).id).toBe(id);
  await expect(listedEssay(owner, group, '%E0%A4%A')).rejects.toMatchObject({ status: 404 });
});

test('counts are those of the viewer: private annotations are their authors’ only', async () => {
  const reader = await person('Rita');
  await addMember(owner, group, { user: reader.user.id, role: 'member' });
  const { id: essayId } = await add('Counted.');
  const made = (visibility: string) => ({
    id: uuidv7(),
    groupId: group,
    essayId,
    authorId: owner.user.id,
    visibility,
  });
  await db().readMark.create({
    data: { userId: reader.user.id, groupId: group, essayId, readAt: new Date(Date.now() - 60_000) },
  });
  await db().annotation.createMany({
    data: [made('group'), made('private'), { ...made('group'), deletedAt: new Date() }],
  });
  const counts = async (viewer: SignedIn) =>
    (await readingList(viewer, group)).map(({ annotations, unread }) => ({ annotations, unread }));
  expect(await counts(owner)).toEqual([{ annotations: 2, unread: 0 }]);
  expect(await counts(reader)).toEqual([{ annotations: 1, unread: 1 }]);
});

test('unread is what others wrote since, until everything or the thread is read', async () => {
  const reader = await person('Rita');
  await addMember(owner, group, { user: reader.user.id, role: 'member' });
  const { id: essay } = await add('Some words.');
  const place = { group, essay };
  const selector = [{ type: 'TextQuoteSelector' as const, exact: 'words' }];
  const annotate = (viewer: SignedIn) =>
    createAnnotation(viewer, place, { target: { version: 1, selector } });
  const unread = async (viewer: SignedIn) => (await listedEssay(viewer, group, essay)).unread;
  const comment = { markdown: 'Well.' };

  await annotate(owner);
  expect(await unread(reader)).toBe(0);
  await remember(reader, place, { all: true });
  await remember(owner, place, { all: true });
  await new Promise((resolve) => setTimeout(resolve, 5));
  const { id } = await annotate(owner);
  expect([await unread(owner), await unread(reader)]).toEqual([0, 1]);
  await createReply(reader, id, { comment });
  expect([await unread(owner), await unread(reader)]).toEqual([1, 1]);
  await remember(reader, place, { threads: [id] });
  expect(await unread(reader)).toBe(0);
});
