import { expect, test } from 'vitest';
import { editAnnotation } from '@/lib/server/data/change-annotation';
import { move } from '@/lib/server/data/move.fixture';
import { createReply, editReply } from '@/lib/server/data/replies';
import { annotationHistory, replyHistory } from '@/lib/server/data/revisions';
import { cancelAnnotationRound, revealAnnotationRound } from './lead-round';
import { roundClub } from './round-club.fixture';

test.each([
  ['reveal', revealAnnotationRound],
  ['end without one', cancelAnnotationRound],
])('what was marked and written before a round’s %s stays out of the histories', async (_, end) => {
  const { mo, ann, ben, begin, at, claim } = await roundClub();
  const round = await begin();
  const { id } = await claim(ann, 'fox');
  const reply = await createReply(ann, id, { comment: { markdown: 'Secret, too.' } });
  const write = (markdown: string) => ({ change: { comment: { markdown } }, ifMatch: null });
  await editAnnotation(ann, id, write('Secret.'));
  await editAnnotation(ann, id, write('Shown.'));
  await move(ann, id, 'quick');
  await editReply(ann, reply.id, { comment: { markdown: 'Said.' }, ifMatch: null });
  await end(mo, at(round));
  const seen = async () => [
    (await annotationHistory(ben, id)).items.map(({ quote, comment }) => [quote, comment?.markdown]),
    (await replyHistory(ben, reply.id)).items,
  ];
  expect(await seen()).toEqual([[], []]);
  await editAnnotation(ann, id, write('Anew.'));
  expect(await seen()).toEqual([[['quick', 'Shown.']], []]);
});
