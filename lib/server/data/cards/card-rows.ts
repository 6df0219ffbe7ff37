import 'server-only';
import type { Card, CardKind, CardStatus, OccurrenceRole } from '@/lib/core/api/card-schemas';
import { notFound } from '@/lib/core/api/problem';
import { query } from '@/lib/server/data/database';

interface Row {
  id: string;
  group: string;
  number: number;
  kind: CardKind;
  statement: string;
  details: string;
  operationalization: string;
  resolvesBy: string | null;
  status: CardStatus;
  resolutionSource: string | null;
  root: boolean;
  version: number;
  creatorId: string;
  creatorName: string;
  created: Date;
  changed: Date;
  passages: Partial<Record<OccurrenceRole, number>> | null;
  essays: number;
  positions: number;
  aliases: number[];
}

/** Annotations that everybody in the group may see; what else stands on a card is nobody's count. */
export const shownAnnotation = `a.deleted_at IS NULL AND a.visibility = 'group'`;

/** Whether a person belongs to the group of card `c`: whoever leaves takes their answers along, and may bring them back. */
export const isMember = (person: string) =>
  `EXISTS (SELECT 1 FROM membership m WHERE m.group_id = c.group_id AND m.user_id = ${person})`;

/** Positions `p` on card `c` that count: the last of each member. */
export const countedPosition = `p.superseded_at IS NULL AND ${isMember('p.user_id')}`;
/** Beliefs `b` of which card `c` is the crux, likewise. */
export const countedBelief = isMember('b.user_id');

const sql = `
  SELECT c.id, c.group_id AS "group", c.number, c.kind, c.statement, c.details, c.operationalization,
    to_char(c.resolves_by, 'YYYY-MM-DD') AS "resolvesBy", c.status, c.resolution_source AS "resolutionSource",
    c.is_root AS root, c.version, u.id AS "creatorId", u.name AS "creatorName", c.created_at AS created,
    c.changed_at AS changed, met.passages, coalesce(met.essays, 0)::int AS essays,
    (SELECT count(*)::int FROM position p WHERE p.card_id = c.id AND ${countedPosition}) AS positions,
    ARRAY(SELECT number FROM card old WHERE old.merged_into_id = c.id ORDER BY number) AS aliases
  FROM card c JOIN "user" u ON u.id = c.created_by_id
  LEFT JOIN LATERAL (
    SELECT json_object_agg(role, n) AS passages, max(essays) AS essays FROM (
      SELECT o.role, count(*) AS n, max(count(DISTINCT a.essay_id)) OVER () AS essays
      FROM occurrence o JOIN annotation a ON a.id = o.annotation_id
      WHERE o.card_id = c.id AND ${shownAnnotation} GROUP BY o.role
    ) roles
  ) met ON true
  WHERE c.id = ANY($1::uuid[])`;

const nowhere: Record<OccurrenceRole, number> = { states: 0, supports: 0, opposes: 0, mentions: 0 };

const toCard = ({ creatorId, creatorName, created, changed, passages, ...rest }: Row): Card => ({
  ...rest,
  creator: { id: creatorId, name: creatorName },
  created: created.toISOString(),
  changed: changed.toISOString(),
  passages: { ...nowhere, ...passages },
});

/** Cards as on the wire, in the order of the ids; who may see them was asked before. */
export async function cardsOf(ids: readonly string[]): Promise<Card[]> {
  const rows = await query<Row>('cards', sql, [ids]);
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => found.get(id) ?? []).map(toCard);
}

export async function cardOf(id: string): Promise<Card> {
  const [card] = await cardsOf([id]);
  if (!card) throw notFound();
  return card;
}
