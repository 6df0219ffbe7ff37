import 'server-only';
import type { MindChange } from '@/lib/core/api/card-schemas';
import { everybody, replyShownTo } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import type { Viewer } from '@/lib/server/data/viewer';
import { annotationKnownTo, isMember } from './card-rows';
import { type CardPlace, cardFor } from './card-scope';

/** A change is from one number to the next of the same member; "no view" on either side has no size and is left out. */
const sql = `
  SELECT annotation, count(*)::int AS people, percentile_cont(0.5) WITHIN GROUP (ORDER BY points) AS median FROM (
    SELECT a.id AS annotation, p.user_id, sum(p.credence - p.before) AS points FROM (
      SELECT *, lag(credence) OVER (PARTITION BY user_id ORDER BY created_at, id) AS before
      FROM position WHERE card_id = $1::uuid
    ) p
    JOIN card c ON c.id = p.card_id
    LEFT JOIN reply r ON r.id = p.because_reply_id AND ${replyShownTo(everybody)}
    JOIN annotation a ON a.id = coalesce(p.because_annotation_id, r.annotation_id) AND ${annotationKnownTo('$2::uuid')}
    WHERE p.credence IS NOT NULL AND p.before IS NOT NULL AND ${isMember('p.user_id')}
    GROUP BY a.id, p.user_id
  ) each
  GROUP BY annotation ORDER BY people DESC, annotation`;

/** What moved members on a card, by how much; the most moving first. Tells of answers: only for whom those are revealed to. */
export async function mindChanges(viewer: Viewer, place: CardPlace): Promise<MindChange[]> {
  const { id } = await cardFor(viewer, place, 'card.read');
  return query<MindChange>('mind-changes', sql, [id, viewer.user?.id ?? null]);
}
