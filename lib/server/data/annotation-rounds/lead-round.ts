import 'server-only';
import type { Action } from '@/lib/core/access/permissions';
import type { AnnotationRoundDetail } from '@/lib/core/api/annotation-rounds';
import type { Input } from '@/lib/core/api/contracts';
import { conflict, forbidden, invalid } from '@/lib/core/api/problem';
import { query, transaction } from '@/lib/server/data/database';
import { essayFor } from '@/lib/server/data/essay-scope';
import { essayChannel, publish, sealed } from '@/lib/server/data/events';
import { notify } from '@/lib/server/data/inbox/notify';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import { annotationRoundOf, type RoundPlace, readAnnotationRound } from './annotation-rounds';
import { areAllDone, endRound, planSteps } from './round-steps';

type Change = Input<'PATCH /groups/{group}/essays/{essay}/rounds/{round}'>['body'];

/** A round that is not revealed yet, held until the transaction ends. */
async function unrevealedRound(viewer: Viewer, place: RoundPlace, action: Action) {
  const scope = await essayFor(viewer, place, action);
  const { id } = await annotationRoundOf(viewer, scope, place.round);
  await query('hold-annotation-round', 'SELECT 1 FROM annotation_round WHERE id = $1::uuid FOR UPDATE', [id]);
  const round = await annotationRoundOf(viewer, scope, id);
  if (round.state === 'cancelled') throw conflict('ended', 'This round was cancelled. Begin a new one.');
  if (round.state === 'revealed')
    throw conflict('ended', 'This round is revealed already: everybody sees what was marked in it.');
  return { ...round, scope };
}

/** Renames it, changes its guideline, or moves the reveal; a time that has passed reveals it now. */
export async function changeAnnotationRound(
  viewer: Viewer,
  place: RoundPlace,
  change: Change,
): Promise<AnnotationRoundDetail> {
  await transaction(async () => {
    const { id, state, scope } = await unrevealedRound(viewer, place, 'round.open');
    const round = { ...(await annotationRoundOf(viewer, scope, id)), ...change };
    const [row] = await query<{ isInOrder: boolean; isDue: boolean }>(
      'change-annotation-round',
      `UPDATE annotation_round SET title = $2, guideline = $3, reveal_at = $4::timestamptz, reveal_when_all_done = $5::boolean
       WHERE id = $1::uuid RETURNING coalesce(reveal_at > opens_at, true) AS "isInOrder", coalesce(reveal_at <= now(), false) AS "isDue"`,
      [id, round.title, round.guideline, round.reveals, round.revealWhenAllDone],
    );
    if (!row?.isInOrder)
      throw invalid('reveals', 'Choose a time for the reveal that comes after the beginning.');
    await planSteps(id);
    const isComplete = change.revealWhenAllDone === true && (await areAllDone(id));
    if (state === 'alone' && (row.isDue || isComplete))
      await endRound(id, { as: 'revealed', by: userIdOf(viewer) });
  });
  return readAnnotationRound(viewer, place);
}

/** Before its time; that a moderator did stays with it. */
export async function revealAnnotationRound(
  viewer: Viewer,
  place: RoundPlace,
): Promise<AnnotationRoundDetail> {
  await transaction(async () => {
    const { id, state } = await unrevealedRound(viewer, place, 'round.open');
    if (state !== 'alone') throw conflict('planned', 'This round has not opened yet.');
    await endRound(id, { as: 'revealed', by: userIdOf(viewer) });
  });
  return readAnnotationRound(viewer, place);
}

/** What was marked in it is shown, and kept nowhere else. */
export async function cancelAnnotationRound(viewer: Viewer, place: RoundPlace): Promise<void> {
  await transaction(async () => {
    const { id } = await unrevealedRound(viewer, place, 'round.open');
    await endRound(id, { as: 'cancelled', by: userIdOf(viewer) });
  });
}

/** Tells those who are not done in their inbox, where they were told before. */
export async function remindAnnotators(viewer: Viewer, place: RoundPlace): Promise<void> {
  await transaction(async () => {
    const { id, state } = await unrevealedRound(viewer, place, 'round.open');
    if (state !== 'alone') throw conflict('planned', 'This round has not opened yet.');
    await notify({ kind: 'annotation-round', event: id, reason: 'reminded' });
  });
}

/**
 * The viewer is done reading alone, or not yet after all. When all are, and it is to be so, the round is revealed. Open pages
 * hear that it moved, and nobody of whom.
 */
export async function setDone(viewer: Viewer, place: RoundPlace, done: boolean) {
  return transaction(async () => {
    const { id, state, mine, revealWhenAllDone, scope } = await unrevealedRound(
      viewer,
      place,
      'annotation.create',
    );
    if (mine === null) throw forbidden('You were not asked to read in this round.');
    if (state !== 'alone') throw conflict('planned', 'This round has not opened yet.');
    await query(
      'set-round-done',
      `UPDATE round_annotator SET done_at = CASE WHEN $3::boolean THEN coalesce(done_at, now()) END
       WHERE round_id = $1::uuid AND user_id = $2::uuid`,
      [id, userIdOf(viewer), done],
    );
    await publish({ channel: essayChannel(scope.group.id, scope.id), kind: 'round', ...sealed });
    if (done && revealWhenAllDone && (await areAllDone(id))) await endRound(id, { as: 'revealed', by: null });
    return annotationRoundOf(viewer, scope, id);
  });
}
