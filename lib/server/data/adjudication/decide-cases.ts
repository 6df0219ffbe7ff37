import 'server-only';
import { v7 } from 'uuid';
import { inWholeTokens } from '@/lib/core/adjudication/adjudication-cases';
import type { DecidedCase } from '@/lib/core/adjudication/decided-cases';
import type { KeptMark } from '@/lib/core/adjudication/decisions-in-force';
import { refuseDecision } from '@/lib/core/adjudication/refuse-decision';
import type { AdjudicationCase, Reading } from '@/lib/core/api/adjudication';
import type { Input } from '@/lib/core/api/contracts';
import { conflict, invalid } from '@/lib/core/api/problem';
import { query, transaction } from '@/lib/server/data/database';
import { essayFor } from '@/lib/server/data/essay-scope';
import { publishDecided } from '@/lib/server/data/events';
import { lockedGroupFor } from '@/lib/server/data/group-scope';
import { notify } from '@/lib/server/data/inbox/notify';
import { userIdOf } from '@/lib/server/data/users';
import { requireVersionText } from '@/lib/server/data/version-text';
import type { Viewer } from '@/lib/server/data/viewer';
import { type AdjudicatedEssay, type Adjudicating, adjudicatedEssay } from './adjudicated-essay';
import { shownCases } from './adjudication';

/** Of a round: its cases, as they were seen. */
export interface AskedPlace {
  group: string;
  essay: string;
  round?: string | undefined;
}

type Asked = Input<'POST /groups/{group}/essays/{essay}/adjudication/decisions'>['body']['decisions'];

/**
 * Decides about cases of an essay's newest text: about all of them or none. When one is no longer what whoever decides saw,
 * 409 with the cases as they are now; so two people never decide the same one without knowing.
 */
export async function decideCases(
  viewer: Viewer,
  place: AskedPlace,
  asked: Asked,
): Promise<AdjudicationCase[]> {
  return transaction(async () => {
    const locked = await lockedEssay(viewer, place);
    const before = await adjudicatedEssay(viewer, locked);
    const cases = await seenCases(before, asked);
    for (const [i, one] of cases.entries()) await enter(viewer, before, { case: one, asked: asked[i]! });
    await notify({ kind: 'adjudication', group: locked.group, version: before.state.versionId });
    const after = await adjudicatedEssay(viewer, locked);
    await publishDecided(locked, { entity: before.state.versionId, actor: userIdOf(viewer) });
    const ids = new Set(asked.map((one) => one.case.toLowerCase()));
    return shownCases(
      after,
      after.cases.filter(({ id }) => ids.has(id)),
    );
  });
}

/** The lock is the group's: whoever decides next waits here, and sees what the one before decided. */
export async function lockedEssay(viewer: Viewer, place: AskedPlace): Promise<Adjudicating> {
  const { group, id } = await essayFor(viewer, place, 'annotation.read');
  const scope = await lockedGroupFor(viewer, group.id, 'adjudication.decide');
  return { group: scope.id, essay: id, round: place.round ?? null };
}

async function seenCases(essay: AdjudicatedEssay, asked: Asked): Promise<AdjudicatedEssay['cases']> {
  const now = new Map(essay.cases.map((one) => [one.id, one]));
  const ids = asked.map((one) => one.case.toLowerCase());
  if (new Set(ids).size < ids.length) throw invalid('twice', 'The same passage is there twice.');
  const stale = ids.filter((id, i) => now.get(id)?.state !== asked[i]?.state);
  if (stale.length > 0) {
    const cases = stale.flatMap((id) => now.get(id) ?? []);
    const isDecided = cases.some(({ status }) => status === 'decided');
    throw conflict(
      'seen-otherwise',
      isDecided
        ? 'Somebody else has just decided this. Nothing was changed: look again.'
        : 'The marks changed since you saw them. Nothing was decided: look again.',
      { cases: await shownCases(essay, cases) },
    );
  }
  return ids.map((id) => now.get(id)!);
}

async function enter(
  viewer: Viewer,
  essay: AdjudicatedEssay,
  { case: one, asked }: { case: DecidedCase; asked: Asked[number] },
): Promise<void> {
  if (one.marks.length === 0)
    throw invalid('nothing-to-decide', 'Its marks are gone. You can take the decision back.');
  const marks = await marksOf(essay, asked.marks);
  const refusal = refuseDecision(one, asked.verdict, marks);
  if (refusal) throw invalid('verdict', refusal);
  const subjects: KeptMark[] = one.marks.map(({ id, start, end, tags }) => ({ id, start, end, tags }));
  // The clock, not when the transaction began: it may have waited for another decision.
  await query(
    'enter-adjudication',
    `INSERT INTO adjudication (id, group_id, essay_version_id, verdict, subjects, marks, reason, actor_id, created_at)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5::jsonb, $6::jsonb, $7, $8::uuid, clock_timestamp())`,
    [
      v7(),
      essay.state.group,
      essay.state.versionId,
      asked.verdict,
      JSON.stringify(subjects),
      JSON.stringify(marks.map((mark) => ({ id: v7(), ...mark }))),
      asked.reason,
      userIdOf(viewer),
    ],
  );
}

/** In UTF-16 and whole tokens, tags in the order of the vocabulary. */
async function marksOf({ state, tokens }: AdjudicatedEssay, readings: readonly Reading[]) {
  const { points } = await requireVersionText(state.id, state.version);
  return readings.map(({ start, end, tags }) => {
    if (start >= end || end > points.length) throw invalid('place', 'There is no such place in the text.');
    if (tags.some((tag) => !state.tags.includes(tag)))
      throw invalid('tag', 'There is no such tag in use in this group.');
    const place = { start: points.toUtf16(start), end: points.toUtf16(end) };
    return { ...inWholeTokens(tokens, place), tags: state.tags.filter((tag) => tags.includes(tag)) };
  });
}
