import 'server-only';
import { rolesThatMay } from '@/lib/core/access/permissions';
import { db, query } from '@/lib/server/data/database';
import { essayChannel, publish, resync } from '@/lib/server/data/events';
import { revisionsForgotten } from '@/lib/server/data/forgotten-revisions';
import { mentions } from '@/lib/server/data/inbox/mentions';
import { type News, notify } from '@/lib/server/data/inbox/notify';
import { enqueue } from '@/lib/server/data/jobs';
import { waitsForLook } from '@/lib/server/data/moderation/first-look';
import type { Viewer } from '@/lib/server/data/viewer';
import { stillAnnotating } from './annotation-rounds';
import { tellOfMarks } from './tell-of-marks';

const kind = 'annotation-round';

interface Row {
  id: string;
  group: string;
  essay: string;
  /** Who began it. */
  creator: string;
}

const returned = 'RETURNING id, group_id AS "group", essay_id AS essay, created_by_id AS creator';

/** Plans the opening and the reveal of a round; call it in the transaction that sets or moves their times. */
export async function planSteps(id: string): Promise<void> {
  const { state, opensAt, revealAt } = await db().annotationRound.findUniqueOrThrow({ where: { id } });
  await forgetSteps(id);
  const at = (step: string, time: Date | null) =>
    time ? [{ kind, key: `${id} ${step}`, payload: { round: id }, at: time } as const] : [];
  await enqueue(...(state === 'planned' ? at('open', opensAt) : []), ...at('reveal', revealAt));
}

const forgetSteps = (id: string) => db().job.deleteMany({ where: { kind, key: { startsWith: id } } });

/** What the time has come for; nothing where somebody was faster, or moved the time. */
export async function takeSteps(_viewer: Viewer, id: string): Promise<void> {
  await openWhenDue(id);
  const due = await query(
    'round-is-due',
    "SELECT 1 FROM annotation_round WHERE id = $1::uuid AND state = 'alone' AND reveal_at <= now()",
    [id],
  );
  if (due.length > 0) await endRound(id, { as: 'revealed', by: null });
}

/** From now on its annotators read alone. */
export async function openWhenDue(id: string): Promise<void> {
  const [row] = await query<Row>(
    'open-annotation-round',
    `UPDATE annotation_round SET state = 'alone', opens_at = now()
     WHERE id = $1::uuid AND state = 'planned' AND opens_at <= now() + interval '1 millisecond' ${returned}`,
    [id],
  );
  if (!row) return;
  await tell(row, { change: 'begun', actor: row.creator });
  await notify({ kind, event: id, reason: 'asked' });
}

/** Others' marks go from some pages, or come to them, so all fetch afresh. */
async function tell(
  { id, group, essay }: Row,
  done: { change: 'begun' | 'revealed' | 'cancelled'; actor: string | null },
): Promise<void> {
  const channel = essayChannel(group, essay);
  await resync(channel, id);
  await publish({ channel, kind: 'round', entity: id, ...done });
}

/**
 * Ends the reading alone, in the caller's transaction: what was sealed is shown, or waits for a moderator where its author
 * is new. At a reveal the marks are kept as they stand at this moment. Does nothing where it has ended already.
 */
export async function endRound(
  id: string,
  { as, by }: { as: 'revealed' | 'cancelled'; by: string | null },
): Promise<void> {
  const [row] = await query<Row>(
    'end-annotation-round',
    `UPDATE annotation_round SET state = $2, ended_at = now(), ended_by_id = $3::uuid
     WHERE id = $1::uuid AND state IN ('planned', 'alone') ${returned}`,
    [id, as, by],
  );
  if (!row) return;
  await forgetSteps(id);
  const shown = await unseal(row);
  if (as === 'revealed') await keepMarks(id);
  await tell(row, { change: as, actor: by });
  await tellOfMarks(id, essayChannel(row.group, row.essay));
  await notify(
    ...shown.map((one) => newsOf(one, row.group)),
    ...(as === 'revealed' ? [{ kind, event: id, reason: 'revealed' } as const] : []),
  );
}

