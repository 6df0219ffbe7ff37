import 'server-only';
import { v7 } from 'uuid';
import type { AdjudicationCase } from '@/lib/core/api/adjudication';
import { conflict, notFound } from '@/lib/core/api/problem';
import { query, transaction } from '@/lib/server/data/database';
import { publishDecided } from '@/lib/server/data/events';
import { notify } from '@/lib/server/data/inbox/notify';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import { adjudicatedEssay } from './adjudicated-essay';
import { shownCases } from './adjudication';
import { type AskedPlace, lockedEssay } from './decide-cases';
import { decisionRows } from './decision-rows';

/** Takes back a decision that holds; 409 when another followed it. Returns the cases that it was about, as they are now. */
export async function undoAdjudication(
  viewer: Viewer,
  place: AskedPlace & { id: string },
): Promise<AdjudicationCase[]> {
  return transaction(async () => {
    const locked = await lockedEssay(viewer, place);
    const { group } = locked;
    const { state, inForce } = await adjudicatedEssay(viewer, locked);
    const history = await decisionRows(group, state.versionId);
    // All that it speaks of, also where only the marks of a round are looked at.
    const decision = history.find(({ id }) => id === place.id.toLowerCase());
    if (!decision) throw notFound();
    if (!inForce.some(({ id }) => id === decision.id))
      throw conflict('changed-since', 'Another decision followed this one. Look again.');
    await query(
      'undo-adjudication',
      `INSERT INTO adjudication (id, group_id, essay_version_id, verdict, subjects, marks, actor_id, undoes_id, created_at)
       VALUES ($1::uuid, $2::uuid, $3::uuid, 'undo', $4::jsonb, '[]', $5::uuid, $6::uuid, clock_timestamp())`,
      [v7(), group, state.versionId, JSON.stringify(decision.subjects), userIdOf(viewer), decision.id],
    );
    await notify({ kind: 'adjudication', group, version: state.versionId });
    const after = await adjudicatedEssay(viewer, locked);
    await publishDecided(locked, { entity: state.versionId, actor: userIdOf(viewer) });
    const subjects = new Set(decision.subjects.map(({ id }) => id));
    const cases = after.cases.filter(
      ({ marks, decision: held }) =>
        marks.some(({ id }) => subjects.has(id)) || held?.subjects.some(({ id }) => subjects.has(id)),
    );
    return shownCases(after, cases);
  });
}
