import { expect, test } from 'vitest';
import { inboxPage } from '@/lib/server/data/inbox/inbox';
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
