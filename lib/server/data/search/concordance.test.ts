import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { concordanceCsv } from '@/lib/core/export/csv/concordance-csv';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db } from '@/lib/server/data/database';
import { mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { createReply } from '@/lib/server/data/replies';
import { changeMe } from '@/lib/server/data/users';
import { concordance } from './concordance';

type Club = Awaited<ReturnType<typeof readingGroup>>;

let club: Club;
let ann: Awaited<ReturnType<Club['join']>>;
let ben: Awaited<ReturnType<Club['join']>>;

beforeAll(async () => {
  club = await readingGroup();
  ann = await club.join('Ann', 'member');
  ben = await club.join('Ben', 'member');
});

const lines = async (asked: object, viewer = ann) =>
  (await concordance(viewer, club.group, { q: '', in: 'texts', sort: 'place', ...asked })).lines;
const shown = ({ before, key, after }: { before: string; key: string; after: string }) =>
  `${before}[${key}]${after}`;

test('a word of the texts stands between what goes before and after it, and opens at its place', async () => {
  const found = await lines({ q: 'dog' });
  expect(found.map(shown)).toEqual([
    'Over the lazy [dog], the dog that sleeps.',
    'Over the lazy dog, the [dog] that sleeps.',
  ]);
  expect(found.map(({ path }) => path.slice(path.indexOf('#')))).toEqual(['#at-44-47', '#at-53-56']);
  expect(found[0]).toMatchObject({ essay: { title: 'The fox' }, person: null, start: 44, end: 47 });
});

test('forms of a word are met, and a beginning; sorted by what goes before or after', async () => {
  expect((await lines({ q: 'sleeping' })).map(({ key }) => key)).toEqual(['sleeps']);
  const sorted = async (sort: string) => (await lines({ q: 'the', sort })).map(({ after }) => after);
  expect(await sorted('place')).toEqual([
    ' quick brown fox 🦊 jumps.',
    ' lazy dog, the dog that sleeps.',
    ' dog that sleeps.',
  ]);
  expect(await sorted('after')).toEqual([
    ' dog that sleeps.',
    ' lazy dog, the dog that sleeps.',
    ' quick brown fox 🦊 jumps.',
  ]);
});

test('passages with a tag stand in their context, with who marked them; private ones for their author alone', async () => {
  const one = await createAnnotation(ben, club.place, mark('lazy', { tags: ['crux'] }));
  await createAnnotation(ben, club.place, mark('brown fox', { tags: ['crux'], visibility: 'private' }));
  expect((await lines({ tag: 'crux' })).map(shown)).toEqual(['Over the [lazy] dog, the dog that sleeps.']);
  expect((await lines({ tag: 'crux' }, ben)).map(({ key }) => key)).toEqual(['brown fox', 'lazy']);
  expect((await lines({ tag: 'crux' }))[0]).toMatchObject({
    person: { name: 'Ben' },
    path: expect.stringContaining(`#a-${one.id}`),
  });
  expect(await lines({ tag: 'crux', q: 'dog' })).toEqual([]);
  expect((await lines({ tag: 'crux', q: 'foxes' }, ben)).map(({ key }) => key)).toEqual(['brown fox']);
  expect((await lines({ tag: 'crux', q: '-foxes' }, ben)).map(({ key }) => key)).toEqual(['lazy']);
  expect(await lines({ tag: 'crux', q: '"brown foxes"' }, ben)).toEqual([]);
});

test('a word of the comments stands with who said it; a spreadsheet runs none of it', async () => {
  const note = await createAnnotation(
    ben,
    club.place,
    mark('fox', { comment: { markdown: '=1+1 is a gnu.' } }),
  );
  await createReply(ann, note.id, { comment: { markdown: 'No gnu at all.' } });
  const found = await lines({ q: 'gnu', in: 'comments' });
  expect(found.map((line) => [line.person?.name, shown(line)]).sort()).toEqual([
    ['Ann', 'No [gnu] at all.'],
    ['Ben', '=1+1 is a [gnu].'],
  ]);
  expect(concordanceCsv(found)).toContain("'=1+1 is a ");
});

describe('of more than are shown', () => {
  let own: Club;
  let eve: Awaited<ReturnType<Club['join']>>;
  beforeAll(async () => {
    own = await readingGroup();
    eve = await own.join('Eve', 'member');
  });
  const asked = async (query: object) =>
    concordance(eve, own.group, { q: '', in: 'texts', sort: 'place', ...query });
  /** As an annotation there is, so many times, a second younger each. */
  const again = async (id: string, times: number) => {
    await db().$executeRaw`
      INSERT INTO annotation (id, group_id, essay_id, author_id, visibility, comment, comment_markdown, created_at)
      SELECT gen_random_uuid(), group_id, essay_id, author_id, visibility, comment, comment_markdown, created_at + n * interval '1 second'
      FROM annotation, generate_series(1, ${times}::int) n WHERE id = ${id}::uuid`;
    await db().$executeRaw`
      INSERT INTO target (annotation_id, essay_version_id, selectors)
      SELECT a.id, t.essay_version_id, t.selectors FROM annotation a, target t
      WHERE t.annotation_id = ${id}::uuid AND a.group_id = ${own.group}::uuid
      ON CONFLICT DO NOTHING`;
    await db().$executeRaw`
      INSERT INTO anchor (annotation_id, essay_version_id, start, "end")
      SELECT a.id, t.essay_version_id, t.start, t."end" FROM annotation a, anchor t
      WHERE t.annotation_id = ${id}::uuid AND a.group_id = ${own.group}::uuid
      ON CONFLICT DO NOTHING`;
    await db().$executeRaw`
      INSERT INTO annotation_tag (annotation_id, tag_id)
      SELECT a.id, t.tag_id FROM annotation a, annotation_tag t
      WHERE t.annotation_id = ${id}::uuid AND a.group_id = ${own.group}::uuid
        AND NOT EXISTS (SELECT 1 FROM annotation_tag o WHERE o.annotation_id = a.id)`;
  };

  test('the essay and the words are looked for first, and cut is what fits', async () => {
    const said = (markdown: string) => ({ comment: { markdown } });
    const dog = await createAnnotation(eve, own.place, mark('dog', { tags: ['claim'], ...said('A yak.') }));
    const fox = await createAnnotation(
      eve,
      own.place,
      mark('quick', { tags: ['claim'], ...said('An emu, and a newt.') }),
    );
    await again(fox.id, 1_050);
    const essayId = v7();
    await db().essay.create({ data: { id: essayId, title: 'Of newts', authors: [], language: 'en' } });
    await db().readingListEntry.create({ data: { groupId: own.group, essayId, slug: 'newts', position: 1 } });
    // The mark on "dog" comes after a thousand on "quick", in time and in the text.
    const tagged = await asked({ tag: 'claim', q: 'dog' });
    expect(tagged.lines.map(({ path }) => path.split('#')[1])).toEqual([`a-${dog.id}`]);
    expect(tagged.capped).toBe(false);
    const quick = await asked({ tag: 'claim', q: 'quick -fox' });
    expect([quick.lines.length, quick.capped]).toEqual([1_000, true]);
    expect((await asked({ q: 'yak', in: 'comments' })).lines).toHaveLength(1);
    const newts = await asked({ q: 'newt', in: 'comments' });
    expect([newts.lines.length, newts.capped]).toEqual([1_000, true]);
    expect(await asked({ q: 'newt', in: 'comments', essay: 'newts' })).toEqual({ lines: [], capped: false });
    expect((await asked({ q: 'newt', in: 'comments', essay: 'the-fox' })).capped).toBe(true);
  });

  test('what only stands in the marked words is no line of what was said', async () => {
    const quote = { type: 'TextQuoteSelector' as const, exact: 'sleeps' };
    const target = { version: 1, selector: [mark('sleeps').target.selector[0]!, quote] };
    await createAnnotation(eve, own.place, mark('sleeps', { target, comment: { markdown: 'Is that so?' } }));
    await createAnnotation(eve, own.place, mark('sleeps', { target, comment: { markdown: 'It sleeps.' } }));
    expect((await asked({ q: 'sleep', in: 'comments' })).lines.map(shown)).toEqual(['It [sleeps].']);
  });
});

test('what somebody wrote whom one hid is no line', async () => {
  const [eve, ivy] = [await club.join('Eve', 'member'), await club.join('Ivy', 'member')];
  await createAnnotation(
    ivy,
    club.place,
    mark('jumps', { tags: ['failure-mode'], comment: { markdown: 'An ibis.' } }),
  );
  const both = async () => [
    (await lines({ tag: 'failure-mode' }, eve)).length,
    (await lines({ q: 'ibis', in: 'comments' }, eve)).length,
  ];
  expect(await both()).toEqual([1, 1]);
  await changeMe(eve, { settings: { hiddenPeople: [ivy.user.id] } });
  expect(await both()).toEqual([0, 0]);
  expect(await lines({ tag: 'failure-mode' })).toHaveLength(1);
});

test('a group that one may not read has none', async () => {
  const stranger = await (await readingGroup()).join('Sam', 'owner');
  await expect(lines({ q: 'dog' }, stranger)).rejects.toMatchObject({ status: 404 });
});
