import { describe, expect, test } from 'vitest';
import { deleteAccount } from '@/lib/server/data/account-deletion';
import { essayAdjudication } from '@/lib/server/data/adjudication/adjudication';
import { decideCases } from '@/lib/server/data/adjudication/decide-cases';
import { editAnnotation } from '@/lib/server/data/change-annotation';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db, query } from '@/lib/server/data/database';
import { inboxPage } from '@/lib/server/data/inbox/inbox';
import { changeRole, removeMember } from '@/lib/server/data/members';
import { mark } from '@/lib/server/data/reading-group.fixture';
import type { Viewer } from '@/lib/server/data/viewer';
import { runDue } from '@/lib/server/jobs/worker';
import { listAnnotationRounds, readAnnotationRound } from './annotation-rounds';
import { confirmingReveal } from './confirming-reveal';
import {
  cancelAnnotationRound,
  changeAnnotationRound,
  remindAnnotators,
  revealAnnotationRound,
  setDone,
} from './lead-round';
import { roundClub } from './round-club.fixture';

const entries = async (who: Viewer, about = 'annotation-round') => {
  while ((await runDue('tell')) > 0);
  const { items } = await inboxPage(who, { unread: 'false', limit: 50 });
  return items.filter(({ kind }) => kind === about).map(({ reason, read }) => `${reason}${read ? '' : '!'}`);
};

