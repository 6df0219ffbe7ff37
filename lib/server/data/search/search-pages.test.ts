import { v7 } from 'uuid';
import { expect, onTestFinished, test, vi } from 'vitest';
import { SearchQuery } from '@/lib/core/api/search';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db } from '@/lib/server/data/database';
import { mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { essayOnList } from './essay-on-list.fixture';
import { copies, find, inStretches } from './found.fixture';

async function reader() {
  const own = await readingGroup();
  const eve = await own.join('Eve', 'member');
  const said = async (markdown: string) =>
    (await createAnnotation(eve, own.place, mark('fox', { comment: { markdown } }))).id;
  /** What is found, page by page. */
  const pages = async (q: string, more: object): Promise<string[][]> => {
    const seen: string[][] = [];
    for (let after: string | undefined; ; ) {
      const { items, next } = await find(eve, q, { group: own.group, ...more, after });
      seen.push(items.map(({ id }) => id));
      if (next === null) return seen;
      after = next;
    }
  };
  return { ...own, eve, said, pages };
}

test.each(['best', 'newest'] as const)('pages by %s hold everything once', async (sort) => {
  const { said, pages } = await reader();
  for (let n = 0; n < 7; n++) await said(`Kiwi ${n}.`);
  const seen = (await pages('kiwi', { limit: 3, sort })).flat();
  expect(new Set(seen).size).toBe(7);
  expect(seen).toHaveLength(7);
  if (sort === 'newest') expect(seen).toEqual([...seen].sort().reverse());
});

test('of more than are looked at the newest count, and pages by time go on to the oldest', async () => {
  const { group, eve, said, pages } = await reader();
  await copies(await said('Emu.'), 259);
  const { capped, facets } = await find(eve, 'emu', { group, sort: 'newest' });
  expect(capped).toBe(true);
  expect(facets.kind).toEqual([{ value: 'annotation', label: 'annotation', count: 200 }]);
  const seen = await pages('emu', { sort: 'newest' });
  expect(seen.map(({ length }) => length)).toEqual(Array.from({ length: 13 }, () => 20));
  expect(new Set(seen.flat()).size).toBe(260);
});

test('what the filters alone let through is listed by time, to the oldest', async () => {
  const { said, pages } = await reader();
  await copies(await said('Emu.'), 259);
  const seen = (await pages('', { sort: 'best', kind: 'annotation', limit: 50 })).flat();
  expect(new Set(seen).size).toBe(260);
});

test('pages by time go on behind more of one moment than are looked at', async () => {
  const { said, pages } = await reader();
  const old = await said('Emu, long ago.');
  await db()
    .$executeRaw`UPDATE search_entry SET created_at = created_at - interval '1 day' WHERE id = ${old}::uuid`;
  await copies(await said('Emu.'), 299, 0);
  const seen = (await pages('emu', { sort: 'newest', limit: 50 })).flat();
  expect(new Set(seen).size).toBe(301);
  expect(seen).toHaveLength(301);
  expect(seen.at(-1)).toBe(old);
});

test('pages by time have everything once, whether they walk on or take the index', async () => {
  const { group, said, pages } = await reader();
  await copies(await said('Rhea.'), 3_499);
  await copies(await said('Emu.'), 599);
  await copies(await said('Kiwi.'), 29);
  await db()
    .$executeRaw`UPDATE search_entry SET created_at = created_at - random() * interval '1 day' WHERE group_id = ${group}::uuid`;
  await db().$executeRaw`ANALYZE search_entry`; // so that it is known how many there are
  for (const [word, count] of [
    ['emu', 600],
    ['kiwi', 30],
  ] as const) {
    const seen = (await pages(word, { sort: 'newest', limit: 50 })).flat();
    expect(new Set(seen).size).toBe(count);
    expect(seen).toHaveLength(count);
  }
}, 60_000);

test('what alone fits a filter is found behind much that has the word', async () => {
  const { group, eve, place, said } = await reader();
  const { id: old } = await createAnnotation(
    eve,
    place,
    mark('fox', { comment: { markdown: 'Emu, long ago.' }, tags: ['crux'] }),
  );
  await db()
    .$executeRaw`UPDATE search_entry SET created_at = created_at - interval '1 day' WHERE id = ${old}::uuid`;
  await db().$executeRaw`UPDATE annotation SET resolved_at = now() WHERE id = ${old}::uuid`;
  await copies(await said('Emu.'), 1_299);
  for (const filter of [{ tag: 'crux' }, { status: 'resolved' }]) {
    const { items, capped } = await find(eve, 'emu', { group, ...filter });
    expect([items.map(({ id }) => id), capped]).toEqual([[old], false]);
  }
}, 30_000);

test.each([
  { kind: 'reply', tag: 'crux' },
  { kind: 'card', status: 'open' },
  { kind: 'annotation', status: 'proposed' },
])('nothing is %j', async (filter) => {
  const { group, eve, said } = await reader();
  await said('Emu.');
  expect((await find(eve, 'emu', { group, ...filter })).items).toEqual([]);
});

test('a search that takes too long says so', async () => {
  const { group, eve, said } = await reader();
  await said('Emu.');
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 11_000;
    return now;
  });
  onTestFinished(() => clock.mockRestore());
  await expect(find(eve, 'emu', { group })).rejects.toMatchObject({ status: 503, code: 'busy' });
});

