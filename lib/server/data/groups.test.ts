import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtInTags } from '@/lib/core/annotation/vocabulary';
import { db } from './database';
import { groupChannel } from './events';
import { changeGroup, createGroup, deleteGroup, groupOf, listGroups } from './groups';
import { person, type SignedIn } from './person.fixture';
import { listTags } from './tags';
import { type Viewer, visitor } from './viewer';

let ann: SignedIn;
let bob: SignedIn;
const draft = (name: string, visibility: 'public' | 'private' = 'public') => ({
  name,
  description: '',
  visibility,
});

beforeAll(async () => {
  ann = await person('Ann');
  bob = await person('Bob');
});

/** Of all pages. */
async function namesFor(viewer: Viewer, limit = 500): Promise<string[]> {
  const { items, next } = await listGroups(viewer, { limit });
  const names = items.map(({ name }) => name);
  for (let after = next; after !== null; ) {
    const page = await listGroups(viewer, { limit, after });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    names.push(...page.items.map(({ name }) => name));
    after = page.next;
  }
  return names;
}

describe('the list of groups', () => {
  test('holds all of one’s own first, however many public ones there are before them by name', async () => {
    const [cat, dan] = [await person('Cat'), await person('Dan')];
    const many = Array.from({ length: 520 }, (_, n) => String(n).padStart(3, '0'));
    await db().group.createMany({
      data: many.map((n) => ({ id: uuidv7(), slug: `aa-${n}`, name: `AA ${n}`, visibility: 'public' })),
    });
    for (const visibility of ['public', 'private'] as const)
      await createGroup(cat, draft(`ZZ ${visibility}`, visibility));
    const { items, next } = await listGroups(cat, {});
    expect(items.slice(0, 2).map(({ name }) => name)).toEqual(['ZZ private', 'ZZ public']);
    expect([items.length, next]).toEqual([102, 'aa-099']);
    for (const viewer of [cat, dan, visitor]) {
      const names = await namesFor(viewer, 100);
      expect(names.filter((name) => name.startsWith('AA '))).toEqual(many.map((n) => `AA ${n}`));
    }
    expect((await namesFor(dan)).filter((name) => name.startsWith('ZZ'))).toEqual(['ZZ public']);
    await db().group.deleteMany({ where: { slug: { startsWith: 'aa-' } } });
  });

  test('ends with a page that is just full', async () => {
    const all = await namesFor(visitor);
    const { items, next } = await listGroups(visitor, { limit: all.length });
    expect([items.length, next]).toEqual([all.length, null]);
  });
});

describe('a new group', () => {
  test('belongs to its maker and has the three built-in words', async () => {
    const group = await createGroup(ann, draft('Evening Lectures'));
    expect(group).toMatchObject({
      slug: 'evening-lectures',
      role: 'owner',
      members: 1,
      essays: 0,
      version: 1,
    });
    const tags = await listTags(ann, group.id);
    expect(tags.map((tag) => tag.slug)).toEqual(builtInTags.map((tag) => tag.slug));
    expect(tags.every((tag) => !tag.retired)).toBe(true);
  });

  test('of a name that is taken gets a number', async () => {
    const slugs = [];
    for (const _ of [1, 2, 3]) slugs.push((await createGroup(ann, draft('Twins'))).slug);
    expect(slugs).toEqual(['twins', 'twins-2', 'twins-3']);
  });

  test('gets a name of its own when ten are made at once', async () => {
    const groups = await Promise.all(Array.from({ length: 10 }, () => createGroup(ann, draft('Crowd'))));
    expect(new Set(groups.map((group) => group.slug)).size).toBe(10);
  });

  test('that is private leaves its name free, so that nobody can find it by trying', async () => {
    const hidden = await createGroup(ann, draft('Secret plans', 'private'));
    expect(hidden.slug).toMatch(/^secret-plans-g[0-9a-z]{5}$/);
    expect((await createGroup(bob, draft('Secret plans'))).slug).toBe('secret-plans');
  });

  test('sent twice with one id is made once, and refused to somebody else', async () => {
    const id = uuidv7();
    const first = await createGroup(ann, { id, ...draft('Once') });
    expect(await createGroup(ann, { id, ...draft('Once') })).toEqual(first);
    await expect(createGroup(bob, { id, ...draft('Once') })).rejects.toMatchObject({ status: 409 });
  });
});

describe('a private group', () => {
  test('is not there for others: by id, by slug or in the list', async () => {
    const { id, slug } = await createGroup(ann, draft('Closed', 'private'));
    for (const viewer of [bob, visitor])
      for (const name of [id, slug, id.toUpperCase()])
        await expect(groupOf(viewer, name)).rejects.toMatchObject({ status: 404 });
    expect(await namesFor(bob)).not.toContain('Closed');
    expect(await namesFor(visitor)).not.toContain('Closed');
    expect(await namesFor(ann)).toContain('Closed');
  });

  test('disappears for strangers at the moment it stops being public', async () => {
    const { id } = await createGroup(ann, draft('Curtain'));
    expect((await groupOf(bob, id)).role).toBeNull();
    await changeGroup(ann, id, { visibility: 'private', ifMatch: null });
    await expect(groupOf(bob, id)).rejects.toMatchObject({ status: 404 });
  });
});

test('a slug cannot pass for the id of another group', async () => {
  const { id } = await createGroup(ann, draft('Original'));
  const impostor = await createGroup(bob, { ...draft('Impostor'), slug: id });
  expect(impostor.slug).toBe(`group-${id}`);
  expect((await groupOf(bob, id)).name).toBe('Original');
});

describe('changeGroup', () => {
  test('based on an old version is refused with what is there now', async () => {
    const { id } = await createGroup(ann, draft('Edited'));
    await changeGroup(ann, id, { name: 'Edited once', ifMatch: 1 });
    await expect(changeGroup(ann, id, { name: 'Edited twice', ifMatch: 1 })).rejects.toMatchObject({
      status: 412,
      extensions: { current: { name: 'Edited once', version: 2 } },
    });
  });

  test('keeps one of two changes made at once and tells the group of it', async () => {
    const { id } = await createGroup(ann, draft('Raced'));
    const tries = await Promise.allSettled(
      ['a', 'b', 'c', 'd'].map((name) => changeGroup(ann, id, { name, ifMatch: 1 })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const events = await db().event.findMany({ where: { channelId: groupChannel(id) } });
    expect(events.map(({ kind, change, seq }) => [kind, change, seq])).toEqual([['group', 'edited', 1n]]);
  });
});

test('a group is deleted only by its exact name', async () => {
  const { id } = await createGroup(ann, draft('Doomed'));
  await expect(deleteGroup(ann, id, 'doomed')).rejects.toMatchObject({ status: 422 });
  await expect(deleteGroup(bob, id, 'Doomed')).rejects.toMatchObject({ status: 403 });
  await deleteGroup(ann, id, 'Doomed');
  await expect(groupOf(ann, id)).rejects.toMatchObject({ status: 404 });
});
