import type { TextMark } from '@/lib/core/agreement/contested-sentences';
import type { Span } from '@/lib/core/agreement/marks';
import { inOrder, lengthOf } from '@/lib/core/agreement/unit';

const shared = (a: Span, b: Span) => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/**
 * Whether two marks are answers to one question. With a tag in common: when one lies at least half within the other, so
 * that other bounds are one case, and so is a long mark with the short ones inside it. With other tags: when they share at
 * least half of what either covers, so that a claim's paragraph does not swallow the crux of one of its sentences.
 */
export function belongTogether(a: TextMark, b: TextMark): boolean {
  const both = shared(a, b);
  if (both <= 0) return false;
  if (a.tags.some((tag) => b.tags.includes(tag))) return 2 * both >= Math.min(lengthOf(a), lengthOf(b));
  return 2 * both >= lengthOf(a) + lengthOf(b) - both;
}

/** (start, end, id): ids are unique, so there is one such order. */
const markOrder = (a: TextMark, b: TextMark): number =>
  inOrder(a, b) || (a.id < b.id ? -1 : Number(a.id > b.id));

/** Marks that belong together, directly or by way of others; each mark is in one cluster. Both levels by `markOrder`. */
export function markClusters(marks: readonly TextMark[]): TextMark[][] {
  const sorted = [...marks].sort(markOrder);
  const parent = sorted.map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root]!;
    while (parent[i] !== root) [parent[i], i] = [root, parent[i]!];
    return root;
  };
  let open: number[] = [];
  for (const [i, mark] of sorted.entries()) {
    open = open.filter((other) => sorted[other]!.end > mark.start);
    for (const other of open) {
      if (!belongTogether(sorted[other]!, mark)) continue;
      const [one, two] = [rootOf(other), rootOf(i)];
      parent[Math.max(one, two)] = Math.min(one, two);
    }
    open.push(i);
  }
  const clusters = new Map<number, TextMark[]>();
  for (const [i, mark] of sorted.entries()) {
    const root = rootOf(i);
    const cluster = clusters.get(root);
    if (cluster) cluster.push(mark);
    else clusters.set(root, [mark]);
  }
  return [...clusters.values()];
}
