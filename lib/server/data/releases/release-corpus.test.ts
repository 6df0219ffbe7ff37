import { beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '@/lib/core/api/problem';
import type { CorpusRecord } from '@/lib/core/corpus/corpus';
import { takePosition } from '@/lib/server/data/cards/positions';
import { db } from '@/lib/server/data/database';
import { type ReadCorpus, readAll } from '@/lib/server/data/export/export-group.fixture';
import { groupOf } from '@/lib/server/data/groups';
import { person } from '@/lib/server/data/person.fixture';
import { type Viewer, visitor } from '@/lib/server/data/viewer';
import { seedSample } from '@/prisma/seed/seed';
import { freezeRelease } from './freeze';
import { createRelease } from './releases';
import { noBeat } from './releasing-group.fixture';

let owner: Viewer & { user: { id: string } };
/** Of one of the sample's people. */
let author: string;

beforeAll(async () => {
  await db().$executeRaw`TRUNCATE "user", "group", essay CASCADE`;
  await seedSample();
  const { id } = await groupOf(visitor, 'sample');
  owner = await person('Olga');
  await db().membership.create({ data: { groupId: id, userId: owner.user.id, role: 'owner' } });
  const first = await db().annotation.findFirstOrThrow({ where: { groupId: id } });
  author = first.authorId;
  await db().annotation.update({
    where: { id: first.id },
    data: { resolvedAt: new Date(), resolvedById: author },
  });
  await takePosition(
    owner,
    { group: 'sample', card: '1' },
    { credence: 70, reason: 'So', wouldChangeMind: '' },
  );
  const release = await createRelease(owner, 'sample', { title: 'Sample', note: '' });
  await freezeRelease(owner, release.id, noBeat);
});

const release = { release: '1' };

/** A release does not know of one's own beliefs on conditions, nor of answers that were given up before it. */
const withoutOwn = (records: readonly CorpusRecord[]): CorpusRecord[] =>
  records.map((record) => (record.kind === 'card' ? { ...record, beliefs: [] } : record));

async function both(viewer: Viewer, choice: Record<string, string>): Promise<[ReadCorpus, ReadCorpus]> {
  return [
    await readAll(viewer, 'sample', choice),
    await readAll(viewer, 'sample', { ...choice, ...release }),
  ];
}

const half = () => db().annotation.findMany({ orderBy: { createdAt: 'asc' }, select: { createdAt: true } });

describe('of a release that holds the group as it is, a choice gives what it gives of the group', () => {
  test.each<[string, () => Record<string, string> | Promise<Record<string, string>>]>([
    ['all', () => ({})],
    ['one’s own', () => ({ scope: 'mine' })],
    ['an essay by its slug', async () => ({ essay: (await someEssay()).slug })],
    ['an essay by its id', async () => ({ essay: (await someEssay()).essayId })],
    ['a tag', () => ({ tags: 'crux' })],
    ['any of two tags', () => ({ tags: 'claim,failure-mode' })],
    ['a person', () => ({ people: author })],
    ['nobody’s', async () => ({ people: owner.user!.id })],
    [
      'a time',
      async () => {
        const all = await half();
        const at = (part: number) => all[Math.floor(all.length * part)]!.createdAt.toISOString();
        return { from: at(0.2), to: at(0.7) };
      },
    ],
    ['open threads', () => ({ status: 'open' })],
    ['resolved threads', () => ({ status: 'resolved' })],
    ['words', () => ({ q: 'THE ' })],
    ['words of which nothing is said', () => ({ q: 'zyzzyva' })],
    ['marks alone', () => ({ parts: 'annotations' })],
    ['texts alone', () => ({ parts: 'texts' })],
    ['cards without answers', () => ({ parts: 'texts,annotations,replies,cards' })],
    ['coverage of a tag', () => ({ parts: 'coverage', tags: 'claim' })],
    ['names', () => ({ named: 'true', tags: 'crux' })],
    ['other pseudonyms', () => ({ salt: 'pepper', tags: 'crux' })],
    [
      'several at once',
      async () => ({ tags: 'crux,claim', essay: (await someEssay()).slug, q: 'a', status: 'open' }),
    ],
  ])('%s', async (_, choose) => {
    const choice = await choose();
    for (const viewer of [owner, ...('scope' in choice ? [] : [visitor])]) {
      const [live, frozen] = await both(viewer, choice);
      expect(withoutOwn(frozen.records)).toEqual(withoutOwn(live.records));
      const { beliefs: _, ...counts } = live.head.counts;
      expect(frozen.head.counts).toMatchObject(counts);
      expect(frozen.head.hiddenPositions).toEqual(live.head.hiddenPositions);
      expect(frozen.head.choice).toEqual(live.head.choice);
    }
  });
});

const someEssay = () => db().readingListEntry.findFirstOrThrow({ orderBy: { position: 'asc' } });

test('a part of a release says that it is one', async () => {
  const part = async (choice: Record<string, string>) =>
    (await readAll(owner, 'sample', { ...choice, ...release })).head.release?.part;
  expect(await part({})).toBeUndefined();
  expect(await part({ named: 'true', salt: 'pepper' })).toBeUndefined();
  expect(await part({ tags: 'crux' })).toBe(true);
  expect(await part({ scope: 'mine' })).toBe(true);
  expect(await part({ parts: 'annotations' })).toBe(true);
});

test('what changes later does not change it', async () => {
  const choice = { tags: 'crux', ...release };
  const before = await readAll(owner, 'sample', choice);
  const [{ id } = { id: '' }] = before.records.filter(({ kind }) => kind === 'annotation') as {
    id: string;
  }[];
  await db().annotationTag.deleteMany({ where: { annotationId: id } });
  expect((await readAll(owner, 'sample', choice)).records).toEqual(before.records);
  expect(JSON.stringify((await readAll(owner, 'sample', { tags: 'crux' })).records)).not.toContain(
    `"kind":"annotation","id":"${id}"`,
  );
});

test('an essay is found by the name that it had, and by the one that it has', async () => {
  const { groupId, essayId, slug } = await someEssay();
  const marks = async (essay: string) =>
    (await readAll(owner, 'sample', { essay, ...release })).head.counts.annotations;
  const before = await marks(slug);
  expect(before).toBeGreaterThan(0);
  const where = { groupId_essayId: { groupId, essayId } };
  await db().readingListEntry.update({ where, data: { slug: 'another-name' } });
  expect([await marks(slug), await marks('another-name')]).toEqual([before, before]);
  await db().readingListEntry.update({ where, data: { slug } });
});

describe('refused is', () => {
  test.each<[string, Record<string, string>, number, string]>([
    ['a day', { asOf: '2026-11-01' }, 422, '“asOf”'],
    ['what is private', { visibility: 'all' }, 422, '“visibility”'],
    ['what was held', { parts: 'annotations,moderation' }, 422, '“moderation”'],
    ['a tag that it has not', { tags: 'crux,nonsense' }, 422, 'Release 1 has no tag “nonsense”.'],
    ['an essay that it has not', { essay: 'nowhere' }, 404, 'Release 1 has no essay “nowhere”.'],
    [
      'an essay by an id that it has not',
      { essay: '019a0000-0000-7000-8000-000000000000' },
      404,
      'has no essay',
    ],
    ['a release that is not there', { release: '9' }, 404, 'This group has no release 9.'],
    ['a time in which nothing is', { from: '2026-11-02', to: '2026-11-01' }, 422, 'Nothing is made before'],
  ])('%s', async (_, choice, status, words) => {
    const problem = (await readAll(owner, 'sample', { ...release, ...choice }).catch(
      (error) => error,
    )) as Problem;
    expect([problem.status, problem.message]).toEqual([status, expect.stringContaining(words)]);
  });

  test('what is one’s own, to visitors', async () => {
    await expect(readAll(visitor, 'sample', { ...release, scope: 'mine' })).rejects.toMatchObject({
      status: 401,
    });
  });
});
