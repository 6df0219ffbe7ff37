import { beforeEach, describe, expect, test } from 'vitest';
import { reservedKeys } from '@/lib/core/annotation/vocabulary';
import { createGroup } from './groups';
import { person, type SignedIn } from './person.fixture';
import { addTag, changeTag, listTags } from './tags';

let owner: SignedIn;
let group: string;
const word = (name: string, shortcut: string | null = null) => ({
  slot: 4,
  line: 'double' as const,
  glyph: '●',
  name,
  definition: '',
  shortcut,
});

beforeEach(async () => {
  owner = await person('Olga');
  group = (await createGroup(owner, { name: 'Words', description: '', visibility: 'private' })).id;
});

const change = (tag: string, to: Parameters<typeof changeTag>[2]) => changeTag(owner, { group, tag }, to);

test('a word is added at the end with a slug from its name', async () => {
  expect(await addTag(owner, group, word('Gute Frage', 'g'))).toMatchObject({ slug: 'gute-frage', slot: 4 });
  expect((await listTags(owner, group)).map((tag) => tag.slug)).toEqual([
    'claim',
    'crux',
    'failure-mode',
    'gute-frage',
  ]);
});

test('a word that is renamed keeps its slug', async () => {
  expect(await change('claim', { name: 'Assertion' })).toMatchObject({ slug: 'claim', name: 'Assertion' });
});

describe('a shortcut', () => {
  test.each([...reservedKeys].filter((key) => /[a-z]/.test(key)))(
    '"%s" of the reader is refused',
    async (key) => {
      await expect(addTag(owner, group, word('Mine', key))).rejects.toMatchObject({ code: 'key-reserved' });
    },
  );

  test('of another word is refused, also when two are added at once', async () => {
    await expect(addTag(owner, group, word('Mine', 'c'))).rejects.toMatchObject({ code: 'key-taken' });
    const tries = await Promise.allSettled(
      ['One', 'Two', 'Three'].map((name) => addTag(owner, group, word(name, 'q'))),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('of a retired word is free, and the word comes back only with another', async () => {
    expect(await change('claim', { retired: true })).toMatchObject({ retired: true, shortcut: 'c' });
    await addTag(owner, group, word('Comment', 'c'));
    await expect(change('claim', { retired: false })).rejects.toMatchObject({ code: 'key-taken' });
    expect(await change('claim', { retired: false, shortcut: null })).toMatchObject({ retired: false });
  });
});

test('a name in use is refused in any case', async () => {
  await expect(addTag(owner, group, word('CLAIM'))).rejects.toMatchObject({ code: 'name-taken' });
});

test('a word the group does not have is not found', async () => {
  await expect(change('nothing', { name: 'x' })).rejects.toMatchObject({ status: 404 });
});
