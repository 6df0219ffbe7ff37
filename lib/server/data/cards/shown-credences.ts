import 'server-only';
import { may } from '@/lib/core/access/permissions';
import { query } from '@/lib/server/data/database';
import type { GroupScope } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { countedPosition } from './card-rows';

export interface ShownCredences {
  /** All members', in percent, lowest first; null while the viewer has still to answer. */
  credences: number[] | null;
  mine: number | null;
}

/** Rounds `r` that ask card `c`, or one that it took in: the same that `askedCards` says of a round. */
const rounds = `round r JOIN round_card rc ON rc.round_id = r.id
  WHERE rc.card_id IN (SELECT x.id FROM card x WHERE x.id = c.id OR x.merged_into_id = c.id)`;

/** When the last of those that are still open began; null when none is. */
const askedAnew = `(SELECT max(r.created_at) FROM ${rounds} AND r.closes_at > now())`;

/**
 * Whether somebody may know what others answered on card `c`: after their own answer, or once a round that asks the
 * card has closed, or when the card is settled; and those who cannot answer (`free`), whom nothing could sway. As long as
 * a round is open, only an answer given in it opens those of others, whatever was known before, and whatever a merge
 * carried over.
 * Source: Muchnik et al. 2013 on anchoring.
 */
export const isRevealed = ({ free, person }: { free: string; person: string }) => `(${free}
  OR c.status IN ('resolved-true', 'resolved-false', 'dissolved')
  OR CASE WHEN ${askedAnew} IS NULL THEN
    EXISTS (SELECT 1 FROM position own WHERE own.card_id = c.id AND own.user_id = ${person} AND own.superseded_at IS NULL)
    OR EXISTS (SELECT 1 FROM ${rounds} AND r.closes_at <= now())
  ELSE EXISTS (SELECT 1 FROM position own WHERE own.card_id = c.id AND own.user_id = ${person}
    AND own.inherited_from_id IS NULL AND own.created_at >= ${askedAnew}) END)`;

const sql = `
  WITH given AS (
    SELECT p.card_id, array_agg(p.credence ORDER BY p.credence) AS credences
    FROM position p JOIN card c ON c.id = p.card_id
    WHERE p.card_id = ANY($1::uuid[]) AND ${countedPosition} AND p.credence IS NOT NULL GROUP BY p.card_id
  )
  SELECT c.id, (
      SELECT p.credence FROM position p
      WHERE p.card_id = c.id AND p.user_id = $2::uuid AND p.superseded_at IS NULL) AS mine,
    coalesce(given.credences, '{}') AS credences,
    ${isRevealed({ free: '$3', person: '$2::uuid' })} AS revealed
  FROM card c LEFT JOIN given ON given.card_id = c.id WHERE c.id = ANY($1::uuid[])`;

/** By card: the credences that the viewer may know. The cards are ones they may read. */
export async function credencesShown(
  viewer: Viewer,
  group: GroupScope,
  cards: readonly string[],
): Promise<Map<string, ShownCredences>> {
  const rows = await query<{ id: string; mine: number | null; credences: number[]; revealed: boolean }>(
    'shown-credences',
    sql,
    [cards, viewer.user?.id ?? null, !may('position.take', group)],
  );
  return new Map(
    rows.map(({ id, mine, credences, revealed }) => [id, { mine, credences: revealed ? credences : null }]),
  );
}