describe('a round', () => {
  test('is sealed mark by mark until all are done, then open to all', async () => {
    const { ann, ben, mo, begin, at, claim, seen, stateOf } = await roundClub();
    await claim(ann, 'quick');
    const round = await begin();
    expect((await claim(ann, 'lazy dog')).held).toMatchObject({ as: 'sealed' });
    await claim(ben, 'lazy dog');
    expect([await seen(ann), await seen(ben), await seen(mo)]).toEqual([['Ann', 'Ann'], ['Ben'], ['Ann']]);
    expect((await setDone(ann, at(round), true)).done).toBe(1);
    expect((await setDone(ann, at(round), false)).done).toBe(0);
    await setDone(ann, at(round), true);
    expect((await setDone(ben, at(round), true)).state).toBe('revealed');
    expect(await seen(ann)).toEqual(['Ann', 'Ann', 'Ben']);
    expect(await stateOf(round)).toBe('revealed');
    expect(await db().annotation.count({ where: { roundId: round.id, held: null } })).toBe(2);
  });

  test.each<[string, (club: Awaited<ReturnType<typeof roundClub>>) => Promise<unknown>]>([
    ['leaves', ({ group, ben }) => removeMember(ben, group, ben.user.id)],
    ['is removed', ({ group, mo, ben }) => removeMember(mo, group, ben.user.id)],
    [
      'may only read from now on',
      async ({ group, join, ben }) =>
        changeRole(await join('Ola', 'owner'), group, { user: ben.user.id, role: 'reader' }),
    ],
    ['deletes their account', ({ ben }) => deleteAccount(ben)],
  ])('is revealed when all are done but one, who %s', async (_, goes) => {
    const club = await roundClub();
    const { ann, ben, at, begin, claim, seen, stateOf } = club;
    const round = await begin();
    await claim(ben, 'lazy dog');
    await setDone(ann, at(round), true);
    expect(await stateOf(round)).toBe('alone');
    await goes(club);
    expect(await stateOf(round)).toBe('revealed');
    expect(await seen(ann)).toHaveLength(1);
  });

  test('is not revealed by who removes the last one, or leaves, without knowing: nothing happens then', async () => {
    const { group, mo, ann, ben, at, begin, stateOf } = await roundClub();
    const round = await begin();
    await setDone(ann, at(round), true);
    const remove = (isConfirmed: boolean) =>
      confirmingReveal(mo, isConfirmed, () => removeMember(mo, group, ben.user.id));
    await expect(remove(false)).rejects.toMatchObject({ status: 409, code: 'ends-blind-phase' });
    await expect(confirmingReveal(ben, false, () => deleteAccount(ben))).rejects.toThrow('“Blind”');
    expect(await stateOf(round)).toBe('alone');
    expect(await db().membership.count({ where: { groupId: group, userId: ben.user.id } })).toBe(1);
    await remove(true);
    expect(await stateOf(round)).toBe('revealed');
  });

  test('goes on when somebody leaves and another is not done, or when it waits for its date', async () => {
    const { group, ann, ben, join, at, begin, stateOf } = await roundClub();
    const cy = await join('Cy', 'member');
    const round = await begin({}, [ann, ben, cy]);
    expect(await setDone(ann, at(round), true)).toMatchObject({ people: 3, done: 1, awaited: 2 });
    await removeMember(ben, group, ben.user.id);
    expect(await stateOf(round)).toBe('alone');
    expect(await listAnnotationRounds(ann, at(round))).toMatchObject([{ people: 3, done: 1, awaited: 1 }]);
    await removeMember(cy, group, cy.user.id);
    expect(await stateOf(round)).toBe('revealed');
    const di = await join('Di', 'member');
    const other = await begin({ revealWhenAllDone: false }, [ann, di]);
    await setDone(ann, at(other), true);
    await removeMember(di, group, di.user.id);
    expect(await stateOf(other)).toBe('alone');
  });

  test('opens, and is revealed, when its time has come', async () => {
    const { begin, stateOf } = await roundClub();
    const round = await begin({ opens: '2100-01-01T00:00:00Z', reveals: '2100-02-01T00:00:00Z' });
    const pass = async (step: 'open' | 'reveal') => {
      const column = step === 'open' ? 'opens_at' : 'reveal_at';
      await query(`pass ${step}`, `UPDATE annotation_round SET ${column} = now() WHERE id = $1::uuid`, [
        round.id,
      ]);
      await db().job.updateMany({ where: { key: `${round.id} ${step}` }, data: { runAt: new Date(0) } });
      await runDue('annotation-round');
      return stateOf(round);
    };
    expect([round.state, await pass('open'), await pass('reveal')]).toEqual(['planned', 'alone', 'revealed']);
    expect(await db().job.count({ where: { key: { startsWith: round.id } } })).toBe(0);
  });

  test('that is extended does not end at its first time', async () => {
    const { mo, begin, at, stateOf } = await roundClub();
    const round = await begin({ reveals: '2100-01-01T00:00:00Z' });
    await changeAnnotationRound(mo, at(round), { reveals: '2100-03-01T00:00:00Z' });
    await db().job.updateMany({ where: { key: `${round.id} reveal` }, data: { runAt: new Date(0) } });
    await runDue('annotation-round');
    expect(await stateOf(round)).toBe('alone');
  });

  test('says who revealed it early, and changes no more', async () => {
    const { mo, ann, begin, at } = await roundClub();
    const round = await begin();
    expect(await revealAnnotationRound(mo, at(round))).toMatchObject({
      state: 'revealed',
      endedBy: { name: 'Mo' },
    });
    for (const again of [
      () => revealAnnotationRound(mo, at(round)),
      () => cancelAnnotationRound(mo, at(round)),
      () => setDone(ann, at(round), true),
    ])
      await expect(again()).rejects.toMatchObject({ status: 409 });
  });

  test('that is cancelled shows its marks and keeps none', async () => {
    const { mo, ann, ben, begin, at, claim, seen, stateOf } = await roundClub();
    const round = await begin();
    await claim(ann, 'quick');
    await cancelAnnotationRound(mo, at(round));
    expect([await seen(ben), await stateOf(round)]).toEqual([['Ann'], 'cancelled']);
    expect(await db().roundMark.count({ where: { roundId: round.id } })).toBe(0);
  });

  test('asks nobody who reads the essay alone already, or may not annotate', async () => {
    const { ben, join, begin } = await roundClub();
    const rae = await join('Rae', 'reader');
    const cy = await join('Cy', 'member');
    await begin();
    await expect(begin({}, [ben, cy])).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('Ben'),
    });
    await expect(begin({}, [cy, rae])).rejects.toMatchObject({ status: 422 });
    await expect(begin({}, [cy, cy])).rejects.toMatchObject({ code: 'people' });
  });

  test('takes its own tags only, of those who read in it', async () => {
    const { mo, ann, begin, claim } = await roundClub();
    await begin({ tags: ['claim'] });
    await expect(claim(ann, 'quick', ['crux'])).rejects.toMatchObject({ status: 422 });
    const { id } = await claim(ann, 'quick', ['claim']);
    const retag = editAnnotation(ann, id, { change: { tags: ['crux'] }, ifMatch: null });
    await expect(retag).rejects.toMatchObject({ status: 422 });
    expect((await claim(mo, 'quick', ['crux'])).held).toBeNull();
  });

  test('seals what was a private note when its author shows it to the group, and lets it be private again', async () => {
    const { ann, ben, place, begin, at, seen } = await roundClub();
    const note = await createAnnotation(ann, place, mark('quick', { visibility: 'private' }));
    const round = await begin();
    const show = (visibility: 'group' | 'private') =>
      editAnnotation(ann, note.id, { change: { visibility }, ifMatch: null });
    expect((await show('group')).held).toMatchObject({ as: 'sealed' });
    expect((await show('private')).held).toBeNull();
    await show('group');
    await setDone(ann, at(round), true);
    await setDone(ben, at(round), true);
    expect(await seen(ben)).toEqual(['Ann']);
  });

  test('leaves what somebody new wrote to moderators after the reveal', async () => {
    const { group, mo, ann, ben, begin, at, claim, seen } = await roundClub();
    await db().group.update({ where: { id: group }, data: { reviewFirst: 3 } });
    const round = await begin();
    await claim(ann, 'quick');
    await revealAnnotationRound(mo, at(round));
    expect([await seen(ben), await seen(mo)]).toEqual([[], ['Ann']]);
  });

  test('tells its annotators in one entry, which is renewed', async () => {
    const { mo, ann, ben, begin, at } = await roundClub();
    const round = await begin();
    expect(await entries(ann)).toEqual(['asked!']);
    await setDone(ben, at(round), true);
    await db().notification.updateMany({ where: { eventId: round.id }, data: { readAt: new Date() } });
    await remindAnnotators(mo, at(round));
    expect([await entries(ann), await entries(ben)]).toEqual([['reminded!'], ['asked']]);
    await revealAnnotationRound(mo, at(round));
    expect([await entries(ann), await entries(ben), await entries(mo)]).toEqual([
      ['revealed!'],
      ['revealed!'],
      [],
    ]);
  });
});

