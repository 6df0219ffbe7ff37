import { expect, test } from 'vitest';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db } from '@/lib/server/data/database';
import { mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import type { Viewer } from '@/lib/server/data/viewer';
import { essayOnList } from './essay-on-list.fixture';
import { find, textOf } from './found.fixture';

test('facets count what the viewer may see, and narrow it down', async () => {
  const own = await readingGroup();
  const [eve, mo] = [await own.join('Eve', 'member'), await own.join('Mo', 'moderator')];
  const said = (markdown: string, by: Viewer, more: object = {}) =>
    createAnnotation(by, own.place, mark('fox', { comment: { markdown }, ...more }));
  await said('Puffin.', eve, { tags: ['crux'] });
  await said('Puffin, too.', mo, { tags: ['claim'] });
  await said('Puffin, to myself.', mo, { visibility: 'private' });
  const { facets } = await find(eve, 'puffin', { group: own.group });
  const counts = (name: keyof typeof facets) => facets[name].map(({ label, count }) => `${label} ${count}`);
  expect(counts('kind')).toEqual(['annotation 2']);
  expect(counts('tag')).toEqual(['claim 1', 'crux 1']);
  expect(counts('person').sort()).toEqual(['Eve 1', 'Mo 1']);
  expect(counts('essay')).toEqual(['The fox 2']);
  expect(counts('status')).toEqual(['open 2']);
  expect(counts('since')).toEqual(['day 2', 'week 2', 'month 2', 'year 2']);
  const narrowed = [
    { tag: 'crux' },
    { person: eve.user.id },
    { status: 'open', kind: 'annotation', tag: 'crux' },
  ];
  for (const filter of narrowed)
    expect((await find(eve, 'puffin', { group: own.group, ...filter })).items.map(textOf)).toEqual([
      'Puffin.',
    ]);
  for (const filter of [{ status: 'resolved' }, { kind: 'card' }, { to: '2000-01-01' }, { group: 'nowhere' }])
    expect((await find(eve, 'puffin', { group: own.group, ...filter })).items).toEqual([]);
  const { facets: none } = await find(eve, 'nothingness', { group: own.group, essay: own.essay });
  expect([none.group, none.essay]).toEqual([
    [{ value: own.group, label: 'Readers', count: 0 }],
    [{ value: own.essay, label: 'The fox', count: 0 }],
  ]);
  await db().tag.updateMany({ where: { groupId: own.group, slug: 'claim' }, data: { name: 'A claim' } });
  const tags = async (tag: string) => (await find(eve, 'nothingness', { group: own.group, tag })).facets.tag;
  expect(await tags('claim')).toEqual([{ value: 'claim', label: 'A claim', count: 0 }]);
  expect(await tags('no-such-tag')).toEqual([]);
  for (const wordless of ['"', '-lamp', '🫙']) {
    const { items, facets } = await find(eve, wordless, { group: own.group, tag: 'claim' });
    expect([items, facets.group, facets.tag]).toMatchObject([
      [],
      [{ label: 'Readers' }],
      [{ label: 'A claim' }],
    ]);
  }
  expect((await find(eve, '', { group: own.group, person: mo.user.id })).items.map(textOf)).toEqual([
    'Puffin, too.',
  ]);
});

test('essays of one title are told apart by their groups, in one group by their addresses', async () => {
  const [own, other] = [await readingGroup(), await readingGroup()];
  const eve = await own.join('Eve', 'member');
  await db().membership.create({ data: { groupId: other.group, userId: eve.user.id, role: 'member' } });
  await db().group.update({ where: { id: other.group }, data: { name: 'Birders' } });
  const auks = { text: 'Auks and razorbills.', title: 'Of auks' };
  const [one] = [await essayOnList(own.group, auks), await essayOnList(other.group, auks)];
  const labels = async () =>
    (await find(eve, 'razorbills')).facets.essay.map(({ label }) => label).toSorted();

  expect(await labels()).toEqual(['Birders · Of auks', 'Readers · Of auks']);
  const two = await essayOnList(own.group, auks);
  expect(await labels()).toEqual(
    ['Birders · Of auks', ...[one, two].map((id) => `g-${own.group}/e-${id} · Of auks`)].toSorted(),
  );
});

test('groups of one name are told apart by their slugs, and one that is named by its id from none', async () => {
  const [own, other] = [await readingGroup(), await readingGroup()];
  const eve = await own.join('Eve', 'member');
  await db().membership.create({ data: { groupId: other.group, userId: eve.user.id, role: 'member' } });
  for (const { group } of [own, other]) await essayOnList(group, { text: 'On dugongs.' });
  const labels = async (more: object) =>
    (await find(eve, 'dugongs', more)).facets.group.map(({ label }) => label);
  const slugs = [own, other].map(({ group }) => `Readers · g-${group}`);
  expect((await labels({})).toSorted()).toEqual(slugs.toSorted());
  expect(await labels({ group: own.group })).toEqual(['Readers', 'Readers']);
  expect(await labels({ group: `g-${own.group}` })).toEqual(['Readers']);
});

test('narrowed down to an essay, as many are found as the facet says, whatever its language', async () => {
  const own = await readingGroup();
  const eve = await own.join('Eve', 'member');
  await essayOnList(own.group, { text: 'The haus is a word.', title: 'English' });
  await essayOnList(own.group, { text: 'Viele Häuser stehen dort.', language: 'de', title: 'Deutsch' });
  const { facets } = await find(eve, 'Häuser', { group: own.group });
  expect(facets.essay.map(({ label }) => label).sort()).toEqual(['Deutsch', 'English']);
  for (const { value, count } of facets.essay)
    expect((await find(eve, 'Häuser', { group: own.group, essay: value })).items).toHaveLength(count);
});

test('without a word what the filter lets through is listed, essays among it', async () => {
  const own = await readingGroup();
  const eve = await own.join('Eve', 'member');
  await createAnnotation(eve, own.place, mark('fox', { comment: { markdown: 'Puffin.' }, tags: ['crux'] }));
  const auks = await essayOnList(own.group, { text: 'Auks and razorbills.', title: 'Of auks' });
  const listed = async (filter: object) => {
    const { items, facets } = await find(eve, '', { group: own.group, ...filter });
    expect(facets.kind.reduce((all, { count }) => all + count, 0)).toBe(items.length);
    return items.map((hit) => `${hit.kind} ${textOf(hit)}`).sort();
  };
  const all = [
    'annotation Puffin.',
    expect.stringMatching('^essay Of auks'),
    expect.stringMatching('^essay The fox'),
  ];
  expect(await listed({})).toEqual(all);
  expect(await listed({ kind: 'essay' })).toEqual(all.slice(1));
  expect(await listed({ essay: auks })).toEqual([all[1]]);
  expect(await listed({ tag: 'crux' })).toEqual([all[0]]);
  expect(await listed({ kind: 'essay', to: '2000-01-01' })).toEqual([]);
  const first = await find(eve, '', { group: own.group, limit: 1 });
  const others = await find(eve, '', { group: own.group, after: first.next });
  expect([...first.items, ...others.items]).toHaveLength(3);
});
