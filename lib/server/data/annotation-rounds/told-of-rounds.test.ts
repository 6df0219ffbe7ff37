import { expect, test } from 'vitest';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db, query } from '@/lib/server/data/database';
import { inboxPage } from '@/lib/server/data/inbox/inbox';
import type { SignedIn } from '@/lib/server/data/person.fixture';
import { mark } from '@/lib/server/data/reading-group.fixture';
import { createReply } from '@/lib/server/data/replies';
import type { Viewer } from '@/lib/server/data/viewer';
import { runDue } from '@/lib/server/jobs/worker';
import { currentRound } from './annotation-rounds';
import { revealAnnotationRound, setDone } from './lead-round';
import { roundClub } from './round-club.fixture';

const entries = async (who: Viewer) => {
  while ((await runDue('tell')) > 0);
  const { items } = await inboxPage(who, { unread: 'true', limit: 50 });
  return items.filter(({ kind }) => kind === 'annotation-round').map(({ reason }) => reason);
};

test('a round tells whoever began it that it is open, where others brought that about, and once where they read too', async () => {
  const { mo, ann, ben, begin, at } = await roundClub();
  const others = await begin();
  for (const one of [ann, ben]) await setDone(one, at(others), true);
  expect(await entries(mo)).toEqual(['revealed']);
  const own = await begin({}, [ann, mo]);
  for (const one of [ann, mo]) await setDone(one, at(own), true);
  expect(await entries(mo)).toEqual(['revealed', 'revealed']);
});

test('a round is what the essay tells of to those who read in it, and to those who lead as long as it is read', async () => {
  const { mo, ann, place, join, begin, at } = await roundClub();
  const cy = await join('Cy', 'member');
  const round = await begin();
  const told = async (who: Viewer, leads = false) => (await currentRound(who, place, { leads }))?.mine;
  expect([await told(ann), await told(mo, true), await told(cy)]).toEqual([false, null, undefined]);
  await revealAnnotationRound(mo, at(round));
  expect(await told(cy)).toBeNull();
  await begin();
  const states = [
    await currentRound(mo, place, { leads: true }),
    await currentRound(cy, place, { leads: false }),
  ];
  expect(states.map((one) => one?.state)).toEqual(['alone', 'revealed']);
});

/** What a reveal leaves to be told; `writes`: statements that wrote it. */
async function left(reveal: () => Promise<unknown>) {
  await db().job.deleteMany({ where: { kind: 'tell' } });
  await reveal();
  const jobs = await query<{ payload: { kind: string; event: string }; command: string }>(
    'jobs-to-tell',
    "SELECT payload, cmin::text AS command FROM job WHERE kind = 'tell' ORDER BY payload ->> 'kind', id",
    [],
  );
  return {
    told: jobs.map(({ payload: { kind, event } }) => `${kind} ${event}`).sort(),
    writes: new Set(jobs.map(({ command }) => command)).size,
  };
}

const asks = ({ user }: SignedIn) => ({
  comment: { markdown: `[@${user.name}](mention:${user.id}), look.` },
});

test('of all that a reveal shows, only what mentions somebody is told of by itself', async () => {
  const { mo, ann, ben, place, begin, at, claim } = await roundClub();
  const round = await begin();
  await claim(ann, 'quick');
  const { id } = await createAnnotation(ann, place, mark('fox', { comment: { markdown: 'Hm.' } }));
  await createReply(ann, id, { comment: { markdown: 'Really.' } });
  const asking = await createAnnotation(ann, place, mark('lazy', asks(ben)));
  const reply = await createReply(ann, id, asks(ben));
  const { told, writes } = await left(() => revealAnnotationRound(mo, at(round)));
  expect(told).toEqual([`annotation ${asking.id}`, `annotation-round ${round.id}`, `reply ${reply.id}`]);
  expect(writes).toBe(1);
});

test('what a reveal leaves to moderators is left at once, however much it is', async () => {
  const { group, mo, ann, begin, at, claim } = await roundClub();
  await db().group.update({ where: { id: group }, data: { reviewFirst: 9 } });
  const round = await begin();
  const marks = [await claim(ann, 'quick'), await claim(ann, 'lazy'), await claim(ann, 'fox')];
  const { told, writes } = await left(() => revealAnnotationRound(mo, at(round)));
  expect(told).toEqual([`annotation-round ${round.id}`, ...marks.map(({ id }) => `review ${id}`).sort()]);
  expect(writes).toBe(1);
});
