import { expect, test } from 'vitest';
import { concordanceCsv } from '@/lib/core/export/csv/concordance-csv';
import { db } from '@/lib/server/data/database';
import { exportGroup } from '@/lib/server/data/export/export-group.fixture';
import { concordance } from './concordance';
import { concordanceFile } from './concordance-file';
import { mostLines } from './concordance-line';

const { group, owner, ann, bo, join, annotate, answer, consent } = await exportGroup();
const [cy, dee] = [await join('Cy Twombly', 'member'), await join('Dee Dee', 'member')];
const said = (markdown: string, rest: object = {}) => ({ tags: ['crux'], comment: { markdown }, ...rest });
await consent(ann, 'named');
await consent(cy, 'left-out');
await annotate(
  ann,
  'fox',
  said(`A gnu, [@Dee Dee](mention:${dee.user.id}) and [@Ann Lee](mention:${ann.user.id}).`),
);
const dog = await annotate(bo, 'lazy dog', said('A gnu of Bo.'));
await answer(cy, dog, 'No gnu of Cy.');
const quick = await annotate(cy, 'quick', said('A gnu of Cy.'));
await answer(bo, quick, 'A gnu below Cy.');
await annotate(owner, 'jumps', said('My own gnu.', { visibility: 'private' }));
const rude = await annotate(dee, 'sleeps', said('A rude gnu.'));
await db().annotation.update({ where: { id: rude }, data: { held: 'hidden' } });

const ofTag = { q: '', tag: 'crux', in: 'texts', sort: 'place', named: false } as const;
const ofWord = { q: 'gnu', in: 'comments', sort: 'place', named: false } as const;
const file = async (asked: object) => {
  const { lines } = await concordanceFile(owner, group, { ...ofTag, tag: undefined, ...asked });
  const isTag = 'tag' in asked && asked.tag;
  return lines.map(({ before, key, after, person }) => [person?.name, isTag ? key : before + key + after]);
};
const reader = expect.stringMatching(/^reader-/);

test('the page shows who said what; a file only those who are in exports, under a pseudonym', async () => {
  const page = await concordance(owner, group, { q: 'gnu', in: 'comments', sort: 'place' });
  expect(page.lines).toHaveLength(7);
  expect(page.lines.map(({ person }) => person?.name)).toContain('Cy Twombly');
  const comments = await file(ofWord);
  expect(comments.map(([name]) => name)).toEqual([reader, reader]);
  expect(comments.map(([, words]) => words).sort()).toEqual([
    'A gnu of Bo.',
    'A gnu, @somebody and @somebody.',
  ]);
  expect(await file(ofTag)).toEqual([
    [reader, 'fox'],
    [reader, 'lazy dog'],
  ]);
});

test('who agreed comes by name where that is asked for, also in what others say', async () => {
  const lines = await file({ ...ofWord, tag: undefined, named: true });
  expect(lines).toContainEqual(['Ann Lee', 'A gnu, @somebody and @Ann Lee.']);
  expect(lines).toContainEqual([reader, 'A gnu of Bo.']);
});

test('the same word gives the same pseudonyms, and another word others', async () => {
  const names = async (salt: string) => (await file({ ...ofTag, salt })).map(([name]) => name);
  expect(await names('a')).toEqual(await names('a'));
  expect(await names('a')).not.toEqual(await names('b'));
});

test('nobody is in the file who is in no export', async () => {
  const all = [await concordanceFile(owner, group, ofTag), await concordanceFile(owner, group, ofWord)];
  const text = all.map(({ lines }) => concordanceCsv(lines)).join('');
  for (const name of ['Cy', 'Dee', 'Ann Lee', 'My own', 'rude', 'quick,']) expect(text).not.toContain(name);
});

test('the text itself is nobody’s', async () => {
  const { lines } = await concordanceFile(owner, group, { ...ofTag, tag: undefined, q: 'fox' });
  expect(lines).toMatchObject([{ key: 'fox', person: null }]);
});

test('what does not come takes no line of those that do', async () => {
  const many = 'gnu '.repeat(mostLines + 1);
  const own = await annotate(owner, 'jumps', { ...said(many), visibility: 'private' });
  await annotate(cy, 'quick', said(many));
  await answer(cy, dog, many);
  expect((await concordance(owner, group, ofWord)).capped).toBe(true);
  expect(await file(ofWord)).toHaveLength(2);
  expect((await concordanceFile(owner, group, ofWord)).capped).toBe(false);

  await db().$executeRaw`UPDATE anchor SET start = 0, "end" = 3 WHERE annotation_id = ${own}::uuid`;
  await db().$transaction([
    db().$executeRaw`CREATE TEMPORARY TABLE made ON COMMIT DROP AS
      SELECT gen_random_uuid() AS made_id, a.* FROM annotation a, generate_series(1, ${mostLines}) WHERE a.id = ${own}::uuid`,
    db().$executeRaw`UPDATE made SET id = made_id`,
    db().$executeRaw`ALTER TABLE made DROP COLUMN made_id`,
    db().$executeRaw`INSERT INTO annotation SELECT * FROM made`,
    db().$executeRaw`INSERT INTO anchor (annotation_id, essay_version_id, start, "end")
      SELECT m.id, x.essay_version_id, x.start, x."end" FROM made m, anchor x WHERE x.annotation_id = ${own}::uuid`,
    db().$executeRaw`INSERT INTO annotation_tag (annotation_id, tag_id)
      SELECT m.id, y.tag_id FROM made m, annotation_tag y WHERE y.annotation_id = ${own}::uuid`,
  ]);
  expect((await concordance(owner, group, ofTag)).capped).toBe(true);
  expect(await file(ofTag)).toHaveLength(2);
});
