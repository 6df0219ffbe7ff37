import { mean } from './probability';

type Point = readonly number[];

const distance = (a: Point, b: Point) => Math.hypot(...a.map((value, i) => value - b[i]!));

/**
 * Splits points into k clusters (Lloyd 1982), as the number of its cluster for each point. Begins with equal slices
 * along the first coordinate, so the same points always split alike.
 */
export function kMeans(points: readonly Point[], k: number): number[] {
  const order = points.map((_, i) => i).sort((a, b) => points[a]![0]! - points[b]![0]! || a - b);
  let labels = new Array<number>(points.length).fill(0);
  order.forEach((point, place) => {
    labels[point] = Math.floor((place * k) / points.length);
  });
  for (let round = 0; round < 100; round++) {
    const centres = Array.from({ length: k }, (_, cluster) =>
      centreOf(points.filter((_point, i) => labels[i] === cluster)),
    );
    const next = points.map((point) => nearest(point, centres));
    if (next.every((label, i) => label === labels[i])) break;
    labels = next;
  }
  return labels;
}

/** How well clusters hold together and apart, −1 to 1: the mean silhouette (Rousseeuw 1987); 0 for a point alone in its cluster. */
export function silhouette(points: readonly Point[], labels: readonly number[]): number {
  const members = new Map<number, number[]>();
  labels.forEach((label, i) => {
    members.set(label, [...(members.get(label) ?? []), i]);
  });
  if (members.size < 2) return 0;
  const widths = points.map((point, i) => {
    const own = members.get(labels[i]!)!.filter((other) => other !== i);
    if (own.length === 0) return 0;
    const apart = (others: readonly number[]) => mean(others.map((other) => distance(point, points[other]!)));
    const within = apart(own);
    const next = Math.min(
      ...[...members].filter(([label]) => label !== labels[i]).map(([, others]) => apart(others)),
    );
    return within === next ? 0 : (next - within) / Math.max(within, next);
  });
  return mean(widths);
}

const centreOf = (points: readonly Point[]): Point | null =>
  points.length === 0 ? null : points[0]!.map((_, i) => mean(points.map((point) => point[i]!)));

function nearest(point: Point, centres: readonly (Point | null)[]): number {
  const far = centres.map((centre) => (centre === null ? Number.POSITIVE_INFINITY : distance(point, centre)));
  return far.indexOf(Math.min(...far));
}
