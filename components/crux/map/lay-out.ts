import Engine, { type ELK, type ElkEdgeSection, type ElkNode } from 'elkjs/lib/elk-api';
import type { MapRelation } from '@/lib/core/api/pictures';
import { elkAddress } from './elk-address';
import { type Graph, graphOf } from './graph';
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

/** What `BeginLayout` started: the graph it asked for, and the answer. */
const awake = globalThis as { elk?: Worker & { asked: string; laid: Promise<ElkNode | undefined> } };

let engine: { elk: ELK; broken: Promise<never> } | undefined;

/** ELK says nothing when its worker does not load or breaks down, and would be waited for without end. */
function wake(): NonNullable<typeof engine> {
  const worker = awake.elk ?? new Worker(elkAddress);
  const elk = new Engine({ workerFactory: () => worker });
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => {
      engine = undefined;
      reject(new Error('The worker broke down'));
    });
  });
  return { elk, broken };
}

/** Works beside the page, which stays free meanwhile. */
async function laidOut(graph: Graph): Promise<ElkNode> {
  const begun = awake.elk?.asked === JSON.stringify(graph) ? await awake.elk.laid : undefined;
  if (begun) return begun;
  engine ??= wake();
  return Promise.race([engine.elk.layout(graph), engine.broken]);
}

/** Finds a place for every card and a way for every arrow between them. */
export async function layOut(cards: readonly string[], relations: readonly MapRelation[]): Promise<Layout> {
  const graph = graphOf(cards, relations);
  const { width = 0, height = 0, children = [], edges = [] } = await laidOut(graph);
  const spots = children.map(({ id, x = 0, y = 0 }) => {
    return { id: cards[Number(id)]!, x: Math.round(x), y: Math.round(y) };
  });
  const arrows = edges.flatMap(({ id, sections }): DrawnArrow[] => {
    const relation = relations[Number(id)];
    const [section] = sections ?? [];
    return relation?.to && section ? [{ relation, ...wayOf(section) }] : [];
  });
  const related = new Set(spots.map(({ id }) => id));
  const alone = cards.filter((id) => !related.has(id));
  return { ...withAlone({ width, height, spots }, alone), arrows };
}

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
