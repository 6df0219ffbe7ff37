import 'server-only';
import { may } from '@/lib/core/access/permissions';
import type { CorpusCard } from '@/lib/core/corpus/corpus';
import { isRevealed } from '@/lib/server/data/cards/shown-credences';
import type { Snapshot } from '@/lib/server/data/database';
import type { Chosen } from './chosen';
import type { PersonOf } from './consents';
import { livePosition } from './corpus-cards';

const sql = `
  SELECT p.user_id AS person, count(*)::int AS n FROM position p JOIN card c ON c.id = p.card_id
  WHERE p.card_id = ANY($1::uuid[]) AND p.user_id IS DISTINCT FROM $2::uuid
    AND ${livePosition} AND NOT ${isRevealed({ free: '$3::boolean', person: '$2::uuid' })} GROUP BY 1`;

/**
 * How many positions do not come because the viewer has still to answer their cards. It tells no more than the cards do,
 * which say how many have answered: so not as of a date either, which would tell when.
 */
export async function countHiddenPositions(
  snapshot: Snapshot,
  { group, viewer, choice, has }: Chosen,
  { cards, personOf }: { cards: readonly CorpusCard[]; personOf: PersonOf },
): Promise<number> {
  const free = !may('position.take', group);
  if (free || choice.scope === 'mine' || !has('positions')) return 0;
  const rows = await snapshot.query<{ person: string; n: number }>(sql, [
    cards.map(({ id }) => id),
    viewer,
    free,
  ]);
  return rows.reduce((sum, { person, n }) => (personOf(person) ? sum + n : sum), 0);
}
