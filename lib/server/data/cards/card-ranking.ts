import 'server-only';
import type { BeliefRow } from '@/lib/core/crux/holdings';
import { type RankedCard, rankCards } from '@/lib/core/crux/ranking';
import { cardShownTo, everybody } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import { cardsChannel, groupChannel } from '@/lib/server/data/events';
import { RecentlyUsed } from '@/lib/server/recently-used';
import { countedBelief, countedPosition } from './card-rows';

/** Cards that are ranked; the others have an answer, never were a question, or are not shown to everybody. */
const ranked = (card: string) =>
  `${card}.group_id = $1::uuid AND ${card}.status IN ('proposed', 'canonical') AND ${cardShownTo(everybody, card)}`;

/** By group and state of it; so many ranked cards in all. */
const kept = new RecentlyUsed<Map<string, RankedCard>>(20_000, (ranking) => ranking.size + 1);

/**
 * Ranks the open cards of a group from all members' live positions and conditional beliefs. Whatever changes them moves
 * the channel of the cards or of the group on, or its membership, so a ranking is good until then. Not for use within a
 * transaction: what that wrote may never come to be.
 */
export async function rankingOf(group: string): Promise<Map<string, RankedCard>> {
  const [state] = await query<{ key: string }>(
    'ranking-state',
    `SELECT concat_ws(' ', $1::text,
       (SELECT string_agg(id || ' ' || epoch || '.' || seq, ' ' ORDER BY id) FROM channel WHERE id = ANY($2::text[])),
       (SELECT count(*) FROM membership WHERE group_id = $1::uuid)) AS key`,
    [group, [cardsChannel(group), groupChannel(group)]],
  );
  const key = state?.key ?? group;
  const ranking = kept.get(key) ?? (await rankOnce(key, group));
  kept.set(key, ranking);
  return ranking;
}

/** Being made, by the same key: everybody's page asks at once when somebody has answered. */
const begun = new Map<string, Promise<Map<string, RankedCard>>>();

function rankOnce(key: string, group: string): Promise<Map<string, RankedCard>> {
  const ranking = begun.get(key) ?? rank(group).finally(() => begun.delete(key));
  begun.set(key, ranking);
  return ranking;
}

async function rank(group: string): Promise<Map<string, RankedCard>> {
  const [cards, positions, beliefs] = await Promise.all([
    query<{ id: string; root: boolean }>(
      'ranked-cards',
      `SELECT c.id, c.is_root AS root FROM card c WHERE ${ranked('c')}`,
      [group],
    ),
    query<{ card: string; user: string; credence: number | null }>(
      'ranked-positions',
      `SELECT p.card_id AS card, p.user_id AS "user", p.credence FROM position p JOIN card c ON c.id = p.card_id
       WHERE ${ranked('c')} AND ${countedPosition}`,
      [group],
    ),
    query<Omit<BeliefRow, 'changed'>>(
      'ranked-beliefs',
      `SELECT b.user_id AS "user", b.crux_id AS crux, b.target_id AS target, b.if_true AS "ifTrue",
         b.if_false AS "ifFalse", b.strength
       FROM conditional_belief b JOIN card c ON c.id = b.crux_id JOIN card t ON t.id = b.target_id
       WHERE ${ranked('c')} AND ${cardShownTo(everybody, 't')} AND ${countedBelief} AND EXISTS (
           SELECT 1 FROM relation r WHERE r.from_id = b.crux_id AND r.to_id = b.target_id AND r.type = 'crux-for'
             AND r.state <> 'rejected')`,
      [group],
    ),
  ]);
  const roots = new Set(cards.filter(({ root }) => root).map(({ id }) => id));
  const all = rankCards({ cards: cards.map(({ id }) => id), roots, positions, beliefs });
  return new Map(all.map((card) => [card.card, card]));
}
