import { grouped } from './grouped';

/**
 * The strongly connected components of a graph, each after every component its arrows lead to (Tarjan 1972).
 * `next` maps a node to those its arrows lead to; a node without an entry has none. Order follows that of `nodes`.
 */
export function stronglyConnected(
  nodes: Iterable<string>,
  next: ReadonlyMap<string, readonly string[]>,
): string[][] {
  const components: string[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const visit = (node: string) => {
    const number = index.size;
    let lowest = number;
    index.set(node, number);
    open.push(node);
    isOpen.add(node);
    for (const other of next.get(node) ?? []) {
      if (!index.has(other)) visit(other);
      if (isOpen.has(other)) lowest = Math.min(lowest, low.get(other) ?? index.get(other)!);
    }
    low.set(node, lowest);
    if (lowest < number) return;
    const component = open.splice(open.indexOf(node));
    for (const member of component) isOpen.delete(member);
    components.push(component);
  };
  for (const node of nodes) if (!index.has(node)) visit(node);
  return components;
}

/** Where the arrows of each node lead. */
export const targetsOf = (arrows: Iterable<{ from: string; to: string }>): Map<string, string[]> =>
  new Map([...grouped(arrows, ({ from }) => from)].map(([from, own]) => [from, own.map(({ to }) => to)]));
