import 'server-only';
import { v7 } from 'uuid';
import { rolesThatMay } from '@/lib/core/access/permissions';
import type { AnnotationRoundDetail } from '@/lib/core/api/annotation-rounds';
import type { Input } from '@/lib/core/api/contracts';
import { conflict, invalid, notFound } from '@/lib/core/api/problem';
import { db, query, transaction } from '@/lib/server/data/database';
import { type EssayScope, essayFor } from '@/lib/server/data/essay-scope';
import { lockedGroupFor } from '@/lib/server/data/group-scope';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import { readAnnotationRound } from './annotation-rounds';
import { openWhenDue, planSteps } from './round-steps';

type Draft = Input<'POST /groups/{group}/essays/{essay}/rounds'>['body'];

/** Asks people to read the newest text alone. Repeating with the same `id` asks nobody a second time. */
export async function beginAnnotationRound(
  viewer: Viewer,
  place: { group: string; essay: string },
  { id = v7(), ...draft }: Draft,
): Promise<AnnotationRoundDetail> {
  await transaction(async () => {
    // Whoever else begins a round in the group waits: nobody reads an essay alone in two.
    await lockedGroupFor(viewer, place.group, 'round.open');
    const scope = await essayFor(viewer, place, 'round.open');
    const earlier = await db().annotationRound.findUnique({ where: { id } });
    if (earlier?.groupId === scope.group.id && earlier.essayId === scope.id) return;
    if (earlier) throw conflict('id-taken', 'There is another round of this id. Send it with a new one.');
    const people = await annotatorsOf(scope, draft.people);
    const tags = await tagsOf(scope, draft.tags);
    await insert(viewer, scope, { id, ...draft });
    await db().roundAnnotator.createMany({ data: people.map((userId) => ({ roundId: id, userId })) });
    await db().roundTag.createMany({ data: tags.map((tagId) => ({ roundId: id, tagId })) });
    await planSteps(id);
    await openWhenDue(id);
  });
  return readAnnotationRound(viewer, { ...place, round: id });
}

async function insert(
  viewer: Viewer,
  { group, id: essay }: EssayScope,
  { id, title, guideline, opens, reveals, revealWhenAllDone }: Draft & { id: string },
): Promise<void> {
  const rows = await query<{ isInOrder: boolean }>(
    'begin-annotation-round',
    `INSERT INTO annotation_round (id, group_id, essay_id, essay_version_id, title, guideline, opens_at, reveal_at,
       reveal_when_all_done, created_by_id)
     SELECT $1::uuid, $2::uuid, $3::uuid, v.id, $4, $5, greatest(coalesce($6::timestamptz, now()), now()), $7::timestamptz,
       $8::boolean, $9::uuid
     FROM essay_version v WHERE v.essay_id = $3::uuid ORDER BY v.number DESC LIMIT 1
     RETURNING coalesce(reveal_at > opens_at, true) AS "isInOrder"`,
    [
      id,
      group.id,
      essay,
      title,
      guideline,
      opens ?? null,
      reveals ?? null,
      revealWhenAllDone,
      userIdOf(viewer),
    ],
  );
  if (!rows[0]) throw notFound();
  if (!rows[0].isInOrder)
    throw invalid('reveals', 'Choose a time for the reveal that comes after the beginning.');
}

/** Members who may annotate, and do not read the essay alone already. */
async function annotatorsOf({ group, id: essay }: EssayScope, people: readonly string[]): Promise<string[]> {
  const rows = await query<{ id: string; name: string; isBusy: boolean }>(
    'round-candidates',
    `SELECT u.id, u.name, EXISTS (SELECT 1 FROM round_annotator p JOIN annotation_round r ON r.id = p.round_id
       WHERE p.user_id = u.id AND r.group_id = $1::uuid AND r.essay_id = $2::uuid AND r.state IN ('planned', 'alone')) AS "isBusy"
     FROM membership m JOIN "user" u ON u.id = m.user_id
     WHERE m.group_id = $1::uuid AND m.role = ANY($3::text[]) AND u.id = ANY($4::uuid[])`,
    [group.id, essay, rolesThatMay('annotation.create'), people],
  );
  if (rows.length !== new Set(people).size)
    throw invalid('people', 'Choose members of the group who may annotate.');
  if (rows.length < 2) throw invalid('people', 'Choose at least two people.');
  const busy = rows.filter(({ isBusy }) => isBusy).map(({ name }) => name);
  if (busy.length > 0)
    throw conflict(
      'in-another-round',
      `${new Intl.ListFormat('en').format(busy)}: already in a round on this essay that is not revealed.`,
    );
  return rows.map(({ id }) => id);
}

async function tagsOf({ group }: EssayScope, slugs: readonly string[]): Promise<string[]> {
  const where = { groupId: group.id, slug: { in: [...slugs] }, retiredAt: null };
  const found = await db().tag.findMany({ where, select: { id: true } });
  if (found.length !== new Set(slugs).size)
    throw invalid('tags', 'The vocabulary of the group does not have all of these tags.');
  return found.map(({ id }) => id);
}
