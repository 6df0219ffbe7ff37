import 'server-only';
import type { CardReference } from '@/lib/core/api/card-schemas';
import type { RoundCard, RoundDetail } from '@/lib/core/api/rounds';
import { query } from '@/lib/server/data/database';
import { groupFor } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { isMember } from './card-rows';
import { askedCards, givenInRound, roundOf } from './rounds';
import { credencesShown } from './shown-credences';

/** Positions `p` on card `c` that members held at a moment. */
const heldAt = (moment: string) => `p.card_id = c.id AND ${isMember('p.user_id')}
  AND p.created_at < ${moment} AND (p.superseded_at IS NULL OR p.superseded_at >= ${moment})`;

/** What is believed now, or was when the round closed; a moment later, so that an answer given just now counts. */
const end = `least(r.closes_at, now() + interval '1 second')`;

const credencesAt = (moment: string) => `ARRAY(
  SELECT p.credence FROM position p WHERE ${heldAt(moment)} AND p.credence IS NOT NULL ORDER BY 1)`;
const ownAt = (moment: string) =>
  `(SELECT p.credence FROM position p WHERE ${heldAt(moment)} AND p.user_id = $2::uuid)`;

const sql = `
  SELECT c.id, c.number, c.kind, c.statement, c.status,
    (SELECT count(DISTINCT p.user_id)::int FROM position p WHERE ${givenInRound}) AS people,
    EXISTS (SELECT 1 FROM position p WHERE ${givenInRound} AND p.user_id = $2::uuid) AS "isAnswered",
    ${ownAt('r.created_at')} AS "mineBefore", ${ownAt(end)} AS "mineAfter",
    ${credencesAt('r.created_at')} AS before, ${credencesAt(end)} AS after
  FROM round r, LATERAL (SELECT c.* FROM ${askedCards}) c
  WHERE r.id = $1::uuid ORDER BY c.number`;

interface Row extends CardReference {
  people: number;
  isAnswered: boolean;
  mineBefore: number | null;
  mineAfter: number | null;
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
  const items = rows.map(
    ({ people, isAnswered, mineBefore, mineAfter, before, after, ...card }): RoundCard => {
      const isKnown = shown.get(card.id)?.credences != null;
      return {
        ...{ card, people, isAnswered, mine: { before: mineBefore, after: mineAfter } },
        ...(isKnown ? { before, after } : { before: null, after: null }),
      };
    },
  );
  return { ...round, items };
}
