import { api } from '@/components/api-client';
import type { Desk } from './desk';

/** The server forgets after 45 s who gave no sign. */
const EVERY = 20_000;

/** Tells the group that the viewer reads, and at which block, unless they do not want that. Returns how to stop. */
export function showPresence({ store }: Desk): () => void {
  const { reading } = store;
  if (!reading.viewer || !reading.writes) return () => {};
  const params = { group: reading.group.slug, essay: reading.essay.slug };
  const tell = (leaving: boolean) => {
    if (store.get().settings.presence === false) return;
    const body = { block: store.place.get().block, leaving };
    api('PUT /groups/{group}/essays/{essay}/presence', { params, body }).catch(() => {});
  };
  const look = () => tell(document.visibilityState === 'hidden');
  const timer = setInterval(() => document.visibilityState === 'visible' && tell(false), EVERY);
  look();
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
    tell(true);
  };
}
