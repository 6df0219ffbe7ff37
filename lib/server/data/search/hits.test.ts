import { beforeAll, describe, expect, test } from 'vitest';
import { createCard } from '@/lib/server/data/cards/create-card';
import { words as cardWords } from '@/lib/server/data/cards/curating-group.fixture';
import { db } from '@/lib/server/data/database';
import { readingGroup } from '@/lib/server/data/reading-group.fixture';
import { concordance } from './concordance';
import { essayOnList } from './essay-on-list.fixture';
import { search } from './search';

type Club = Awaited<ReturnType<typeof readingGroup>>;

let club: Club;
let ann: Awaited<ReturnType<Club['join']>>;

beforeAll(async () => {
  club = await readingGroup();
  ann = await club.join('Ann', 'member');
});

const find = async (q: string, viewer = ann, group = club.group) =>
  (await search(viewer, { q, sort: 'best', limit: 20, group })).items.map(({ snippet, path }) => ({
    from: snippet.from,
    text: snippet.parts.map(({ text }) => text).join(''),
    lit: snippet.parts.filter(({ isFound }) => isFound).map(({ text }) => text),
    path,
  }));

test('a word with a hyphen is lit in another form, opens in its place and has a line', async () => {
  await essayOnList(club.group, { text: 'First.\n\nAll decision-makers agree.', title: 'Of many' });
  const [hit, ...others] = await find('decision-maker');
  expect(others).toEqual([]);
  expect(hit).toMatchObject({ lit: ['decision-makers'], path: expect.stringMatching(/#at-\d+-\d+$/) });
  const { lines } = await concordance(ann, club.group, { q: 'decision-maker', in: 'texts', sort: 'place' });
  expect(lines.map(({ key }) => key)).toEqual(['decision-makers']);
});

test('an essay found by its title or authors shows both, with the words lit', async () => {
  const title = `Of the ${'very '.repeat(60)}quaint quoll`;
  await essayOnList(club.group, { text: 'Nothing else.', title });
  await db().essay.updateMany({ where: { title }, data: { authors: ['Una Quill'] } });
  const text = `${title} · Una Quill`;
  expect(await find('quoll')).toMatchObject([{ from: 'title', text, lit: ['quoll'] }]);
  expect(await find('quill')).toMatchObject([{ from: 'title', text, lit: ['Quill'] }]);
});

describe('a card shows', () => {
  const [statement, details] = ['Gnus go first.', 'Even a wildebeest waits.'];
  const operationalization = 'Count the wildebeests and the pangolins.';

  beforeAll(async () => {
    await createCard(ann, club.group, { ...cardWords, statement, details, operationalization });
  });

  test.each([
    ['its details where the words are there', 'wildebeest', 'comment', details, ['wildebeest']],
    ['else what would count as true', 'pangolin', 'comment', operationalization, ['pangolins']],
    ['else its statement', 'gnus', 'title', statement, ['Gnus']],
  ])('%s', async (_, q, from, text, lit) => {
    expect(await find(q)).toMatchObject([{ from, text, lit }]);
  });

  test('its details as plain text', async () => {
    const markdown = 'Why it **matters**:\n\n1. *herds*\n\n| jackals | run |\n|---|---|\n| far | away |';
    await createCard(ann, club.group, { ...cardWords, statement: 'Or not.', details: markdown });
    const text = 'Why it matters: herds jackals | run far | away';
    expect(await find('jackals')).toMatchObject([{ from: 'comment', text, lit: ['jackals'] }]);
  });

  test('the forms of the language of its group', async () => {
    const { group, essay, join } = await readingGroup();
    await db().essay.update({ where: { id: essay }, data: { language: 'de' } });
    const ben = await join('Ben', 'member');
    await createCard(ben, group, { ...cardWords, statement: 'Viele Häuser stehen.' });
    expect(await find('Haus', ben, group)).toMatchObject([{ lit: ['Häuser'] }]);
  });
});
