import pg from 'pg';
import { expect, test } from 'vitest';
import { bytesOf } from '@/lib/core/corpus-import/read-back.fixture';
import { config } from '@/lib/server/config';
import { annotationPage } from '@/lib/server/data/annotation-list';
import { beginAnnotationRound } from '@/lib/server/data/annotation-rounds/begin-round';
import { db } from '@/lib/server/data/database';
import { ofKind, readAll } from '@/lib/server/data/export/export-group.fixture';
import type { SignedIn } from '@/lib/server/data/person.fixture';
import { everything, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { importCorpus } from './import-corpus';

const row = (id: string, exact: string, rest: object = {}) => ({
  id,
  created: '2026-03-01T09:00:00+00:00',
  user: 'acct:ann@hypothes.is',
  uri: 'https://example.org/fox',
  text: 'Really?',
  tags: ['den'],
  document: { title: ['The fox'] },
  target: [{ selector: [{ type: 'TextQuoteSelector', exact }] }],
  ...rest,
});

async function club() {
  const readers = await readingGroup();
  const owner = await readers.join('Olga', 'owner');
  /** `meanwhile`: what is done while the file comes. */
  const bring = (by: SignedIn, rows: object[], meanwhile = async () => {}) =>
    importCorpus(by, readers.group, {
      format: 'hypothesis',
      dryRun: false,
      content: async () => {
        await meanwhile();
        return bytesOf(JSON.stringify({ rows }));
      },
    });
  return { ...readers, owner, bring };
}

test('what was made elsewhere leads back there, by a web address and no other', async () => {
  const { group, place, owner, bring } = await club();
  await bring(owner, [
    row('a', 'brown fox', { links: { html: 'https://hypothes.is/a/a' } }),
    row('b', 'lazy dog', { links: { html: 'javascript:alert(1)' } }),
    row('c', 'jumps'),
  ]);
  const { json } = await annotationPage(owner, { params: place, query: everything }, null);
  const shown = (JSON.parse(json).items as { via: string | null }[]).map(({ via }) => via);
  expect(shown.sort()).toEqual(['https://hypothes.is/a/a', null, null]);
  const vias = ofKind(await readAll(owner, group), 'annotation').flatMap(({ via = [] }) => via);
  expect(vias.sort()).toEqual(['https://hypothes.is/a/a', 'javascript:alert(1)']);
});

test('a text is found by the address of its page here, and by that of its words', async () => {
  const { group, essay, owner, bring } = await club();
  const { slug } = await db().group.findUniqueOrThrow({ where: { id: group } });
  const entry = await db().readingListEntry.findFirstOrThrow({ where: { groupId: group, essayId: essay } });
  const { APP_URL } = config();
  const at = (uri: string) => ({ uri: APP_URL + uri, document: {} });
  const report = await bring(owner, [
    row('a', 'brown fox', at(`/g/${slug}/${entry.slug}#a-1`)),
    row('b', 'lazy dog', at(`/api/v1/essays/${essay}/versions/1`)),
    row('c', 'jumps', at(`/g/another/${entry.slug}`)),
  ]);
  expect(report).toMatchObject({ created: { annotations: 2 } });
});

test('of two files at once into a group, or by a person, one comes, and the other is told to wait', async () => {
  const { group, owner, bring, join } = await club();
  const [mo, other] = [await join('Mo', 'moderator'), await club()];
  const rows = [row('a', 'brown fox'), row('b', 'lazy dog', { tags: ['Ünïque 🦊'] })];
  await db().membership.create({ data: { groupId: other.group, userId: owner.user.id, role: 'owner' } });
  for (const second of [() => bring(mo, rows), () => other.bring(owner, rows)]) {
    const tried = await Promise.allSettled([bring(owner, rows), second()]);
    const refused = tried.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toMatchObject([{ status: 409, code: 'import-running' }]);
  }
  const tags = await db().tag.findMany({ where: { groupId: group, retiredAt: { not: null } } });
  expect(tags.map(({ name }) => name).sort()).toEqual(['den', 'unique']);
  expect(await db().annotationTag.count({ where: { annotation: { groupId: group } } })).toBe(2);
});

test('a second file of a person is refused before anything of it is read', async () => {
  const { group, owner, bring } = await club();
  let isAsked = false;
  const content = async () => {
    isAsked = true;
    return bytesOf('');
  };
  const first = bring(owner, [row('a', 'brown fox')], async () => {
    const second = importCorpus(owner, group, { format: 'hypothesis', content, dryRun: true });
    await expect(second).rejects.toMatchObject({ status: 409, code: 'import-running' });
  });
  expect((await first).created.annotations).toBe(1);
  expect(isAsked).toBe(false);
});

test('what was read takes up no memory any more while it is laid beside the group', async () => {
  const { group, owner } = await club();
  const content = bytesOf(JSON.stringify({ rows: [row('a', 'brown fox')] }));
  const asked = { format: 'hypothesis', content: async () => content, dryRun: true } as const;
  expect((await importCorpus(owner, group, asked)).created.annotations).toBe(1);
  expect(content).toHaveLength(0);
});

test('where the database has no time it says so, and the same file goes on', async () => {
  const { group, owner, bring } = await club();
  const rows = [row('a', 'brown fox')];
  const other = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await other.connect();
  try {
    await other.query('BEGIN');
    await other.query('SELECT 1 FROM "group" WHERE id = $1 FOR UPDATE', [group]);
    await expect(bring(owner, rows)).rejects.toMatchObject({ status: 503, code: 'import-unfinished' });
    await other.query('ROLLBACK');
  } finally {
    await other.end();
  }
  await bring(owner, rows);
  expect(await db().annotation.count({ where: { groupId: group } })).toBe(1);
});

test('nothing comes to an essay that whoever imports reads alone, nor is told of it', async () => {
  const { group, place, owner, bring, join } = await club();
  const [mo, ann] = [await join('Mo', 'moderator'), await join('Ann', 'member')];
  await bring(owner, [row('a', 'brown fox')]);
  await beginAnnotationRound(owner, place, {
    title: 'Blind',
    guideline: '',
    revealWhenAllDone: false,
    tags: [],
    people: [mo.user.id, ann.user.id],
  });
  const report = await bring(mo, [row('a', 'brown fox'), row('b', 'lazy dog')]);
  expect(report).toMatchObject({ created: { annotations: 0, people: 0 }, matched: { annotations: 0 } });
  const reason = 'You read this essay alone. Import it after the reveal.';
  expect(report.bad.rows.map((one) => one.reason)).toEqual([reason, reason]);
  expect(await db().annotation.count({ where: { groupId: group } })).toBe(1);
});
