import { describe, expect, test } from 'vitest';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db } from '@/lib/server/data/database';
import { person } from '@/lib/server/data/person.fixture';
import { mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { createCard } from './create-card';
import { curatingGroup, refusal, words } from './curating-group.fixture';
import { listCards } from './list-cards';
import { linkPassage, listOccurrences, unlinkPassage } from './occurrences';
import { readCard } from './read-card';
import { listRelations, relateCard, reviewRelation, unrelateCard } from './relations';
import { similarCards } from './similar-cards';

const { mod, ann, reader, at, propose, passage } = await curatingGroup();
const everything = { sort: 'number' as const, limit: 200, offset: 0 };

describe('a passage', () => {
  test('that only its author sees is refused, and counted by nobody once it became so', async () => {
    const card = await propose('Seen by all.');
    const own = await passage('lazy dog', ann, 'private');
    expect(await refusal(linkPassage(ann, at(card), { annotation: own, role: 'states' }))).toEqual({
      status: 422,
      code: 'private',
    });
    const open = await passage('jumps');
    await linkPassage(ann, at(card), { annotation: open, role: 'opposes' });
    await db().annotation.update({ where: { id: open }, data: { visibility: 'private' } });
    expect(await listOccurrences(ann, at(card))).toEqual([]);
    expect(await readCard(mod, at(card))).toMatchObject({ card: { passages: { opposes: 0 }, essays: 0 } });
  });

  test('is linked once in each role, and unlinked by who linked it or a moderator', async () => {
    const card = await propose('Linked and unlinked.');
    const annotation = await passage('the dog that');
    const one = await linkPassage(ann, at(card), { annotation, role: 'states' });
    expect(await linkPassage(mod, at(card), { annotation, role: 'states' })).toEqual(one);
    const other = await linkPassage(mod, at(card), { annotation, role: 'supports' });
    expect(await refusal(unlinkPassage(ann, { ...at(card), id: other.id }))).toMatchObject({ status: 403 });
    await unlinkPassage(ann, { ...at(card), id: one.id });
    await unlinkPassage(mod, { ...at(card), id: other.id });
    expect(await listOccurrences(ann, at(card))).toEqual([]);
  });
});

describe('relations', () => {
  test('drawn by members wait, drawn by moderators stand; both ends show them', async () => {
    const [crux, target] = [await propose('The crux.'), await propose('The conclusion.')];
    const drawn = await relateCard(ann, at(crux), {
      type: 'crux-for',
      to: target.id,
      rationale: 'It decides.',
    });
    expect(drawn).toMatchObject({ state: 'proposed', from: { id: crux.id }, to: { id: target.id } });
    expect(await listRelations(reader, at(target))).toEqual([drawn]);
    const undercut = await relateCard(mod, at(target), {
      type: 'undercuts',
      toRelation: drawn.id,
      rationale: '',
    });
    expect(undercut).toMatchObject({ state: 'accepted', to: null, toRelation: drawn.id });
    expect((await listRelations(ann, at(crux))).map(({ id }) => id)).toEqual([drawn.id, undercut.id]);
    await unrelateCard(ann, { ...at(crux), id: drawn.id });
    expect(await listRelations(ann, at(crux))).toEqual([]);
  });

  test('support and attack of the same two cards cannot both be accepted', async () => {
    const [one, two] = [await propose('One.'), await propose('Two.')];
    await relateCard(mod, at(one), { type: 'supports', to: two.id, rationale: '' });
    const attack = await relateCard(ann, at(one), { type: 'attacks', to: two.id, rationale: '' });
    expect(await refusal(reviewRelation(mod, { ...at(one), id: attack.id }, 'accepted'))).toEqual({
      status: 409,
      code: 'contradiction',
    });
  });

  test('never lead from a card to itself, nor into another group', async () => {
    const card = await propose('Alone.');
    const relate = (to: string) => relateCard(mod, at(card), { type: 'supports', to, rationale: '' });
    expect(await refusal(relate(card.id))).toMatchObject({ status: 422 });
    const elsewhere = await readingGroup('public');
    const other = await createCard(await elsewhere.join('Eve', 'member'), elsewhere.group, {
      ...words,
      statement: 'Elsewhere.',
    });
    expect(await refusal(relate(other.id))).toMatchObject({ status: 404 });
  });
});

describe('finding', () => {
  test('lists by status, kind, essay and words, and never another group', async () => {
    const made = await readingGroup();
    const bea = await made.join('Bea', 'moderator');
    const write = (statement: string, kind: 'claim' | 'crux') =>
      createCard(bea, made.group, { ...words, statement, kind });
    const rain = await write('Rain makes 100 % wet.', 'claim');
    const sun = await write('Sun dries.', 'crux');
    const annotation = (await createAnnotation(bea, made.place, mark('jumps'))).id;
    await linkPassage(bea, { group: made.group, card: sun.id }, { annotation, role: 'mentions' });
    const found = async (filter: object) =>
      (await listCards(bea, made.group, { ...everything, ...filter })).items.map(({ id }) => id);
    expect(await found({})).toEqual([rain.id, sun.id]);
    expect(await found({ kind: 'crux' })).toEqual([sun.id]);
    expect(await found({ q: 'rain' })).toEqual([rain.id]);
    expect(await found({ q: '100 %' })).toEqual([rain.id]);
    expect(await found({ q: '_' })).toEqual([]);
    expect(await found({ essay: 'the-fox' })).toEqual([sun.id]);
    expect(await found({ status: 'canonical' })).toEqual([]);
    expect(await refusal(listCards(await person('Eve'), made.group, everything))).toMatchObject({
      status: 404,
    });
  });

  test('knows similar statements by letters, by words and by the passage', async () => {
    const made = await readingGroup();
    const bea = await made.join('Bea', 'member');
    const write = (statement: string) => createCard(bea, made.group, { ...words, statement });
    const letters = await write('Evaluations are gamed by the models they measure.');
    const shared = await write('Nothing alike here whatsoever.');
    await write('Unrelated: cooking takes time.');
    const annotation = async (exact: string) => (await createAnnotation(bea, made.place, mark(exact))).id;
    const over = await annotation('quick brown fox');
    await linkPassage(bea, { group: made.group, card: shared.id }, { annotation: over, role: 'states' });
    const overlapping = await annotation('brown');
    const found = await similarCards(bea, made.group, {
      statement: 'Evaluation is gamed by models that are measured',
      annotation: overlapping,
    });
    expect(found.map(({ id }) => id)).toEqual([shared.id, letters.id]);
    expect(found[0]).toMatchObject({ sharedPassages: 1 });
    expect(found[1]?.similarity).toBeGreaterThan(0.3);
    expect(await similarCards(bea, made.group, { statement: '&|!:*()' })).toEqual([]);
  });

  test('finds by the rare words of a statement, in any form, and not by what everybody says', async () => {
    const made = await readingGroup();
    const bea = await made.join('Bea', 'member');
    const write = (statement: string, details = '') =>
      createCard(bea, made.group, { ...words, statement, details });
    for (let i = 0; i < 12; i++) await write(`It is the case that this is one of the ${i} models.`);
    const rare = await write('Sandbagging happens.', 'A model deceives those who evaluate it.');
    const found = async (statement: string) =>
      (await similarCards(bea, made.group, { statement })).map(({ id }) => id);
    expect(await found('It is deceiving evaluators by sandbagging')).toEqual([rare.id]);
    expect(await found('What of the bread that is here?')).toEqual([]);
    expect(await found(String.raw`it's a \ "quote" c:\temp <-> x:* http://a.b/c\d'e`)).toEqual([]);
  });
});
