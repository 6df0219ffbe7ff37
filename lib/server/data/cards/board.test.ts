import { describe, expect, test } from 'vitest';
import { db } from '@/lib/server/data/database';
import { person } from '@/lib/server/data/person.fixture';
import { createReply } from '@/lib/server/data/replies';
import { rankingOf } from './card-ranking';
import { cruxSuggestions } from './crux-suggestions';
import { curatingGroup, refusal } from './curating-group.fixture';
import { listCards } from './list-cards';
import { linkPassage } from './occurrences';
import { takePosition } from './positions';
import { relateCard, reviewRelation } from './relations';

const { group, mod, ann, reader, at, propose, step, passage } = await curatingGroup();

const found = async (filter: Partial<Parameters<typeof listCards>[2]> = {}, viewer = ann) =>
  (await listCards(viewer, group, { sort: 'number', limit: 500, offset: 0, ...filter })).items;
const columnOf = async (card: { id: string }) => (await found()).find(({ id }) => id === card.id)?.column;
const reply = (annotation: string) => createReply(mod, annotation, { comment: { markdown: 'Is it?' } });

describe('the column of a card', () => {
  test('follows its status', async () => {
    const card = await propose('Follows its status.');
    expect(await columnOf(card)).toBe('proposed');
    await step(card, 'accept');
    expect(await columnOf(card)).toBe('open');
    await step(card, 'dissolve', { source: 'Nobody asks any more.' });
    expect(await columnOf(card)).toBe('resolved');
    await step(card, 'archive');
    expect(await columnOf(card)).toBeNull();
  });

  test('is "under discussion" while people reply at one of its passages', async () => {
    const card = await propose('Talked about.');
    await step(card, 'accept');
    const annotation = await passage('quick brown');
    await linkPassage(ann, at(card), { annotation, role: 'states' });
    expect(await columnOf(card)).toBe('open');
    await reply(annotation);
    expect(await columnOf(card)).toBe('under-discussion');
    await db().annotation.update({ where: { id: annotation }, data: { resolvedAt: new Date() } });
    expect(await columnOf(card)).toBe('open');
  });

  test('is "under discussion" at both ends of a relation that waits', async () => {
    const [from, to] = [await propose('From here.'), await propose('To there.')];
    await step(from, 'accept');
    await step(to, 'accept');
    const relation = await relateCard(ann, at(from), { type: 'supports', to: to.id, rationale: '' });
    expect([await columnOf(from), await columnOf(to)]).toEqual(['under-discussion', 'under-discussion']);
    await reviewRelation(mod, { ...at(from), id: relation.id }, 'accepted');
    expect([await columnOf(from), await columnOf(to)]).toEqual(['open', 'open']);
  });
});

describe('the list', () => {
  test('shows only what the viewer proposed or answered, when they ask for theirs', async () => {
    const [own, answered] = [await propose('My own.', mod), await propose('Answered by me.')];
    await takePosition(mod, at(answered), { credence: 30, reason: '', wouldChangeMind: '' });
    expect((await found({ mine: 'true' }, mod)).map(({ id }) => id)).toEqual([own.id, answered.id]);
    expect(await found({ mine: 'true' }, reader)).toEqual([]);
  });

  test('shows only what people disagree on, when asked', async () => {
    const card = await propose('Half say so.');
    await takePosition(mod, at(card), { credence: 0, reason: '', wouldChangeMind: '' });
    await takePosition(ann, at(card), { credence: 100, reason: '', wouldChangeMind: '' });
    expect((await found({ contested: 'true' })).map(({ id }) => id)).toEqual([card.id]);
    expect((await found({ sort: 'n' }))[0]).toMatchObject({ id: card.id, ranking: { n: 2 } });
  });

  test('counts ranks from 1 without gaps, past cards that have none yet', async () => {
    const agreed = [await propose('All agree.'), await propose('All agree here, too.')];
    for (const card of agreed)
      for (const who of [mod, ann])
        await takePosition(who, at(card), { credence: 50, reason: '', wouldChangeMind: '' });
    const ranks = (await found({ sort: 'priority' })).flatMap(({ ranking }) => ranking?.rank ?? []);
    expect(ranks).toEqual([1, 2]);
  });
});

describe('suggestions', () => {
  test('are passages tagged crux that no card speaks of, most answered first', async () => {
    const [calm, lively, carded] = [
      await passage('lazy dog'),
      await passage('jumps'),
      await passage('brown fox'),
    ];
    const own = await passage('lazy', ann, 'private');
    const tag = await db().tag.findFirstOrThrow({ where: { slug: 'crux', groupId: group } });
    await db().annotationTag.deleteMany();
    await db().annotationTag.createMany({
      data: [calm, lively, carded, own].map((annotationId) => ({ annotationId, tagId: tag.id })),
    });
    await reply(lively);
    await linkPassage(ann, at(await propose('Spoken of.')), { annotation: carded, role: 'states' });
    expect(await cruxSuggestions(reader, group)).toMatchObject([
      { annotation: lively, exact: 'jumps', replies: 1, author: 'Ann', essay: { slug: 'the-fox' } },
      { annotation: calm, replies: 0 },
    ]);
    expect(await refusal(cruxSuggestions(await person('Eve'), group))).toMatchObject({ status: 404 });
  });
});

test('a ranking that several ask for at once is made once', async () => {
  await takePosition(ann, at(await propose('Asked for at once.')), {
    credence: 40,
    reason: '',
    wouldChangeMind: '',
  });
  const [first, ...others] = await Promise.all([1, 2, 3, 4].map(() => rankingOf(group)));
  for (const other of others) expect(other).toBe(first);
});
