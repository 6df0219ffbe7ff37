import 'server-only';
import type { BeliefRow, OccurrenceRow, PositionRow, RelationRow } from '@/lib/core/crux/holdings';
import { query } from '@/lib/server/data/database';

/** What an undo needs of rows that a merge takes out, beside what the plan holds of them. */
export interface Keepsake {
  id: string;
  createdById: string;
  /** ISO 8601. */
  createdAt: string;
  rationale?: string;
}

/** Columns of the rows that come as one JSON array, under the names they have in lib/core/crux/holdings.ts. */
const given = {
  occurrence: 'id uuid, card uuid, annotation uuid, role text',
  relation: 'id uuid, "from" uuid, "to" uuid, "toRelation" uuid, type text, state text',
  position: 'id uuid, card uuid, credence int, version int, "inheritedFrom" uuid',
  belief:
    '"user" uuid, crux uuid, target uuid, "ifTrue" int, "ifFalse" int, strength int, changed timestamptz',
  keepsake: '"createdById" uuid, "createdAt" timestamptz, rationale text',
} as const;

const rowsOf = (columns: string, alias = 'x') => `jsonb_to_recordset($1::jsonb) AS ${alias}(${columns})`;

/** Each statement works on all rows at once: the group's row is held meanwhile, and a card may have thousands. */
async function onAll<Row extends object = object>(
  name: string,
  text: string,
  rows: readonly object[],
): Promise<Row[]> {
  return rows.length === 0 ? [] : query<Row>(name, text, [JSON.stringify(rows)]);
}

export const moveOccurrences = (rows: readonly OccurrenceRow[]) =>
  onAll(
    'move-occurrences',
    `UPDATE occurrence SET card_id = x.card, role = x.role FROM ${rowsOf(given.occurrence)} WHERE occurrence.id = x.id`,
    rows,
  );

export const moveRelations = (rows: readonly RelationRow[]) =>
  onAll(
    'move-relations',
    `UPDATE relation SET from_id = x."from", to_id = x."to", to_relation_id = x."toRelation", type = x.type, state = x.state
     FROM ${rowsOf(given.relation)} WHERE relation.id = x.id`,
    rows,
  );

const placePositions = (supersededAt: string) => `
  UPDATE position SET card_id = x.card, credence = x.credence, version = x.version,
    inherited_from_id = x."inheritedFrom", superseded_at = ${supersededAt}
  FROM ${rowsOf(given.position)} WHERE position.id = x.id RETURNING position.id`;

/** Makes them the live ones there; answers with those that are left: an account that was deleted took its own along. */
export const movePositions = (rows: readonly PositionRow[]) =>
  onAll<{ id: string }>('move-positions', placePositions('NULL'), rows);

/** Moves positions into the history of their card. */
export const retirePositions = (rows: readonly PositionRow[]) =>
  onAll('retire-positions', placePositions('now()'), rows);

export const moveBeliefs = (moves: readonly { before: BeliefRow; after: BeliefRow }[]) =>
  onAll(
    'move-beliefs',
    `UPDATE conditional_belief b
     SET crux_id = x.crux, target_id = x.target, if_true = x."ifTrue", if_false = x."ifFalse"
     FROM ${rowsOf(`${given.belief}, "oldCrux" uuid, "oldTarget" uuid`)}
     WHERE b.user_id = x."user" AND b.crux_id = x."oldCrux" AND b.target_id = x."oldTarget"`,
    moves.map(({ before, after }) => ({ ...after, oldCrux: before.crux, oldTarget: before.target })),
  );

/** Takes beliefs out; a plan holds all there is of them. */
export const dropBeliefs = (rows: readonly BeliefRow[]) =>
  onAll(
    'drop-beliefs',
    `DELETE FROM conditional_belief b USING ${rowsOf(given.belief)}
     WHERE b.user_id = x."user" AND b.crux_id = x.crux AND b.target_id = x.target`,
    rows,
  );

const dropped = (table: string, rest: string) => `
  DELETE FROM ${table} one USING ${rowsOf('id uuid')} WHERE one.id = x.id
  RETURNING one.id, one.created_by_id AS "createdById",
    to_char(one.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "createdAt"${rest}`;

/** Takes passages out, and keeps what it would take to bring them back. */
export const dropOccurrences = (rows: readonly OccurrenceRow[]) =>
  onAll<Keepsake>('drop-occurrences', dropped('occurrence', ''), rows);

/** Likewise; what undercuts one of them goes too. */
export const dropRelations = (rows: readonly RelationRow[]) =>
  onAll<Keepsake>('drop-relations', dropped('relation', ', one.rationale'), rows);

/** Brings passages back, but for those of an annotation that was deleted since; answers with the others. */
export const bringBackOccurrences = (rows: readonly (OccurrenceRow & Keepsake)[]) =>
  onAll<{ id: string }>(
    'bring-back-occurrences',
    `INSERT INTO occurrence (id, card_id, annotation_id, role, created_by_id, created_at)
     SELECT x.id, x.card, x.annotation, x.role, x."createdById", x."createdAt"
     FROM ${rowsOf(`${given.occurrence}, ${given.keepsake}`)} JOIN annotation a ON a.id = x.annotation RETURNING id`,
    rows,
  );

export const bringBackRelations = (rows: readonly (RelationRow & Keepsake)[]) =>
  onAll<{ id: string }>(
    'bring-back-relations',
    `INSERT INTO relation (id, from_id, to_id, to_relation_id, type, state, rationale, created_by_id, created_at)
     SELECT x.id, x."from", x."to", x."toRelation", x.type, x.state, x.rationale, x."createdById", x."createdAt"
     FROM ${rowsOf(`${given.relation}, ${given.keepsake}`)} RETURNING id`,
    rows,
  );

/** But for those of an account that was deleted since. */
export const bringBackBeliefs = (rows: readonly BeliefRow[]) =>
  onAll<{ user: string }>(
    'bring-back-beliefs',
    `INSERT INTO conditional_belief (user_id, crux_id, target_id, if_true, if_false, strength, changed_at)
     SELECT x."user", x.crux, x.target, x."ifTrue", x."ifFalse", x.strength, x.changed
     FROM ${rowsOf(given.belief)} JOIN "user" u ON u.id = x."user" AND u.deleted_at IS NULL
     RETURNING user_id AS "user"`,
    rows,
  );