test('what is decided about their marks meanwhile is told after the reveal to those who read alone', async () => {
  const { mo, ann, place, begin, at, claim } = await roundClub();
  await claim(ann, 'lazy dog');
  const round = await begin();
  const [one] = (await essayAdjudication(mo, place)).cases;
  const decision = { case: one!.id, state: one!.state, verdict: 'reject' as const, marks: [], reason: 'No.' };
  await decideCases(mo, place, [decision]);
  await db().job.updateMany({ where: { kind: 'tell' }, data: { runAt: new Date(0) } });
  expect(await entries(ann, 'adjudication')).toEqual([]);
  await revealAnnotationRound(mo, at(round));
  expect(await entries(ann, 'adjudication')).toEqual(['adjudication!']);
});

describe('before the reveal', () => {
  test('moderators know who is done, and nobody how much anybody marked', async () => {
    const { mo, ann, ben, join, begin, at, claim } = await roundClub();
    const max = await join('Max', 'moderator');
    const round = await begin({}, [ann, ben, max]);
    await claim(ann, 'quick');
    await setDone(ben, at(round), true);
    const known = async (who: Viewer) =>
      (await readAnnotationRound(who, at(round))).annotators.map(({ done, marks }) => [done, marks]);
    for (const moderator of [mo, max])
      expect(await known(moderator)).toEqual([
        [false, null],
        [true, null],
        [false, null],
      ]);
    expect(await known(ann)).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
    expect(await listAnnotationRounds(ann, at(round))).toMatchObject([{ people: 3, done: 1, mine: false }]);
    await revealAnnotationRound(mo, at(round));
    expect((await known(ann)).map(([, marks]) => marks)).toEqual([1, 0, null]);
  });
});
