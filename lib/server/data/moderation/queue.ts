import 'server-only';
import type { Output } from '@/lib/core/api/contracts';
import type { QueueItem } from '@/lib/core/api/moderation';
import { notFound } from '@/lib/core/api/problem';
import {
  type Candidate,
  isSnoozed,
  type Trigger,
  triggers,
  triggersOf,
  waitingSince,
} from '@/lib/core/moderation/triggers';
import { readsAlone } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import { groupFor } from '@/lib/server/data/group-scope';
import { keptPlan } from '@/lib/server/data/kept-plan';
import type { Viewer } from '@/lib/server/data/viewer';
import { wireTime } from '@/lib/server/data/wire-time';
import { queueItems } from './queue-items';
import { sameAnswerer, standingDecision } from './standing-decision';
import { subjectsSql } from './subjects';

type Queue = Output<'GET /groups/{group}/moderation/queue'>;

/** Of these things those that were reworded since a decision; asked of all decisions alike, 5,000 took 80 ms. */
const reworded = (kind: 'annotation' | 'reply' | 'card') => `
    UNION SELECT x.id FROM moderation_entry e JOIN ${kind} x ON x.id = e.subject_id AND x.version > e.version
    WHERE e.group_id = $1::uuid AND e.kind = '${kind}' AND e.verb IN ('approve', 'hide')`;

/**
 * From the few that are flagged, held, or given anew after a decision; the thing itself is looked up by its id. On an essay
 * that a moderator reads alone, others decide.
 */
const sql = keptPlan(`
  WITH known AS (
    SELECT subject_id AS id FROM flag WHERE group_id = $1::uuid AND settled_by_id IS NULL
    UNION SELECT id FROM annotation WHERE group_id = $1::uuid AND held IS NOT NULL
    UNION SELECT r.id FROM reply r JOIN annotation a ON a.id = r.annotation_id WHERE a.group_id = $1::uuid AND r.held IS NOT NULL
    UNION SELECT id FROM card WHERE group_id = $1::uuid AND held IS NOT NULL
    UNION SELECT p.id FROM moderation_entry e JOIN position o ON o.id = e.subject_id
      JOIN position p ON ${sameAnswerer('o', 'p')} AND p.superseded_at IS NULL
      WHERE e.group_id = $1::uuid AND e.kind = 'position' AND e.verb = 'hide'
    UNION SELECT r.id FROM moderation_entry e JOIN relation r ON r.created_by_id = e.author_id
      WHERE e.group_id = $1::uuid AND e.kind = 'relation' AND e.verb = 'hide'
    ${(['annotation', 'reply', 'card'] as const).map(reworded).join('')}
  )
  SELECT s.id, s.standing = 'pending' AS pending, s.version, ${wireTime('coalesce(s.edited, s.created)')} AS written,
    (SELECT e.version FROM moderation_entry e WHERE e.subject_id = s.id AND ${standingDecision}
     ORDER BY e.id DESC LIMIT 1) AS "decidedVersion",
    coalesce((SELECT json_agg(json_build_object('at', ${wireTime('f.created_at')}, 'isAppeal', f.reason = 'appeal'))
      FROM flag f WHERE f.subject_id = s.id AND f.settled_by_id IS NULL), '[]') AS flags,
    (SELECT json_build_object('until', ${wireTime('z.until')}, 'since', ${wireTime('z.created_at')})
     FROM snooze z WHERE z.subject_id = s.id) AS snoozed
  FROM known JOIN (${subjectsSql}) s ON s.id = known.id
  WHERE s.group_id = $1::uuid AND s.standing IS NOT NULL
    AND (s.essay IS NULL OR NOT ${readsAlone('$2::uuid', { group: '$1::uuid', essay: 's.essay' })})`);

interface Waiting {
  id: string;
  triggers: Trigger[];
  since: string;
}

async function waiting(viewer: Viewer, group: string): Promise<Waiting[]> {
  const values = [group, viewer.user?.id ?? null];
  const rows = await query<Candidate & { id: string }>('moderation-queue', sql, values);
  const now = new Date().toISOString();
  return rows
    .filter((row) => !isSnoozed(row, now))
    .map((row) => ({ id: row.id, triggers: triggersOf(row), since: waitingSince(row) }))
    .filter((one) => one.triggers.length > 0)
    .sort((a, b) => (a.since < b.since ? -1 : 1));
}

/** What waits for moderators, longest waiting first, and how much for which reason. */
export async function moderationQueue(
  viewer: Viewer,
  group: string,
  { trigger, limit }: { trigger?: Trigger | undefined; limit: number },
): Promise<Queue> {
  const scope = await groupFor(viewer, group, 'moderation.review');
  const all = await waiting(viewer, scope.id);
  const wanted = all.filter((one) => trigger === undefined || one.triggers.includes(trigger)).slice(0, limit);
  const ids = wanted.map((one) => one.id);
  const details = await queueItems(viewer, scope, { ids, whole: false });
  return {
    items: wanted.flatMap(({ id, ...rest }) => {
      const item = details.get(id);
      return item ? { ...item, ...rest } : [];
    }),
    counts: Object.fromEntries(
      triggers.map((name) => [name, all.filter((one) => one.triggers.includes(name)).length]),
    ) as Queue['counts'],
    total: all.length,
  };
}

/** One of them, with words that are sent to nobody who does not ask for them. */
export async function queueItem(viewer: Viewer, group: string, id: string): Promise<QueueItem> {
  const scope = await groupFor(viewer, group, 'moderation.review');
  const found = (await waiting(viewer, scope.id)).find((one) => one.id === id.toLowerCase());
  const item = found && (await queueItems(viewer, scope, { ids: [found.id], whole: true })).get(found.id);
  if (!item) throw notFound();
  return { ...item, ...found };
}

/** How many wait in a group, for those who moderate it. */
export const waitingCount = async (viewer: Viewer, group: string): Promise<number> =>
  (await waiting(viewer, group)).length;
