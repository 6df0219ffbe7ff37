/** Runs work of one name in order, one at a time; different names do not wait for each other. */
export interface SerialQueue {
  run<T>(name: string, work: () => Promise<T>): Promise<T>;
}

export function serialQueue(): SerialQueue {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run(name, work) {
      const mine = (tails.get(name) ?? Promise.resolve()).then(work);
      const tail = mine
        .catch(() => {})
        .then(() => {
          if (tails.get(name) === tail) tails.delete(name);
        });
      tails.set(name, tail);
      return mine;
    },
  };
}
