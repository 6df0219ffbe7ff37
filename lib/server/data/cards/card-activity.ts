import 'server-only';
import type { CardActivity } from '@/lib/core/crux/board-column';
import { cardShownTo, everybody, everybodyShownTo, replyShownTo } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import type { Viewer } from '@/lib/server/data/viewer';
import { annotationKnownTo } from './card-rows';

type Activity = Omit<CardActivity, 'status'>;

export const quiet: Activity = { proposedRelations: 0, lastReply: null };

/** From each end of the relations, so that an index finds them. */
const sql = `
  WITH waiting AS (
    SELECT card_id, count(*)::int AS n FROM (
      SELECT x.from_id AS card_id FROM relation x LEFT JOIN card c ON c.id = x.to_id
      WHERE x.from_id = ANY($1::uuid[]) AND x.state = 'proposed' AND ${cardShownTo(everybody)}
      UNION ALL SELECT x.to_id FROM relation x JOIN card c ON c.id = x.from_id
      WHERE x.to_id = ANY($1::uuid[]) AND x.state = 'proposed' AND ${cardShownTo(everybody)}
    ) ends GROUP BY card_id
  ), talk AS (
    SELECT o.card_id, max(r.created_at) AS at FROM occurrence o
    JOIN annotation a ON a.id = o.annotation_id AND ${annotationKnownTo('$2::uuid')} AND a.resolved_at IS NULL
    JOIN reply r ON r.annotation_id = a.id AND ${replyShownTo(everybodyShownTo('$2::uuid'))}
    WHERE o.card_id = ANY($1::uuid[]) GROUP BY o.card_id
  )
  SELECT card_id AS card, coalesce(waiting.n, 0) AS "proposedRelations", talk.at AS "lastReply"
  FROM waiting FULL JOIN talk USING (card_id)`;

/** By card: what goes on around it. Cards around which nothing does are left out. */
export async function activityOf(viewer: Viewer, cards: readonly string[]): Promise<Map<string, Activity>> {
  const rows = await query<{ card: string; proposedRelations: number; lastReply: Date | null }>(
    'card-activity',
    sql,
    [cards, viewer.user?.id ?? null],
  );
  return new Map(
    rows.map(({ card, proposedRelations, lastReply }) => [
      card,
      { proposedRelations, lastReply: lastReply?.toISOString() ?? null },
    ]),
  );
}
