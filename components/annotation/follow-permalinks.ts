import type { Desk } from './desk';

/** Goes to what the address names, once it can be there: `#a-<id>`, an annotation, `#r-<id>`, a reply, or `#at-<start>-<end>`, words. Returns how to stop. */
export function followPermalinks(desk: Desk): () => void {
  const { store } = desk;
  let followed = '';
  const follow = async () => {
    const { hash } = location;
    if (
      followed === hash ||
      store.get().status !== 'ready' ||
      !/^#([ar]-[0-9a-f-]{36}|at-[\d,-]+)$/.test(hash)
    )
      return;
    followed = hash;
    try {
      await (await import('./permalink')).goTo(desk, hash.slice(1));
    } catch {
      desk.say('This could not be loaded. Try again in a moment.');
    }
  };
  const changed = () => {
    followed = '';
    follow();
  };
  const stop = store.subscribe(follow);
  follow();
  addEventListener('hashchange', changed);
  return () => {
    stop();
    removeEventListener('hashchange', changed);
  };
}
