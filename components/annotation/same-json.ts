/** Whether two JSON values are alike; the order of names does not count, for the database keeps its own. */
export const sameJson = (a: unknown, b: unknown): boolean => spelled(a) === spelled(b);

const spelled = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