interface Unsealed {
  kind: 'annotation' | 'reply';
  id: string;
  isPending: boolean;
}

/** Those whom it mentions hear of it now, or moderators that it waits for them. */
const newsOf = ({ kind, id, isPending }: Unsealed, group: string): News =>
  isPending ? { kind: 'review', event: id, group } : { kind, event: id, mentionsOnly: true };

/** Gives what somebody is to hear of: that all of it is there is one entry in an inbox. */
async function unseal({ id, group, essay }: Row): Promise<Unsealed[]> {
  return query<Unsealed>(
    'unseal',
    `WITH mark AS (
       UPDATE annotation a SET active_at = now(),
         held = CASE WHEN ${waitsForLook('a.group_id', 'a.author_id')} THEN 'pending' END
       WHERE a.group_id = $2::uuid AND a.essay_id = $3::uuid AND a.round_id = $1::uuid AND a.held = 'sealed'
       RETURNING a.id, a.group_id, a.held, a.deleted_at, a.comment
     ), answer AS (
       UPDATE reply r SET held = CASE WHEN ${waitsForLook('mark.group_id', 'r.author_id')} THEN 'pending' END
       FROM mark WHERE r.annotation_id = mark.id AND r.held IS NULL RETURNING r.id, r.held, r.deleted_at, r.comment
     ), forgotten AS (${revisionsForgotten('SELECT id FROM mark')})
     SELECT kind, id, held IS NOT NULL AS "isPending" FROM (
       SELECT 'annotation' AS kind, id, held, deleted_at, comment FROM mark
       UNION ALL SELECT 'reply', id, held, deleted_at, comment FROM answer) unsealed
     WHERE deleted_at IS NULL AND (held IS NOT NULL OR comment @? ${mentions})`,
    [id, group, essay],
  );
}

/** After `unseal`, which waits for whoever is changing one. */
async function keepMarks(round: string): Promise<void> {
  await query(
    'keep-round-marks',
    `INSERT INTO round_mark (round_id, annotation_id, user_id, start, "end", tags)
     SELECT r.id, a.id, a.author_id, x.start, x."end", ARRAY(SELECT tag.slug FROM annotation_tag y JOIN tag ON tag.id = y.tag_id
       WHERE y.annotation_id = a.id ORDER BY tag.position, tag.slug)
     FROM annotation_round r
     JOIN annotation a ON a.group_id = r.group_id AND a.essay_id = r.essay_id AND a.round_id = r.id
     JOIN anchor x ON x.annotation_id = a.id AND x.essay_version_id = r.essay_version_id AND x.start < x."end"
     WHERE r.id = $1::uuid AND a.visibility = 'group' AND a.deleted_at IS NULL`,
    [round],
  );
}

/**
 * Reveals the rounds of a group that waited for nobody but those who have left it since, or may not annotate any more: call
 * it in the transaction of that. It waits for whoever says that they are done, so that one of both sees the other.
 */
export async function revealCompleted(group: string): Promise<void> {
  const waiting = await query<{ id: string }>(
    'hold-waiting-rounds',
    `SELECT id FROM annotation_round WHERE group_id = $1::uuid AND state = 'alone' AND reveal_when_all_done
     ORDER BY id FOR UPDATE`,
    [group],
  );
  for (const { id } of waiting) if (await areAllDone(id)) await endRound(id, { as: 'revealed', by: null });
}

/** Whether everybody in it who still may annotate is done; not while nobody is left. */
export async function areAllDone(round: string): Promise<boolean> {
  const [row] = await query<{ all: boolean | null }>(
    'round-all-done',
    `SELECT (SELECT bool_and(p.done_at IS NOT NULL) ${stillAnnotating('$2::text[]')}) AS all
     FROM annotation_round r WHERE r.id = $1::uuid`,
    [round, rolesThatMay('annotation.create')],
  );
  return row?.all ?? false;
}
