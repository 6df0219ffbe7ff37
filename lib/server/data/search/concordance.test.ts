import { beforeAll, expect, test } from 'vitest';
import { concordanceCsv } from '@/lib/core/export/csv/concordance-csv';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { createReply } from '@/lib/server/data/replies';
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
  expect((await lines({ tag: 'crux' })).map(shown)).toEqual([
    'The quick brown fox 🦊 jumps. Over the [lazy] dog, the dog that sleeps.',
  ]);
  expect((await lines({ tag: 'crux' }, ben)).map(({ key }) => key)).toEqual(['brown fox', 'lazy']);
  expect((await lines({ tag: 'crux' }))[0]).toMatchObject({
    person: { name: 'Ben' },
    path: expect.stringContaining(`#a-${one.id}`),
  });
  expect(await lines({ tag: 'crux', q: 'dog' })).toEqual([]);
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

test('a group that one may not read has none', async () => {
  const stranger = await (await readingGroup()).join('Sam', 'owner');
  await expect(lines({ q: 'dog' }, stranger)).rejects.toMatchObject({ status: 404 });
});
