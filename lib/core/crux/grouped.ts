/** Things by key, in order of first appearance (`Map.groupBy`, which Node 20 lacks). */
export function grouped<Thing>(
  things: Iterable<Thing>,
  keyOf: (thing: Thing) => string,
): Map<string, Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}

/** The order of ids, the last resort wherever a result must not depend on how rows happened to arrive. */
export const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