test('a page that begins before all time is empty', async () => {
  const { group, eve, said } = await reader();
  await copies(await said('Emu.'), 259);
  const after = `-99999999999999_0_${v7()}`;
  expect(SearchQuery.safeParse({ after }).success).toBe(true);
  expect((await find(eve, 'emu', { group, sort: 'newest', after })).items).toEqual([]);
});

const paragraphs = (count: number, word: string) =>
  Array.from({ length: count }, (_, n) => `Paragraph ${n} with a ${word}.`).join('\n\n');

test('an essay that has a word once, far down, is found among long ones that have it everywhere', async () => {
  const { group, eve } = await reader();
  for (let n = 0; n < 17; n++)
    await essayOnList(group, { text: paragraphs(60, 'numbat'), title: `Long ${n}` });
  const far = await essayOnList(group, { text: `${paragraphs(70, 'tapir')}\n\nOne numbat.`, title: 'Far' });
  for (const sort of ['best', 'newest']) {
    const { items, capped } = await find(eve, 'numbat', { group, sort });
    expect(items.map(({ id }) => id)).toContain(far);
    expect([capped, items.find(({ id }) => id !== far)!.more]).toEqual([false, 59]);
  }
});

test('of more essays than are looked at the newest on the lists count, and pages go on to the oldest', async () => {
  const { group, eve, pages } = await reader();
  const first = await essayOnList(group, { text: 'A bilby.' });
  await inStretches(
    1_000,
    (from, to) => db().$executeRaw`
    WITH made AS (
      INSERT INTO essay SELECT (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid()))).*
      FROM essay e, generate_series(${from}::int, ${to}::int) n WHERE e.id = ${first}::uuid RETURNING id
    ), said AS (
      INSERT INTO essay_version SELECT (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(), 'essay_id', made.id))).*
      FROM essay_version v, made WHERE v.essay_id = ${first}::uuid)
    INSERT INTO reading_list_entry (group_id, essay_id, slug, position, added_at)
    SELECT ${group}::uuid, id, id::text, 9, now() + interval '1 minute' FROM made`,
  );
  const { capped } = await find(eve, 'bilby', { group, sort: 'newest' });
  expect(capped).toBe(true);
  const seen = await pages('bilby', { sort: 'newest', limit: 50 });
  expect(new Set(seen.flat()).size).toBe(1_001);
  expect(seen.map(({ length }) => length)).toEqual([...Array.from({ length: 20 }, () => 50), 1]);
  expect(seen.at(-1)).toEqual([first]);
}, 60_000);
