import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { createCard } from '@/lib/server/data/cards/create-card';
import { words as cardWords } from '@/lib/server/data/cards/curating-group.fixture';
import { deleteAnnotation, editAnnotation } from '@/lib/server/data/change-annotation';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { createReply } from '@/lib/server/data/replies';
import type { Viewer } from '@/lib/server/data/viewer';
import { essayOnList } from './essay-on-list.fixture';
import { find, lit, textOf } from './found.fixture';

type Club = Awaited<ReturnType<typeof readingGroup>>;

let club: Club;
let ann: Awaited<ReturnType<Club['join']>>;
let ben: Awaited<ReturnType<Club['join']>>;

const words = async (viewer: Viewer, q: string, more: object = {}) =>
  (await find(viewer, q, { group: club.group, ...more })).items.map(textOf);

const note = (markdown: string, by: Viewer = ann, more: object = {}) =>
  createAnnotation(by, club.place, mark('fox', { comment: { markdown }, ...more }));

const essay = (text: string, language: string, title = 'Of words') =>
  essayOnList(club.group, { text, language, title });

beforeAll(async () => {
  club = await readingGroup();
  ann = await club.join('Ann', 'member');
  ben = await club.join('Ben', 'member');
});

describe('words', () => {
  test('without a letter or digit find nothing, however much the filters would let through', async () => {
    await note('Something.');
    for (const q of ['🦊', '"', ' - ']) expect((await find(ann, q, { group: club.group })).items).toEqual([]);
    expect((await find(ann, ' ', { group: club.group })).items).not.toEqual([]);
  });

  test('an essay opens at the words, in code points behind what takes two code units', async () => {
    const [hit] = (await find(ann, 'jumps', { group: club.group })).items;
    expect(hit).toMatchObject({ kind: 'essay', essay: { slug: 'the-fox' }, snippet: { from: 'text' } });
    expect(lit(hit!)).toEqual(['jumps']);
    expect(hit!.path).toMatch(/^\/g\/g-[0-9a-f-]+\/the-fox#at-22-27$/);
  });

  test('a word in a comment is found at the annotation, one in a reply at the reply, one of a card at the card', async () => {
    const one = await note('The zebra objects.');
    const reply = await createReply(ben, one.id, { comment: { markdown: 'A zebra never does.' } });
    const card = await createCard(ann, club.group, { ...cardWords, statement: 'Zebras object.' });
    const { items } = await find(ben, 'zebra', { group: club.group });
    expect(items.map(({ kind, path }) => [kind, path.slice(path.search(/[#]|\/cards/))]).sort()).toEqual([
      ['annotation', `#a-${one.id}`],
      ['card', `/cards/${card.number}`],
      ['reply', `#r-${reply.id}`],
    ]);
  });

  test('a card shows its details where the words are there, else its statement', async () => {
    const statement = 'Gnus go first.';
    await createCard(ann, club.group, { ...cardWords, statement, details: 'Even a wildebeest waits.' });
    const shown = async (q: string) => {
      const [hit] = (await find(ann, q, { group: club.group })).items;
      return [hit!.snippet.from, textOf(hit!), lit(hit!)];
    };
    expect(await shown('gnus')).toEqual(['title', statement, ['Gnus']]);
    expect(await shown('wildebeest')).toEqual(['comment', 'Even a wildebeest waits.', ['wildebeest']]);
  });

  test('what is quoted is found, behind what somebody said', async () => {
    await note('Nothing on the animal.', ann, {
      target: {
        version: 1,
        selector: [
          { type: 'TextPositionSelector', start: 4, end: 9 },
          { type: 'TextQuoteSelector', exact: 'quick' },
        ],
      },
    });
    await note('This is quick.');
    const { items } = await find(ann, 'quick', { group: club.group, kind: 'annotation' });
    expect(items.map(({ snippet }) => snippet.from)).toEqual(['comment', 'quote']);
  });

  test('an edited comment is found by its new words only', async () => {
    const { id } = await note('It says tapir.');
    await editAnnotation(ann, id, { change: { comment: { markdown: 'It says okapi.' } }, ifMatch: null });
    expect(await words(ann, 'tapir')).toEqual([]);
    expect(await words(ann, 'okapi')).toEqual(['It says okapi.']);
  });

  test('a phrase does not reach from a comment into the words that it is on', async () => {
    await note('Too violet.');
    expect(await words(ann, '"violet fox"')).toEqual([]);
    expect(await words(ann, 'violet -"violet fox"')).toEqual(['Too violet.']);
  });

  test('what is deleted is found no more', async () => {
    const { id } = await note('A quagga.');
    await deleteAnnotation(ann, id);
    expect((await find(ann, 'quagga', { group: club.group })).facets.kind).toEqual([]);
  });
});

describe('languages', () => {
  test.each<[name: string, language: string, text: string, q: string, lit: string[]]>([
    ['an English word in its forms', 'en', 'She was organizing boxes.', 'organizes', ['organizing']],
    ['an English word whose short stem ends otherwise', 'en', 'He was lying on it.', 'lie', ['lying']],
    ['a German word in its forms', 'de', 'Er sah die alten Häuser.', 'Haus', ['Häuser']],
    ['Chinese, by characters that stand together', 'zh', '我们研究东京大学的历史。', '大学', ['大学']],
    ['a single Chinese character', 'zh', '他喜欢猫。', '猫', ['猫']],
    ['Japanese', 'ja', '私は東京大学に行く。', '東京大学', ['東京大学']],
    ['Korean, whatever particle follows', 'ko', '한국은 아름답다.', '한국', ['한국']],
    ['Arabic', 'ar', 'قرأت الكتاب أمس', 'الكتاب', ['الكتاب']],
    ['Hebrew', 'he', 'הספר על השולחן', 'הספר', ['הספר']],
    ['accents left out', 'fr', 'Le café naïf.', 'naif', ['naïf']],
    [
      'a word after a sentence that ends without a space',
      'en',
      'It ended.Wombats came.',
      'wombats',
      ['Wombats'],
    ],
    ['a half of a pair', 'en', 'Either numbats/bilbies.', 'bilbies', ['bilbies']],
  ])('%s', async (_, language, text, q, found) => {
    const id = await essay(text, language);
    const { items } = await find(ann, q, { group: club.group, essay: id });
    expect(items.map(lit)).toEqual([found]);
  });

  test.each([
    ['red-team', 'We need red-teaming of models.', 1],
    ['red-teaming', 'We red-team models.', 1],
    ['x-risk', 'Of x-risks.', 1],
    ['co-operate', 'They are co-operating on co-operation.', 1],
    ['mother-in-law', 'Both mothers-in-law came.', 1],
    ['fox-dog', 'Dogs hate the fox.', 0],
    ['risk-ai', 'AIs take a risk.', 0],
    ['cat', "It's a dog's; cats\\and'mice", 1],
  ])('with a hyphen: %s in “%s”', async (q, text, times) => {
    const own = await readingGroup();
    await essayOnList(own.group, { text });
    const eve = await own.join('Eve', 'member');
    expect((await find(eve, q, { group: own.group })).items).toHaveLength(times);
  });

  test('characters in another order are not found', async () => {
    const id = await essay('学大京东', 'zh');
    expect(await words(ann, '东京大学', { essay: id })).toEqual([]);
  });
});

describe('the query', () => {
  test.each<[q: string, found: string[]]>([
    ['"red lemur"', ['A red lemur sleeps.']],
    ['lemur red', ['A red lemur sleeps.', 'The lemur is red.']],
    ['lem*', ['A red lemur sleeps.', 'A lemming is red.', 'The lemur is red.']],
    ['lemur -sleeps', ['The lemur is red.']],
    ['red -"red lemur" -lemming', ['The lemur is red.']],
    ['"lemurs"', []],
    ['-lemur', []],
    ['the', ['The lemur is red.']],
  ])('%s', async (q, found) => {
    const id = await essay('Nothing.', 'en');
    const place = { group: club.group, essay: id };
    for (const markdown of ['A red lemur sleeps.', 'The lemur is red.', 'A lemming is red.'])
      await createAnnotation(ann, place, {
        id: v7(),
        comment: { markdown },
        target: { version: 1, selector: [{ type: 'TextPositionSelector', start: 0, end: 7 }] },
      });
    expect((await words(ann, q, { essay: id })).sort()).toEqual([...found].sort());
  });

  test('a misspelt word is proposed otherwise, if a text that one may read has it so', async () => {
    await essay('The hallucination was convincing.', 'en');
    const { suggestions } = await find(ann, 'halucination', { group: club.group });
    expect(suggestions).toEqual([{ word: 'halucination', instead: 'hallucination' }]);
    const outsider = await (await readingGroup()).join('Out', 'member');
    expect((await find(outsider, 'halucination')).suggestions).toEqual([]);
  });
});

describe('order', () => {
  test('what has the word as it stands comes before its other forms, and a title before a text', async () => {
    await essay(
      'About other things entirely, though it mentions wallabies in passing here.',
      'en',
      'Of much else',
    );
    await essay('Nothing else.', 'en', 'Wallabies');
    const { items } = await find(ann, 'wallabies', { group: club.group });
    expect(items.map(({ essay: on }) => on?.title)).toEqual(['Wallabies', 'Of much else']);
  });
});
