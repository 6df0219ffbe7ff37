import 'server-only';
import { may } from '@/lib/core/access/permissions';
import type { CardFilter, ListedCard, Ranking } from '@/lib/core/api/cards';
import type { Input } from '@/lib/core/api/contracts';
import { boardColumn } from '@/lib/core/crux/board-column';
import { isMuch } from '@/lib/core/crux/quadrant';
import { mostUrgentFirst, type RankedCard } from '@/lib/core/crux/ranking';
import { cardShownTo } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import { type GroupScope, groupFor } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { activityOf, quiet } from './card-activity';
import { rankingOf } from './card-ranking';
import { annotationKnownTo, cardsOf } from './card-rows';
import { credencesShown } from './shown-credences';

type Query = Input<'GET /groups/{group}/cards'>['query'];

interface Found {
  id: string;
  number: number;
  created: Date;
  changed: Date;
}

const sql = `
  SELECT c.id, c.number, c.created_at AS created, c.changed_at AS changed FROM card c
  WHERE c.group_id = $1::uuid AND c.status = coalesce($2::text, c.status) AND c.kind = coalesce($3::text, c.kind)
    AND ($2::text IS NOT NULL OR c.status <> 'merged')
    AND ${cardShownTo({ viewer: '$7::uuid', moderates: '$8::boolean' })}
    AND ($4::text IS NULL OR to_tsvector('simple', c.statement || ' ' || c.details) @@ websearch_to_tsquery('simple', $4)
      OR c.statement ILIKE '%' || replace(replace(replace($4, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%')
    AND ($5::text IS NULL OR EXISTS (
      SELECT 1 FROM occurrence o JOIN annotation a ON a.id = o.annotation_id AND ${annotationKnownTo('$7::uuid')}
      JOIN reading_list_entry e ON e.group_id = a.group_id AND e.essay_id = a.essay_id
      WHERE o.card_id = c.id AND $5::text IN (e.slug, e.essay_id::text)))
    AND ($6::text IS NULL OR c.created_by_id = $7::uuid OR EXISTS (
      SELECT 1 FROM position p WHERE p.card_id = c.id AND p.user_id = $7::uuid AND p.superseded_at IS NULL))`;

/** The cards of a group that the filter lets through, in order, and how many they are in all. */
export async function listCards(
  viewer: Viewer,
  group: string,
  { limit, offset, ...filter }: Query,
): Promise<{ items: ListedCard[]; total: number }> {
  const scope = await groupFor(viewer, group, 'card.read');
  const ranking = await rankingOf(scope.id);
  const found = await findCards(viewer, { scope, ranking }, filter);
  const ids = found.slice(offset, offset + limit);
  return { items: await listed(viewer, scope, { ids, ranking }), total: found.length };
}

interface RankedGroup {
  scope: GroupScope;
  ranking: Map<string, RankedCard>;
}

/** Ids of the cards that the filter lets through, in order. */
export async function findCards(
  viewer: Viewer,
  { scope, ranking }: RankedGroup,
  { sort, status, kind, essay, q, contested, mine }: CardFilter,
): Promise<string[]> {
  const rows = await query<Found>(
    'list-cards',
    sql,
    [scope.id, status, kind, q, essay, mine, viewer.user?.id, may('moderation.review', scope)].map(
      (value) => value ?? null,
    ),
  );
  const found = contested ? rows.filter(({ id }) => isContested(ranking.get(id))) : rows;
  return found.sort((a, b) => orders[sort](a, b, ranking) || a.number - b.number).map(({ id }) => id);
}

type Order = (a: Found, b: Found, ranking: Map<string, RankedCard>) => number;

/** Cards that are no open question stand last. */
const byUrgency: Order = (a, b, ranking) => {
  const [left, right] = [ranking.get(a.id), ranking.get(b.id)];
  return left && right ? mostUrgentFirst(left, right) : Number(!left) - Number(!right);
};
const isContested = (ranked: RankedCard | undefined) => isMuch(ranked?.contested ?? 0);

/** Cards without the figure stand last; "resolves" may be negative. */
const byFigure =
  (figure: 'contested' | 'load' | 'resolves' | 'n' | 'k'): Order =>
  (a, b, ranking) => {
    const [left, right] = [a, b].map(({ id }) => ranking.get(id)?.[figure] ?? Number.NEGATIVE_INFINITY);
    return left === right ? byUrgency(a, b, ranking) : right! - left!;
  };

const orders: Record<Query['sort'], Order> = {
  priority: byUrgency,
  contested: byFigure('contested'),
  load: byFigure('load'),
  resolves: byFigure('resolves'),
  n: byFigure('n'),
  k: byFigure('k'),
  changed: (a, b) => b.changed.getTime() - a.changed.getTime(),
  created: (a, b) => b.created.getTime() - a.created.getTime(),
  number: () => 0,
};

/** Cards with their figures, their column, and the credences that the viewer may know; who may see them was asked before. */
export async function listed(
  viewer: Viewer,
  scope: GroupScope,
  { ids, ranking }: { ids: readonly string[]; ranking: Map<string, RankedCard> },
): Promise<ListedCard[]> {
  const [cards, known, activity] = await Promise.all([
    cardsOf(viewer, ids),
    credencesShown(viewer, scope, ids),
    activityOf(viewer, ids),
  ]);
  const now = new Date();
  return cards.map((card) => ({
    ...card,
    ranking: figures(ranking.get(card.id)),
    ...(known.get(card.id) ?? { credences: null, mine: null }),
    column: boardColumn({ status: card.status, ...(activity.get(card.id) ?? quiet) }, now),
  }));
}

function figures(ranked: RankedCard | undefined): Ranking | null {
  if (!ranked) return null;
  const { rank, priority, contested, n, load, k, resolves, shift, estimated } = ranked;
  return { rank, priority, contested, n, load, k, resolves, shift, estimated };
}
