import { expect, test } from 'vitest';
import { adjudicatingGroup } from '@/lib/server/data/adjudication/adjudicated-world.fixture';
import { undoAdjudication } from '@/lib/server/data/adjudication/undo-adjudication';
import { beginAnnotationRound } from '@/lib/server/data/annotation-rounds/begin-round';
import { follow, until } from './stream-reader.fixture';

test('a decision, and that it was taken back, is told at once, and to who reads alone only that there was something', async () => {
  const { ann, ben, mo, join, tag, cases, decide, place } = await adjudicatingGroup();
  const olu = await join('Olu', 'owner');
  await tag(ann, 'brown fox', 'claim');
  await beginAnnotationRound(mo, place, {
    title: 'Blind',
    guideline: '',
    revealWhenAllDone: false,
    tags: [],
    people: [ann.user.id, ben.user.id],
  });
  const [other, blind] = [await follow(olu, place, null), await follow(ben, place, null)];
  const [one] = await cases();
  const [decided] = await decide(one!);
  await undoAdjudication(mo, { ...place, id: decided!.decision!.id });
  await until(() => other.frames.length === 2 && blind.frames.length === 2);
  expect(other.frames.map(({ event, data }) => [event, data.actor])).toEqual(
    [0, 1].map(() => ['adjudication', mo.user.id]),
  );
  expect(blind.frames.map(({ event, data }) => [event, data.kind, data.actor, data.annotation])).toEqual(
    [0, 1].map(() => ['annotation', 'annotation', null, null]),
  );
});
