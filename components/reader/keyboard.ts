import type { KeyBinding, Keymap } from './keymap';

/** Fetches some of the keys. */
type Source = () => Promise<readonly KeyBinding[]>;

/** The keys of the page. Many readers press none, so they are fetched when somebody does. */
export function keyboard() {
  const sources = new Set<Source>();
  let asked: Promise<Keymap> | null = null;
  let ready: Keymap | null = null;
  const forget = () => {
    asked = null;
    ready = null;
  };
  async function fetchAll(): Promise<Keymap> {
    const [{ keymap }, ...found] = await Promise.all([
      import('./keymap'),
      ...[...sources].map((source) => source()),
    ]);
    return keymap(found.flat());
  }
  return {
    /** Returns how to take them out again. Where two share a key, the one added last is asked first. */
    add(source: Source) {
      sources.add(source);
      forget();
      return () => {
        sources.delete(source);
        forget();
      };
    },
    /** Null until they are fetched. */
    now: () => ready,
    /** Rejects when they cannot be fetched; the next one who asks tries again. */
    fetch(): Promise<Keymap> {
      if (asked) return asked;
      const mine = fetchAll();
      asked = mine;
      mine.then(
        (keys) => {
          if (asked === mine) ready = keys;
        },
        () => {
          if (asked === mine) forget();
        },
      );
      return mine;
    },
  };
}
