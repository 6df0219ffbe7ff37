import { ApiError, api } from '@/components/api-client';
import { hasSignedOut } from '@/components/live/session';
import { showUnread } from '@/components/live/show-unread';
import { stream } from '@/components/live/stream';
import { loadCards } from '@/components/passage-cards/load-cards';
import { loadAnnotations } from '@/components/reader/load-annotations';
import type { Reading } from '@/components/reader/reading';
import type { AnnotationEvent } from '@/lib/core/annotation/annotation';
import type { Presence } from '@/lib/core/annotation/presence';
import { applyEvent } from '@/lib/core/annotation/thread-reducer';
import { pauseBefore } from './deliver';
import type { Desk } from './desk';

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
  if (reading.viewer && (await hasSignedOut())) return 'signed-out';
  return failures > 1 && (await isRefused(reading)) ? 'refused' : null;
}

/** Whether the viewer reads the essay alone now; null: nobody answers. */
async function isAlone({ viewer, group, essay }: Reading): Promise<boolean | null> {
  if (!viewer) return false;
  const params = { group: group.slug, essay: essay.slug };
  const answer = api('GET /groups/{group}/essays/{essay}/rounds', { params });
  return answer.then(
    ({ items }) => items.some(({ state, mine }) => state === 'alone' && mine !== null),
    () => null,
  );
}

/** Follows the essay's events from where the list of annotations ends. Returns how to stop. */
export function listen(desk: Desk): () => void {
  const { store } = desk;
  const leaving = new AbortController();
  const line = stream({
    address() {
      const { liveFrom } = store.get();
      return liveFrom === null || desk.get().line === 'signed-out'
        ? null
        : eventsPath(store.reading, liveFrom);
    },
    listen(source) {
      source.addEventListener('annotation', ({ data, lastEventId }) => {
        const event: AnnotationEvent = JSON.parse(data);
        if (!hear(desk, event, lastEventId)) return void reload();
        // Its words or tags may be others than those that were decided about.
        if (event.change === 'edited' && desk.get().decided?.about.has(event.id)) tellDecided(desk);
      });
      source.addEventListener('adjudication', ({ data, lastEventId }) => {
        if (!pass(desk, JSON.parse(data), lastEventId)) return void reload();
        tellDecided(desk);
      });
      source.addEventListener('round', ({ data, lastEventId }) => {
        if (!pass(desk, JSON.parse(data), lastEventId)) void reload();
      });
      source.addEventListener('presence', ({ data }) => see(desk, JSON.parse(data)));
      source.addEventListener('inbox', ({ data }) => showUnread(JSON.parse(data).unread));
      source.addEventListener('resync', () => void reload());
    },
    opened(failures) {
      desk.patch({ line: 'up' });
      desk.nudge.dispatchEvent(new Event('now'));
      // Meanwhile the session may have ended: a visitor's stream opens as well.
      if (failures > 0) void ask(0);
    },
    broke(failures) {
      if (failures > 1 || !navigator.onLine) desk.patch({ line: 'down' });
      void ask(failures);
    },
  });

  async function ask(failures: number) {
    const why = await whyEnded(store.reading, failures);
    if (why === null) return;
    line.close();
    if (desk.get().line !== 'signed-out') desk.patch({ line: why });
  }

  async function reload() {
    line.close();
    await loadAnnotations(store);
    for (const id of desk.overlay.ids()) desk.overlay.learn(id, desk.annotation(id));
    // After the list: what begins or ends in between is heard from where the list ends.
    const isLeft = await followRounds(desk, leaving.signal);
    if (!isLeft) line.open();
  }

  const back = () => {
    desk.patch({ line: 'down' });
    line.reopen();
  };
  const stopWaiting = store.subscribe((state, before) => {
    if (before.status !== 'ready' && state.status === 'ready') line.open();
  });
  line.open();
  desk.nudge.addEventListener('signed-in', back, leaving);
  addEventListener('offline', () => desk.patch({ line: 'down' }), leaving);
  return () => {
    line.stop();
    stopWaiting();
    leaving.abort();
  };
}

/** Asks until somebody answers: what the page says of a blind reading is a promise. Whether it leaves for another page. */
async function followRounds(desk: Desk, left: AbortSignal, attempt = 0): Promise<boolean> {
  const { reading } = desk.store;
  const alone = await isAlone(reading);
  if (alone === null) {
    const again = () => void (left.aborted || followRounds(desk, left, attempt + 1));
    setTimeout(again, pauseBefore(attempt, Math.random()));
    return false;
  }
  // After a blind reading the page is another one, with other words to choose.
  const isLeft = reading.readsAlone && !alone;
  if (isLeft) location.reload();
  // When one begins it is, too; but nobody's page goes away under them.
  else if (!reading.readsAlone) setBegun(desk, alone);
  return isLeft;
}

/** What others do is not for whoever reads alone, and is again when that is over. */
function setBegun(desk: Desk, begun: boolean): void {
  if (begun === desk.get().begun) return;
  desk.patch(begun ? { begun, readers: [], news: [], decided: null, cards: null } : { begun });
  if (begun) return;
  void loadCards(desk);
  tellDecided(desk);
}

function tellDecided(desk: Desk): void {
  void import('@/components/adjudication/decided-line').then(
    ({ loadDecisions }) => loadDecisions(desk),
    () => {},
  );
}

/** Counts what changes no annotation; false where something before it is missing. */
function pass({ store }: Desk, event: Omit<AnnotationEvent, 'annotation'>, at: string): boolean {
  const { annotations, liveFrom } = store.get();
  const next = applyEvent({ annotations, cursor: liveFrom ?? '' }, { ...event, annotation: null }, at);
  if (next === 'gap') return false;
  store.apply((state) => ({ ...state, liveFrom: next.cursor }));
  return true;
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
    void import('./news').then(
      ({ noteNews }) => noteNews(desk, event),
      () => {},
    );
  }
  return true;
}

/** The last word about each reader counts. */
function see(desk: Desk, { id, name, block }: Presence): void {
  if (id === desk.store.reading.viewer?.id) return;
  const others = desk.get().readers.filter((reader) => reader.id !== id);
  desk.patch({ readers: block === null ? others : [...others, { id, name, block }] });
}
