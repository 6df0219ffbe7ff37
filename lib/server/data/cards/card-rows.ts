import 'server-only';
import { type Card, type CardKind, type CardStatus, OccurrenceRole } from '@/lib/core/api/card-schemas';
import { notFound } from '@/lib/core/api/problem';
import { annotationShownTo, everybody, everybodyShownTo } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import { heldJson } from '@/lib/server/data/held-json';
import type { Viewer } from '@/lib/server/data/viewer';

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
  held: Card['held'];
  resolutionSource: string | null;
  root: boolean;
  version: number;
  creatorId: string;
  creatorName: string;
  created: Date;
  changed: Date;
  /** Null where there are none. */
  passages: Record<OccurrenceRole, number> | null;
  essays: number;
  positions: number;
  aliases: number[];
}

/** Annotations that everybody in the group may see; what else stands on a card is nobody's count. */
export const shownAnnotation = annotationShownTo(everybody);
/** The same without those that a person must not know while they read an essay alone. */
export const annotationKnownTo = (person: string) => annotationShownTo(everybodyShownTo(person));

/** Whether a person belongs to the group of card `c`: whoever leaves takes their answers along, and may bring them back. */
export const isMember = (person: string) =>
  `EXISTS (SELECT 1 FROM membership m WHERE m.group_id = c.group_id AND m.user_id = ${person})`;

/** Whether a person came with an import: what they said elsewhere is kept, but counts for nobody until a member claims it. */
export const isExternal = (person: string) =>
  `EXISTS (SELECT 1 FROM external_person x WHERE x.user_id = ${person})`;

/** Positions `p` on card `c` that count: the last of each member. */
export const countedPosition = `p.superseded_at IS NULL AND ${isMember('p.user_id')}`;
/** Beliefs `b` of which card `c` is the crux, likewise. */
export const countedBelief = isMember('b.user_id');

const byRole = OccurrenceRole.options.map((role) => `'${role}', count(*) FILTER (WHERE o.role = '${role}')`);

/** Each kind of row is read for all cards at once: one card at a time, 500 took five times as long. */
const sql = `
  WITH met AS (
    SELECT o.card_id, json_build_object(${byRole}) AS passages, count(DISTINCT a.essay_id)::int AS essays
    FROM occurrence o JOIN annotation a ON a.id = o.annotation_id
    WHERE o.card_id = ANY($1::uuid[]) AND ${annotationKnownTo('$2::uuid')} GROUP BY o.card_id
  ), answered AS (
    SELECT p.card_id, count(*)::int AS positions FROM position p JOIN card c ON c.id = p.card_id
    WHERE p.card_id = ANY($1::uuid[]) AND ${countedPosition} GROUP BY p.card_id
  )
  SELECT c.id, c.group_id AS "group", c.number, c.kind, c.statement, c.details, c.operationalization,
    to_char(c.resolves_by, 'YYYY-MM-DD') AS "resolvesBy", c.status, row_to_json(${heldJson('c')}) AS held,
    c.resolution_source AS "resolutionSource",
    c.is_root AS root, c.version, u.id AS "creatorId", u.name AS "creatorName", c.created_at AS created,
    c.changed_at AS changed, met.passages, coalesce(met.essays, 0) AS essays,
    coalesce(answered.positions, 0) AS positions,
    ARRAY(SELECT number FROM card old WHERE old.merged_into_id = c.id ORDER BY number) AS aliases
  FROM card c JOIN "user" u ON u.id = c.created_by_id
  LEFT JOIN met ON met.card_id = c.id
  LEFT JOIN answered ON answered.card_id = c.id
  WHERE c.id = ANY($1::uuid[])`;

const nowhere: Record<OccurrenceRole, number> = { states: 0, supports: 0, opposes: 0, mentions: 0 };

const toCard = ({ creatorId, creatorName, created, changed, passages, ...rest }: Row): Card => ({
  ...rest,
  creator: { id: creatorId, name: creatorName },
  created: created.toISOString(),
  changed: changed.toISOString(),
  passages: passages ?? nowhere,
});

/** Cards as on the wire, in the order of the ids; who may see them was asked before. */
export async function cardsOf(viewer: Viewer, ids: readonly string[]): Promise<Card[]> {
  const rows = await query<Row>('cards', sql, [ids, viewer.user?.id ?? null]);
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => found.get(id) ?? []).map(toCard);
}

export async function cardOf(viewer: Viewer, id: string): Promise<Card> {
  const [card] = await cardsOf(viewer, [id]);
  if (!card) throw notFound();
  return card;
}
