import { beforeEach, describe, expect, test } from 'vitest';
import { rewordCard } from '@/lib/server/data/cards/change-card';
import { createCard } from '@/lib/server/data/cards/create-card';
import { takePosition } from '@/lib/server/data/cards/positions';
import { deleteAnnotation, editAnnotation } from '@/lib/server/data/change-annotation';
import { db } from '@/lib/server/data/database';
import { setConsent } from '@/lib/server/data/export/consent';
import { exportOf } from '@/lib/server/data/export/prepared-exports';
import { setSharing } from '@/lib/server/data/export/sharing';
import { decide } from '@/lib/server/data/moderation/decide';
import { subjectsOf } from '@/lib/server/data/moderation/subjects';
import { editReply } from '@/lib/server/data/replies';
import { exportingGroup, noRows, rowsOf } from './exporting-group.fixture';

process.env.RATE_LIMIT_FACTOR = '1000000';

let club: Awaited<ReturnType<typeof exportingGroup>>;
beforeEach(async () => {
  club = await exportingGroup();
});

/** What happens after the file was made, and takes something in it back for Bo. */
const withdrawals: [string, (file: { group: string; essay: string }) => Promise<unknown>][] = [
  ['its author deletes an annotation', () => deleteAnnotation(club.ann, club.fox)],
  ['somebody asks to be left out', () => setConsent(club.ann, club.group, 'left-out')],
  [
    'a moderator hides an annotation',
    () =>
      decide(club.owner, club.group, {
        verb: 'hide',
        reason: 'spam',
        note: '',
        items: [{ kind: 'annotation', id: club.fox, state: '1-shown-0' }],
      }),
  ],
  [
    'a reply is deleted',
    () => db().reply.updateMany({ data: { deletedAt: new Date(), deletedById: club.bo.user.id } }),
  ],
  ['a reaction is taken back', () => db().reaction.deleteMany({ where: { annotationId: club.fox } })],
  ['an answer is taken back', () => db().position.deleteMany({})],
  ['it does not say what it holds', () => db().exportContent.deleteMany({})],
  ['the licence of a text is', () => db().essay.updateMany({ data: { licence: null } })],
  [
    'an essay leaves the list',
    ({ essay }) => db().readingListEntry.deleteMany({ where: { essayId: essay } }),
  ],
];

describe('a file is deleted instead of taken when', () => {
  test.each(withdrawals)('%s', async (_, happens) => {
    await db().reaction.create({ data: { userId: club.ann.user.id, annotationId: club.fox, kind: 'agree' } });
    const draft = { details: '', operationalization: '', resolvesBy: null };
    const card = await createCard(club.bo, club.group, { ...draft, kind: 'claim', statement: 'Foxes jump.' });
    const place = { group: club.group, card: card.id };
    await takePosition(club.bo, place, { credence: 60, reason: 'So.', wouldChangeMind: '' });
    const { id, state } = await club.made();
    expect(state).toBe('ready');
    expect((await club.take(club.bo, id)).status).toBe(200);
    await happens({ group: club.group, essay: club.essay });
    const response = await club.take(club.bo, id);
    expect(response.status).toBe(410);
    expect((await response.json()).detail).toContain('Make it anew');
    expect(await exportOf(club.bo, club.group, id)).toMatchObject({
      state: 'failed',
      problem: 'withdrawn',
      sha256: null,
    });
    expect(await rowsOf(id)).toEqual(noRows);
    expect((await club.take(club.bo, id)).status).toBe(410);
  });

  test('leave for a text is taken back', async () => {
    await db().essay.update({ where: { id: club.essay }, data: { licence: null } });
    const place = { group: club.group, essay: club.essay };
    await setSharing(club.owner, place, true);
    const { id } = await club.made();
    expect((await club.take(club.bo, id)).status).toBe(200);
    await setSharing(club.owner, place, false);
    expect((await club.take(club.bo, id)).status).toBe(410);
  });

  test('a name is', async () => {
    await setConsent(club.ann, club.group, 'named');
    const { id } = await club.made(club.bo, { named: 'true' });
    await setConsent(club.ann, club.group, 'pseudonym');
    expect((await club.take(club.bo, id)).status).toBe(410);
  });

  test('the essay that it is of is there no more', async () => {
    const { id } = await club.made(club.bo, { essay: club.essay });
    await db().readingListEntry.deleteMany({ where: { essayId: club.essay } });
    expect((await club.take(club.bo, id)).status).toBe(410);
  });
});

describe('words that were hidden and gave way to others that were let through', () => {
  const decided = async (verb: 'hide' | 'approve', kind: 'annotation' | 'reply' | 'card', id: string) => {
    const { state } = (await subjectsOf(club.group, [id])).get(id)!;
    await decide(club.owner, club.group, { verb, reason: 'spam', note: '', items: [{ kind, id, state }] });
  };
  const others = { change: { comment: { markdown: 'Other words.' } }, ifMatch: null };
  const reworded = { statement: 'Foxes walk.', wordingOnly: true, reason: '', ifMatch: null };

  test.each<['annotation' | 'reply' | 'card', (id: string) => Promise<unknown>]>([
    ['annotation', (id) => editAnnotation(club.ann, id, others)],
    ['reply', (id) => editReply(club.bo, id, { comment: others.change.comment, ifMatch: null })],
    ['card', (id) => rewordCard(club.bo, { group: club.group, card: id }, reworded)],
  ])('of a(n) %s: a file that has the first is not taken, and one made then is', async (kind, change) => {
    const draft = { details: '', operationalization: '', resolvesBy: null };
    const card = await createCard(club.bo, club.group, { ...draft, kind: 'claim', statement: 'Foxes jump.' });
    const { id: reply } = await db().reply.findFirstOrThrow({ where: { annotationId: club.fox } });
    const id = { annotation: club.fox, reply, card: card.id }[kind];
    const first = await club.made();
    await decided('hide', kind, id);
    await change(id);
    await decided('approve', kind, id);
    expect((await club.take(club.bo, first.id)).status).toBe(410);
    const second = await club.made();
    expect((await club.take(club.bo, second.id)).status).toBe(200);
  });
});

test('what was added or reworded since leaves a file as it is', async () => {
  const { id } = await club.made();
  await club.annotate(club.ann, 'quick');
  await club.answer(club.ann, club.fox, 'It is.');
  await db().annotation.update({ where: { id: club.fox }, data: { commentMarkdown: 'Other words.' } });
  expect((await club.take(club.bo, id)).status).toBe(200);
});

test('nor does an answer that was changed, but for the words of the earlier one', async () => {
  const draft = { details: '', operationalization: '', resolvesBy: null };
  const card = await createCard(club.bo, club.group, { ...draft, kind: 'claim', statement: 'Foxes jump.' });
  const answer = (credence: number, reason: string) =>
    takePosition(club.ann, { group: club.group, card: card.id }, { credence, reason, wouldChangeMind: '' });
  await takePosition(
    club.bo,
    { group: club.group, card: card.id },
    { credence: 50, reason: '', wouldChangeMind: '' },
  );
  await answer(60, '');
  const { id } = await club.made();
  await answer(70, 'So.');
  expect((await club.take(club.bo, id)).status).toBe(200);
  const second = await club.made();
  await answer(80, 'Rather so.');
  expect((await club.take(club.bo, second.id)).status).toBe(410);
});
