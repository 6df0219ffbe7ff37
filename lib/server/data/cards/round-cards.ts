import 'server-only';
import type { CardReference } from '@/lib/core/api/card-schemas';
import type { RoundCard, RoundDetail } from '@/lib/core/api/rounds';
import { query } from '@/lib/server/data/database';
import { groupFor } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { isMember } from './card-rows';
import { askedCards, givenInRound, roundOf } from './rounds';
import { credencesShown } from './shown-credences';

/** What each member answered last before a moment; a merge may have brought a card more than one answer of theirs. */
const heldAt = (moment: string) => `(
  SELECT DISTINCT ON (p.user_id) p.user_id, p.credence FROM position p
  WHERE p.card_id = c.id AND ${isMember('p.user_id')} AND p.created_at < ${moment}
  ORDER BY p.user_id, p.created_at DESC, p.superseded_at DESC NULLS FIRST) held`;

/** What is believed now, or was when the round closed; a moment later, so that an answer given just now counts. */
const end = `least(r.closes_at, now() + interval '1 second')`;

const credencesAt = (moment: string) =>
  `ARRAY(SELECT credence FROM ${heldAt(moment)} WHERE credence IS NOT NULL ORDER BY 1)`;
const ownAt = (moment: string) => `(SELECT credence FROM ${heldAt(moment)} WHERE user_id = $2::uuid)`;

const sql = `
  SELECT c.id, c.number, c.kind, c.statement, c.status,
    (SELECT count(DISTINCT p.user_id)::int FROM position p WHERE ${givenInRound}) AS people,
    EXISTS (SELECT 1 FROM position p WHERE ${givenInRound} AND p.user_id = $2::uuid) AS "isAnswered",
    coalesce(own.reason, '') AS reason, coalesce(own.would_change_mind, '') AS "wouldChangeMind",
    ${ownAt('r.created_at')} AS "mineBefore", ${ownAt(end)} AS "mineAfter",
    ${credencesAt('r.created_at')} AS before, ${credencesAt(end)} AS after
  FROM round r CROSS JOIN LATERAL (SELECT c.* FROM ${askedCards}) c
  LEFT JOIN position own ON own.card_id = c.id AND own.user_id = $2::uuid AND own.superseded_at IS NULL
  WHERE r.id = $1::uuid ORDER BY c.number`;

interface Row extends CardReference {
  people: number;
  isAnswered: boolean;
  mineBefore: number | null;
  mineAfter: number | null;
  reason: string;
  wouldChangeMind: string;
  before: number[];
  after: number[];
}

/** A round with its cards. What others believe is in it where the viewer may know it: the same rule as on the card. */
export async function readRound(viewer: Viewer, place: { group: string; id: string }): Promise<RoundDetail> {
  const group = await groupFor(viewer, place.group, 'card.read');
  const round = await roundOf(viewer, group, place.id);
  const rows = await query<Row>('round-cards', sql, [round.id, viewer.user?.id ?? null]);
  const shown = await credencesShown(
    viewer,
    group,
    rows.map(({ id }) => id),
  );
  const isKnown = (card: string) => shown.get(card)?.credences != null;
  return { ...round, items: rows.map((row) => toRoundCard(row, isKnown(row.id))) };
}

function toRoundCard(row: Row, isKnown: boolean): RoundCard {
  const { people, isAnswered, mineBefore, mineAfter, reason, wouldChangeMind, before, after, ...card } = row;
  return {
    card,
    people,
    isAnswered,
    mine: { before: mineBefore, after: mineAfter, reason, wouldChangeMind },
    ...(isKnown ? { before, after } : { before: null, after: null }),
  };
}
