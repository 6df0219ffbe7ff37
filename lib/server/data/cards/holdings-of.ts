import 'server-only';
import type { BeliefRow, OccurrenceRow, PositionRow, RelationRow } from '@/lib/core/crux/holdings';
import type { Holdings } from '@/lib/core/crux/merge-plan';
import { query } from '@/lib/server/data/database';

/** ISO 8601 in UTC to the microsecond, so that a row that went through JSON still equals itself. */
const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Every live row that points to one of the cards, and the relations that undercut such a relation, at any depth. */
export async function holdingsOf(cards: readonly string[]): Promise<Holdings> {
  const occurrences = await query<OccurrenceRow>(
    'holdings-occurrences',
    `SELECT id, card_id AS card, annotation_id AS annotation, role FROM occurrence
     WHERE card_id = ANY($1::uuid[]) ORDER BY id`,
    [cards],
  );
  const relations = await query<RelationRow>(
    'holdings-relations',
    `WITH RECURSIVE live AS (
       SELECT * FROM relation WHERE from_id = ANY($1::uuid[]) OR to_id = ANY($1::uuid[])
       UNION SELECT r.* FROM relation r JOIN live ON r.to_relation_id = live.id
     )
     SELECT id, from_id AS "from", to_id AS "to", to_relation_id AS "toRelation", type, state FROM live ORDER BY id`,
    [cards],
  );
  const positions = await query<PositionRow>(
    'holdings-positions',
    `SELECT id, card_id AS card, user_id AS "user", credence, ${iso('created_at')} AS created, version,
       inherited_from_id AS "inheritedFrom"
     FROM position WHERE card_id = ANY($1::uuid[]) AND superseded_at IS NULL ORDER BY id`,
    [cards],
  );
  const beliefs = await query<BeliefRow>(
    'holdings-beliefs',
    `SELECT user_id AS "user", crux_id AS crux, target_id AS target, if_true AS "ifTrue", if_false AS "ifFalse",
       strength, ${iso('changed_at')} AS changed
     FROM conditional_belief WHERE crux_id = ANY($1::uuid[]) OR target_id = ANY($1::uuid[])
     ORDER BY user_id, crux_id, target_id`,
    [cards],
  );
  return { occurrences, relations, positions, beliefs };
}
