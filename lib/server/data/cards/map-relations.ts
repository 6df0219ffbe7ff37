import 'server-only';
import type { MapRelation } from '@/lib/core/api/pictures';
import { cardShownTo, everybody } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import { groupFor } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { rankingOf } from './card-ranking';

type Row = Omit<MapRelation, 'load' | 'k' | 'estimated'>;

const sql = (cards: string) => `
  SELECT r.id, r.type, r.from_id AS "from", r.to_id AS "to", r.to_relation_id AS "toRelation", r.state
  FROM card c JOIN relation r ON r.from_id = c.id LEFT JOIN card t ON t.id = r.to_id
  WHERE c.group_id = $1::uuid AND ${cards} AND r.state <> 'rejected' AND ${cardShownTo(everybody)}
    AND (t.id IS NULL OR ${cardShownTo(everybody, 't')}) ORDER BY r.created_at, r.id`;

/**
 * Every arrow between the cards of a group that nobody rejected, oldest first, with what it carries; or those that begin
 * at some of them.
 */
export async function mapRelations(
  viewer: Viewer,
  group: string,
  from?: readonly string[],
): Promise<MapRelation[]> {
  const scope = await groupFor(viewer, group, 'card.read');
  const [rows, ranking] = await Promise.all([
    from
      ? query<Row>('map-relations-from', sql('c.id = ANY($2::uuid[])'), [scope.id, from])
      : query<Row>('map-relations', sql('true'), [scope.id]),
    rankingOf(scope.id),
  ]);
  return rows.map((row) => {
    const link =
      row.type === 'crux-for'
        ? ranking.get(row.from)?.links.find(({ target }) => target === row.to)
        : undefined;
    return link && link.k > 0
      ? { ...row, load: link.load, k: link.k, estimated: link.estimated }
      : { ...row, load: null, k: 0, estimated: false };
  });
}
