import 'server-only';
import { may } from '@/lib/core/access/permissions';
import { closedRelations } from '@/lib/core/corpus/closed-relations';
import type { CorpusBelief, CorpusCard, CorpusPosition, CorpusRelation } from '@/lib/core/corpus/corpus';
import { mentionedPeople } from '@/lib/core/corpus/mentioned-people';
import { grouped } from '@/lib/core/crux/grouped';
import { isExternal, isMember } from '@/lib/server/data/cards/card-rows';
import { isRevealed } from '@/lib/server/data/cards/shown-credences';
import type { Snapshot } from '@/lib/server/data/database';
import { rationaleHeld, reasonHeld } from '@/lib/server/data/moderation/held-words';
import { isUnseenWording } from '@/lib/server/data/moderation/unseen-words';
import { wireTime } from '@/lib/server/data/wire-time';
import type { Chosen } from './chosen';
import type { PersonOf } from './consents';
import type { ListedDocument } from './corpus-documents';

const list = (columns: string, from: string, order: string) =>
  `coalesce((SELECT json_agg(row_to_json(o)) FROM (SELECT ${columns} FROM ${from} ORDER BY ${order}) o), '[]')`;

/** The wording that card `c` had at a version, which counts other steps, too. An import may not know wordings so old. */
const wordingAt = (version: string) =>
  `coalesce((SELECT max(version) FROM card_revision WHERE card_id = c.id AND version <= ${version}), ${version})`;

const cards = ({ cards: shown, annotations, values, byThen, stays }: Chosen) => `
  SELECT c.id, c.number, c.kind AS type, c.statement, c.details, c.operationalization,
    to_char(c.resolves_by, 'YYYY-MM-DD') AS "resolvesBy", c.resolution_source AS "resolutionSource", c.status,
    c.is_root AS root, c.held, ${wordingAt('c.version')} AS version, c.created_by_id AS person, ${wireTime('c.created_at')} AS created,
    ${wireTime('c.changed_at')} AS changed,
    ${list(
      `w.version, w.statement, ${wireTime('w.created_at')} AS created, w.wording_only AS "wordingOnly"`,
      `card_revision w WHERE w.card_id = c.id AND (w.version = ${wordingAt('c.version')}
        OR (${stays('w.editor_id')} AND ${byThen('w.created_at')}
          AND NOT ${isUnseenWording('w')}))`,
      'w.version',
    )} AS wordings,
    ${list(
      'b.id, b.number, b.statement',
      `card b WHERE b.merged_into_id = c.id AND b.held IS NULL AND ${stays('b.created_by_id')} AND ${byThen('b.created_at')}`,
      'b.number',
    )} AS aliases,
    ${list(
      'o.id, o.annotation_id AS annotation, o.role',
      `occurrence o JOIN annotation a ON a.id = o.annotation_id
        WHERE o.card_id = c.id AND ${byThen('o.created_at')} AND ${annotations}
          AND a.essay_id = ANY($${values.length + 1}::uuid[])`,
      'o.annotation_id, o.role',
    )} AS occurrences
  FROM card c WHERE ${shown} ORDER BY c.number`;

const relations = `
  SELECT r.id, r.from_id AS "from", r.type, r.to_id AS "to", r.to_relation_id AS "toRelation",
    CASE WHEN ${rationaleHeld('r')} IS NULL THEN r.rationale ELSE '' END AS rationale, r.state,
    r.created_by_id AS person, ${wireTime('r.created_at')} AS created
  FROM relation r WHERE r.from_id = ANY($1::uuid[]) AND r.created_at <= $2::timestamptz ORDER BY r.created_at, r.id`;

const unheld = (column: string) =>
  `CASE WHEN p.user_id = $3::uuid OR ${reasonHeld('p')} IS NULL THEN ${column} ELSE '' END`;

/** Positions `p` on card `c` that others may come to know: live ones of members, and those that an import brought. */
export const livePosition = `p.superseded_at IS NULL AND (${isMember('p.user_id')} OR ${isExternal('p.user_id')})`;

/** Live ones of members that the viewer may know, and what they answered themselves; without words that are held. */
const positions = `
  SELECT p.id, p.card_id AS card, p.user_id AS person, p.credence,
    ${unheld('p.reason')} AS reason, ${unheld('p.would_change_mind')} AS "wouldChangeMind", ${wordingAt('p.version')} AS version, p.inherited_from_id IS NOT NULL AS inherited, ${wireTime('p.created_at')} AS created,
    ${wireTime('CASE WHEN p.superseded_at <= $2::timestamptz THEN p.superseded_at END')} AS superseded
  FROM position p JOIN card c ON c.id = p.card_id
  WHERE p.card_id = ANY($1::uuid[]) AND p.created_at <= $2::timestamptz AND (p.user_id = $3::uuid
    OR (NOT $5::boolean AND ${livePosition} AND ${isRevealed({ free: '$4::boolean', person: '$3::uuid' })}))
  ORDER BY p.created_at, p.id`;

