import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { db, query, transaction } from '@/lib/server/data/database';
import { purge } from '@/lib/server/data/purge';
import { readingGroup } from '@/lib/server/data/reading-group.fixture';
import { essayOnList, versionOf } from './essay-on-list.fixture';
import { search } from './search';

describe('a misspelt word is proposed as it is written, in any script', () => {
  test.each<[language: string, text: string, typed: string, meant: string]>([
    ['de', 'Die Übersetzungsfehler häufen sich.', 'übersetzungfehlr', 'übersetzungsfehler'],
    ['fr', 'La Réflexivité des modèles.', 'reflexivitte', 'réflexivité'],
    ['ru', 'Галлюцинация убедительна.', 'галюцинация', 'галлюцинация'],
    ['el', 'Η επιχείρηση πέτυχε.', 'επιχειρισι', 'επιχείρηση'],
    ['he', 'ההתנהגות של המודל', 'ההתנהגותת', 'ההתנהגות'],
    ['hy', 'Վարքագիծը փոխվեց', 'վարքագիըծ', 'վարքագիծը'],
  ])('%s: %s', async (language, text, typed, meant) => {
    const { group, join } = await readingGroup();
    const ann = await join('Ann', 'member');
    const id = await essayOnList(group, { text, language });
    const { items, suggestions } = await search(ann, { q: typed, group, sort: 'best', limit: 5 });
    expect(items).toEqual([]);
    expect(suggestions).toEqual([{ word: typed, instead: meant }]);
    const right = await search(ann, { q: meant.toUpperCase(), group, sort: 'best', limit: 5 });
    expect(right.items).toMatchObject([{ kind: 'essay', id }]);
  });
});

test('of like words the one is proposed that the fewest slips lead to, and of those what more essays have', async () => {
  const { group, join } = await readingGroup();
  const ann = await join('Ann', 'member');
  const proposed = async (q: string) =>
    (await search(ann, { q, group, sort: 'best', limit: 5 })).suggestions.map(({ instead }) => instead);
  await essayOnList(group, { text: 'A person has a persona, and a mandrel.' });
  await essayOnList(group, { text: 'The mandril slept.' });
  await essayOnList(group, { text: 'A mandril woke.' });
  expect(await proposed('persnoa')).toEqual(['persona']);
  expect(await proposed('mandrol')).toEqual(['mandril']);
});

test('a word that is there is not proposed otherwise when others are missing', async () => {
  const { group, join } = await readingGroup();
  const ann = await join('Ann', 'member');
  const { suggestions } = await search(ann, { q: 'sleeps nothingness', group, sort: 'best', limit: 5 });
  expect(suggestions).toEqual([]);
});

test('among few essays and many a word of theirs is proposed, not a liker one of an essay out of reach', async () => {
  const [own, other] = [await readingGroup(), await readingGroup()];
  const ann = await own.join('Ann', 'member');
  await essayOnList(other.group, { text: 'A zygomorphical flower.' });
  await essayOnList(own.group, { text: 'A zygomorphic flower.' });
  const proposed = async () =>
    (await search(ann, { q: 'zygomorphicl', group: own.group, sort: 'best', limit: 5 })).suggestions;
  const meant = [{ word: 'zygomorphicl', instead: 'zygomorphic' }];
  expect(await proposed()).toEqual(meant);
  for (let nth = 0; nth < 5; nth++) await essayOnList(own.group, { text: 'Nothing.' });
  expect(await proposed()).toEqual(meant);
});

const spellings = async (word: string) => {
  const rows = await query<{ letters: string }>(
    'spellings',
    'SELECT letters FROM search_spelling WHERE word = $1',
    [word],
  );
  return rows.length;
};

test('a word is compared once, in however many essays it is', async () => {
  const { group } = await readingGroup();
  for (let nth = 0; nth < 3; nth++) await essayOnList(group, { text: 'Quixotically so.' });
  expect(await spellings('quixotically')).toBe(1);
});

test('a word that a new version is without is proposed no more, and forgotten where no essay has it', async () => {
  const { group, join } = await readingGroup();
  const ann = await join('Ann', 'member');
  const id = await essayOnList(group, { text: 'A crepuscular moth and a perspicacious owl.' });
  await db().essayVersion.create({ data: { ...versionOf(id, 'A perspicacious owl.'), number: 2 } });
  const proposed = async (q: string) =>
    (await search(ann, { q, group, sort: 'best', limit: 5 })).suggestions.map(({ instead }) => instead);
  expect(await proposed('crepusculr')).toEqual([]);
  await purge();
  expect(await spellings('crepuscular')).toBe(0);
  expect(await proposed('perspicacius')).toEqual(['perspicacious']);
});

test('two imports at once that share words do not wait for each other', async () => {
  const [one, other] = [0, 1].map(() => `w${v7().replaceAll('-', '')}`);
  const begun = [gate(), gate()];
  const bring = (title: string, text: string, nth: 0 | 1) =>
    transaction(async (tx) => {
      const id = v7();
      await tx.essay.create({ data: { id, title, authors: [], language: 'en' } });
      begun[nth]!.open();
      await begun[1 - nth]!.opened;
      await tx.essayVersion.create({ data: versionOf(id, text) });
      return id;
    });
  const essays = await Promise.all([bring(one!, `So ${other}.`, 0), bring(other!, `So ${one}.`, 1)]);
  const words = await db().searchWord.findMany({
    where: { essayId: { in: essays } },
    select: { word: true },
  });
  expect(words.map(({ word }) => word).sort()).toEqual([one, one, other, other].sort());
});

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}
