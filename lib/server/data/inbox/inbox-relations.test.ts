import { expect, test } from 'vitest';
import { curatingGroup } from '@/lib/server/data/cards/curating-group.fixture';
import { relateCard, reviewRelation, unrelateCard } from '@/lib/server/data/cards/relations';
import { db } from '@/lib/server/data/database';
import { inboxPage } from './inbox';
import { tell } from './tell';

test('a card that was related is told with the other card, and how, while the relation is there', async () => {
  const { mod, ann, at, propose, step } = await curatingGroup();
  const [from, to] = [await propose('From here.'), await propose('To there.')];
  for (const card of [from, to]) await step(card, 'accept');
  const tellLast = async () => {
    const { id } = await db().cardEvent.findFirstOrThrow({
      where: { cardId: from.id },
      orderBy: { createdAt: 'desc' },
    });
    await tell({ kind: 'card', event: id });
  };
  const inbox = async () =>
    (await inboxPage(ann, { unread: 'false', limit: 50 })).items.map(({ verb, words }) => [verb, words]);

  const drawn = await relateCard(mod, at(from), { type: 'supports', to: to.id, rationale: '' });
  await tellLast();
  await reviewRelation(mod, { ...at(from), id: drawn.id }, 'rejected');
  await tellLast();
  expect(await inbox()).toEqual([
    ['review-relation', 'Supports “To there.”: rejected'],
    ['relate', 'Supports “To there.”'],
  ]);

  await unrelateCard(mod, { ...at(from), id: drawn.id });
  expect((await inbox()).map(([, words]) => words)).toEqual([null, null]);
});