/** They are private: they come to whoever asks for what is theirs, and tell which pseudonym is theirs. */
const hasBeliefs = ({ has, choice: { scope, visibility } }: Chosen): boolean =>
  has('positions') && (scope === 'mine' || visibility !== 'group');

const heldBeliefs = `FROM conditional_belief b WHERE b.crux_id = ANY($1::uuid[]) AND b.target_id = ANY($1::uuid[])
    AND b.changed_at <= $2::timestamptz AND b.user_id = $3::uuid`;

const beliefs = `
  SELECT b.crux_id AS crux, b.target_id AS target, b.user_id AS person, b.if_true AS "ifTrue", b.if_false AS "ifFalse",
    b.strength ${heldBeliefs} ORDER BY b.target_id`;

/** A row in which people are user ids. */
type By<T> = Omit<T, 'person'> & { person: string };
type CardRow = By<Omit<CorpusCard, 'kind' | 'relations' | 'positions' | 'beliefs'>>;
type PositionRow = By<CorpusPosition> & { card: string };
type BeliefRow = By<CorpusBelief> & { crux: string };

/**
 * The chosen cards by number, whole, with what was marked for them in these documents: a group has as many as people can
 * curate.
 */
export async function corpusCards(
  snapshot: Snapshot,
  chosen: Chosen,
  { documents, personOf }: { documents: readonly ListedDocument[]; personOf: PersonOf },
): Promise<CorpusCard[]> {
  const { values, group, viewer, choice, has } = chosen;
  if (!has('cards')) return [];
  const rows = await snapshot.query<CardRow>(cards(chosen), [...values, documents.map(({ essay }) => essay)]);
  const ids = rows.map(({ id }) => id);
  const [then, isMine] = [choice.asOf ?? 'infinity', choice.scope === 'mine'];
  const all = await snapshot.query<By<CorpusRelation> & { from: string }>(relations, [ids, then]);
  const theirs = all.filter(({ state, person }) => state === 'accepted' || personOf(person) !== null);
  const arrows = grouped(closedRelations(theirs, new Set(ids)), ({ from }) => from);
  const asked = has('positions') ? [ids, then, viewer] : null;
  const free = !may('position.take', group);
  const taken = asked ? await snapshot.query<PositionRow>(positions, [...asked, free, isMine]) : [];
  const held = hasBeliefs(chosen) ? await snapshot.query<BeliefRow>(beliefs, [ids, then, viewer]) : [];
  const [on, about] = [grouped(taken, ({ card }) => card), grouped(held, ({ crux }) => crux)];
  return rows.map((row) => ({
    kind: 'card',
    ...row,
    person: personOf(row.person),
    details: mentionedPeople(row.details, personOf),
    relations: (arrows.get(row.id) ?? []).map(({ from: _, ...rest }) => {
      const person = personOf(rest.person);
      return { ...rest, person, rationale: person ? mentionedPeople(rest.rationale, personOf) : '' };
    }),
    positions: named(on.get(row.id), personOf).map(({ card: _, reason, wouldChangeMind, ...rest }) => ({
      ...rest,
      reason: mentionedPeople(reason, personOf),
      wouldChangeMind: mentionedPeople(wouldChangeMind, personOf),
    })),
    beliefs: named(about.get(row.id), personOf).map(({ crux: _, ...rest }) => rest),
  }));
}

/** When one of the beliefs that come with these cards changed last; null without any. */
export async function lastBelief(
  snapshot: Snapshot,
  chosen: Chosen,
  cards: readonly CorpusCard[],
): Promise<string | null> {
  if (!hasBeliefs(chosen)) return null;
  const { viewer, choice } = chosen;
  const [row] = await snapshot.query<{ last: string | null }>(
    `SELECT ${wireTime('max(b.changed_at)')} AS last ${heldBeliefs}`,
    [cards.map(({ id }) => id), choice.asOf ?? 'infinity', viewer],
  );
  return row?.last ?? null;
}

/** Without those who are left out. */
function named<T extends { person: string }>(rows: readonly T[] = [], personOf: PersonOf) {
  return rows.flatMap((row) => {
    const person = personOf(row.person);
    return person ? [{ ...row, person }] : [];
  });
}
