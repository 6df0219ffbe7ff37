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

/**
 * Whether somebody may know what others answered on card `c`: after their own answer, or once a round that asks the
 * card has closed, or when the card is settled; and those who cannot answer (`free`), whom nothing could sway.
 * Source: Muchnik et al. 2013 on anchoring.
 */
export const isRevealed = ({ free, person }: { free: string; person: string }) => `(${free} OR EXISTS (
    SELECT 1 FROM position own WHERE own.card_id = c.id AND own.user_id = ${person} AND own.superseded_at IS NULL)
  OR c.status IN ('resolved-true', 'resolved-false', 'dissolved') OR EXISTS (
    SELECT 1 FROM round_card rc JOIN round r ON r.id = rc.round_id
    WHERE rc.card_id = c.id AND r.closes_at <= now()))`;

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
