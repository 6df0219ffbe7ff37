import { expect, test } from 'vitest';
import { setDone } from '@/lib/server/data/annotation-rounds/lead-round';
import { roundClub } from '@/lib/server/data/annotation-rounds/round-club.fixture';
import { nothing } from '@/lib/server/data/events';
import { follow, until } from './stream-reader.fixture';

test('that a blind reading moved is told to all who have the essay open, and not who is done', async () => {
  const { mo, ann, ben, begin, at, place } = await roundClub();
  const round = await begin();
  const [leading, blind] = [await follow(mo, place, null), await follow(ben, place, null)];
  await setDone(ann, at(round), true);
  await setDone(ann, at(round), false);
  await until(() => leading.frames.length === 2 && blind.frames.length === 2);
  for (const { frames } of [leading, blind])
    expect(frames.map(({ event, data }) => [event, data.id, data.change, data.actor])).toEqual(
      [0, 1].map(() => ['round', nothing, 'edited', null]),
    );
});
