import { expect, test } from 'vitest';
import { person } from '@/lib/server/data/person.fixture';
import { countRounds } from './count-rounds';
import { cancelAnnotationRound, revealAnnotationRound } from './lead-round';
import { roundClub } from './round-club.fixture';

test('a group’s rounds are counted by essay, without what was cancelled, for those who read there', async () => {
  const { mo, ann, begin, at, place } = await roundClub();
  const counted = async () => [...(await countRounds(ann, place.group)).values()];
  expect(await counted()).toEqual([]);
  await revealAnnotationRound(mo, at(await begin()));
  await cancelAnnotationRound(mo, at(await begin()));
  await begin();
  expect(await counted()).toEqual([{ all: 2, open: 1 }]);
  await expect(countRounds(await person('Eve'), place.group)).rejects.toMatchObject({ status: 404 });
});
