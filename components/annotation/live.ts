import { ApiError, api } from '@/components/api-client';
import { pauseBeforeReconnect } from '@/components/live/pause-before-reconnect';
import { hasSignedOut } from '@/components/live/session';
import { showUnread } from '@/components/live/show-unread';
import { loadAnnotations } from '@/components/reader/load-annotations';
import type { Reading } from '@/components/reader/reading';
import type { AnnotationEvent } from '@/lib/core/annotation/annotation';
import type { Presence } from '@/lib/core/annotation/presence';
import { applyEvent } from '@/lib/core/annotation/thread-reducer';
import type { Desk } from './desk';
import { noteNews } from './news';

/** A page nobody looks at keeps its stream for so long, in milliseconds: a browser may have six for all its tabs. */
const UNSEEN = 1_000;

const eventsPath = ({ group, essay }: Reading, cursor: string) =>
  `/api/v1/groups/${encodeURIComponent(group.slug)}/essays/${encodeURIComponent(essay.slug)}/events?cursor=${encodeURIComponent(cursor)}`;

/** A stream does not say why it ended. Who may not read here any more need not try for ever. */
async function isRefused({ group, essay }: Reading): Promise<boolean> {
  const params = { group: group.slug, essay: essay.slug };
  const answer = api('GET /groups/{group}/essays/{essay}', { params }).then(() => false);
  return answer.catch((error) => error instanceof ApiError && error.status === 404);
}

/** Who is signed out may perhaps go on reading as a visitor, but hears nothing of their own. */
async function whyEnded(reading: Reading, failures: number): Promise<'signed-out' | 'refused' | null> {
  if (failures === 1 && reading.viewer && (await hasSignedOut())) return 'signed-out';
  return failures === 2 && (await isRefused(reading)) ? 'refused' : null;
}

/** Follows the essay's events from where the list of annotations ends. Returns how to stop. */
export function listen(desk: Desk): () => void {
  const { store } = desk;
  let source: EventSource | null = null;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function open() {
    const { liveFrom } = store.get();
    if (source || liveFrom === null || desk.get().line === 'signed-out') return;
    source = new EventSource(eventsPath(store.reading, liveFrom));
    source.onopen = () => {
      failures = 0;
      desk.patch({ line: 'up' });
      desk.nudge.dispatchEvent(new Event('now'));
    };
    source.onerror = () => {
      close();
      failures++;
      if (failures > 1 || !navigator.onLine) desk.patch({ line: 'down' });
      timer = setTimeout(open, pauseBeforeReconnect(failures, Math.random()));
      void whyEnded(store.reading, failures).then((why) => why && rest(why));
    };
    source.addEventListener('annotation', ({ data, lastEventId }) => {
      if (!hear(desk, JSON.parse(data), lastEventId)) void reload();
    });
    source.addEventListener('presence', ({ data }) => see(desk, JSON.parse(data)));
    source.addEventListener('inbox', ({ data }) => showUnread(JSON.parse(data).unread));
    source.addEventListener('resync', () => void reload());
  }

  function close() {
    clearTimeout(timer);
    source?.close();
    source = null;
  }

  function rest(line: 'refused' | 'signed-out') {
    close();
    if (desk.get().line !== 'signed-out') desk.patch({ line });
  }

  async function reload() {
    close();
    await loadAnnotations(store);
    for (const id of desk.overlay.ids()) desk.overlay.learn(id, desk.annotation(id));
    open();
  }

  const visible = () => {
    clearTimeout(timer);
    if (document.visibilityState === 'visible') open();
    else timer = setTimeout(close, UNSEEN);
  };
  const online = () => {
    close();
    open();
  };
  const back = () => {
    desk.patch({ line: 'down' });
    online();
  };
  const stopWaiting = store.subscribe((state, before) => {
    if (before.status !== 'ready' && state.status === 'ready') open();
  });
  open();
  const leaving = new AbortController();
  document.addEventListener('visibilitychange', visible, leaving);
  addEventListener('online', online, leaving);
  desk.nudge.addEventListener('signed-in', back, leaving);
  addEventListener('offline', () => desk.patch({ line: 'down' }), leaving);
  return () => {
    close();
    stopWaiting();
    leaving.abort();
  };
}

/** Shows what happened; false where something before it is missing. */
function hear(desk: Desk, event: AnnotationEvent, at: string): boolean {
  const { annotations, liveFrom } = desk.store.get();
  const next = applyEvent({ annotations, cursor: liveFrom ?? '' }, event, at);
  if (next === 'gap') return false;
  desk.store.apply((state) => ({ ...state, liveFrom: next.cursor }));
  const known = next.annotations.get(event.id) ?? null;
  if (known === event.annotation) {
    desk.overlay.learn(event.id, known);
    noteNews(desk, event);
  }
  return true;
}

/** The last word about each reader counts. */
function see(desk: Desk, { id, name, block }: Presence): void {
  if (id === desk.store.reading.viewer?.id) return;
  const others = desk.get().readers.filter((reader) => reader.id !== id);
  desk.patch({ readers: block === null ? others : [...others, { id, name, block }] });
}
