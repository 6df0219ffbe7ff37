import Engine, { type ELK, type ElkEdgeSection, type ElkNode } from 'elkjs/lib/elk-api';
import type { MapRelation } from '@/lib/core/api/pictures';
import { cardSize } from './card-size';
import { elkAddress } from './elk-address';
import type { CardSpot } from './next-card';
import { withAlone } from './with-alone';

export interface DrawnArrow {
  relation: MapRelation;
  /** SVG path. */
  path: string;
  middle: { x: number; y: number };
}

export interface Layout {
  width: number;
  height: number;
  spots: CardSpot[];
  /** Arrows between cards. */
  arrows: DrawnArrow[];
}

/** ELK's layered algorithm (Sugiyama 1981): what bears on a card stands to its right. */
const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'LEFT',
  'elk.edgeRouting': 'SPLINES',
  'elk.aspectRatio': '1.6',
  'elk.spacing.nodeNode': '18',
  'elk.layered.spacing.nodeNodeBetweenLayers': '112',
  'elk.layered.thoroughness': '3',
  'elk.layered.nodePlacement.strategy': 'LINEAR_SEGMENTS',
};

/** What `WakeElk` started. */
const awake = globalThis as { elk?: Worker };

/** Works beside the page, which stays free meanwhile. */
const engine: ELK | null =
  typeof Worker === 'undefined'
    ? null
    : new Engine({ workerFactory: () => awake.elk ?? new Worker(elkAddress) });

/** Finds a place for every card and a way for every arrow between them. What undercuts an arrow stands before its end. */
export async function layOut(cards: readonly string[], relations: readonly MapRelation[]): Promise<Layout> {
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const endOf = ({ to, toRelation }: MapRelation) => to ?? byId.get(toRelation ?? '')?.to ?? null;
  const edges = relations.flatMap((relation) => {
    const end = endOf(relation);
    return end === null || end === relation.from
      ? []
      : [{ id: relation.id, sources: [relation.from], targets: [end] }];
  });
  const related = new Set(edges.flatMap(({ sources, targets }) => [...sources, ...targets]));
  const graph: ElkNode = {
    id: 'map',
    layoutOptions: options,
    children: cards.filter((id) => related.has(id)).map((id) => ({ id, ...cardSize })),
    edges,
  };
  if (!engine) throw new Error('This browser has no workers.');
  const laid: ElkNode = await engine.layout(graph);
  const arrows = (laid.edges ?? []).flatMap(({ id, sections }): DrawnArrow[] => {
    const relation = byId.get(id);
    const [section] = sections ?? [];
    return relation?.to && section ? [{ relation, ...wayOf(section) }] : [];
  });
  const alone = cards.filter((id) => !related.has(id));
  return {
    ...withAlone({ width: laid.width ?? 0, height: laid.height ?? 0, spots: spotsOf(laid) }, alone),
    arrows,
  };
}

const spotsOf = ({ children = [] }: ElkNode): CardSpot[] =>
  children.map(({ id, x = 0, y = 0 }) => ({ id, x: Math.round(x), y: Math.round(y) }));

type Point = { x: number; y: number };

/** A spline's bend points come in threes: two that pull it, and one that it passes. */
function wayOf({ startPoint, bendPoints = [], endPoint }: ElkEdgeSection): Omit<DrawnArrow, 'relation'> {
  const points = [startPoint, ...bendPoints, endPoint];
  const isCurve = bendPoints.length % 3 === 2;
  const at = ({ x, y }: Point) => `${Math.round(x)} ${Math.round(y)}`;
  const rest = points.slice(1).map(at).join(' ');
  return { path: `M${at(startPoint)}${isCurve ? 'C' : 'L'}${rest}`, middle: middleOf(points, isCurve) };
}

/** The point half the way along. */
function middleOf(points: readonly Point[], isCurve: boolean): Point {
  const way = isCurve ? sampled(points) : points;
  const lengths = way.slice(1).map((point, i) => Math.hypot(point.x - way[i]!.x, point.y - way[i]!.y));
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  const i = lengths.findIndex((length) => {
    left -= length;
    return left <= 0;
  });
  const [from, to, length] = [way[i] ?? points[0]!, way[i + 1] ?? points[0]!, lengths[i] || 1];
  const share = 1 + left / length;
  return {
    x: Math.round(from.x + (to.x - from.x) * share),
    y: Math.round(from.y + (to.y - from.y) * share),
  };
}

/** A spline as a line through eight points of each of its curves. */
function sampled(points: readonly Point[]): Point[] {
  const way = [points[0]!];
  for (let i = 0; i + 3 < points.length; i += 3)
    for (let step = 1; step <= 8; step++) way.push(onCurve(points.slice(i, i + 4), step / 8));
  return way;
}

/** De Casteljau's way to a point of a Bézier curve. */
const onCurve = (points: readonly Point[], t: number): Point =>
  points.length === 1
    ? points[0]!
    : onCurve(
        points.slice(1).map(({ x, y }, i) => ({
          x: points[i]!.x * (1 - t) + x * t,
          y: points[i]!.y * (1 - t) + y * t,
        })),
        t,
      );
