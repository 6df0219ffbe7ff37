import { beforeEach, expect, test, vi } from 'vitest';
import type { Desk } from './desk';
import { listen } from './live';

type Hear = (event: { data: string; lastEventId: string }) => void;

const { heard, line, rounds, loadAnnotations, loadCards, loadDecisions } = vi.hoisted(() => ({
  heard: new Map<string, Hear>(),
  line: { open: vi.fn(), close: vi.fn(), reopen: vi.fn(), stop: vi.fn() },
  rounds: { items: [] as { state: string; mine: boolean | null }[] | null },
  loadAnnotations: vi.fn(async () => {}),
  loadCards: vi.fn(async () => {}),
  loadDecisions: vi.fn(),
}));

vi.mock('@/components/live/stream', () => ({
  stream({ listen }: { listen: (source: { addEventListener: (kind: string, hear: Hear) => void }) => void }) {
    listen({ addEventListener: (kind, hear) => heard.set(kind, hear) });
    return line;
  },
}));
vi.mock('@/components/reader/load-annotations', () => ({ loadAnnotations }));
vi.mock('@/components/passage-cards/load-cards', () => ({ loadCards }));
vi.mock('@/components/api-client', () => ({
  ApiError: class extends Error {},
  api: async () => {
    if (rounds.items === null) throw new Error('offline');
    return { items: rounds.items };
  },
}));

vi.mock('@/components/adjudication/decided-line', () => ({ loadDecisions }));
vi.mock('./news', () => ({ noteNews() {} }));

const reload = vi.fn();

function deskOf(readsAlone: boolean) {
  const reading = { group: { slug: 'g' }, essay: { slug: 'e' }, viewer: { id: 'me' }, readsAlone };
  const get = () => ({ liveFrom: 'x.1', annotations: new Map() });
  const store = { reading, get, apply() {}, subscribe: () => () => {} };
  const overlay = { ids: () => [], learn() {} };
  const state = { line: 'up', begun: false, decided: { about: new Map([['decided', {}]]) } };
  const patch = (change: object) => void Object.assign(state, change);
  const desk = { store, patch, overlay, get: () => state, nudge: new EventTarget() };
  listen(desk as unknown as Desk);
  return state;
}

beforeEach(() => {
  vi.clearAllMocks();
  vi.stubGlobal('location', { reload });
  vi.stubGlobal('addEventListener', () => {});
});

const alone = { state: 'alone', mine: false };
const revealed = { state: 'revealed', mine: true };

/** The server has everybody fetch afresh; done when the page listens again or goes. */
async function resync(items: typeof rounds.items) {
  rounds.items = items;
  vi.clearAllMocks();
  heard.get('resync')?.({ data: '{}', lastEventId: 'x.2' });
  await vi.waitFor(() => expect(reload.mock.calls.length + line.open.mock.calls.length).toBe(1));
  expect(loadAnnotations).toHaveBeenCalledOnce();
}

test.each([
  ['that was revealed is shown by another page', [revealed], 1],
  ['that goes on stays as it is, whatever happens', [alone], 0],
  ['is not taken for revealed while nobody answers', null, 0],
])('a blind reading %s', async (_, items, reloads) => {
  const state = deskOf(true);
  await resync(items);
  expect(reload).toHaveBeenCalledTimes(reloads);
  expect(state.begun).toBe(false);
});

test('a blind reading that begins is announced until it ends, each time, on a page that stays and goes on listening', async () => {
  const state = deskOf(false);
  await resync([{ state: 'alone', mine: null }]);
  expect(state).toMatchObject({ begun: false, decided: {} });
  for (const end of [[revealed], []]) {
    await resync([revealed, alone]);
    expect(state).toMatchObject({ begun: true, decided: null, cards: null, news: [], readers: [] });
    await resync(null);
    expect(state.begun).toBe(true);
    await resync(end);
    expect(state.begun).toBe(false);
    // What nobody told who read alone.
    expect(loadCards).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(loadDecisions).toHaveBeenCalledOnce());
    expect(reload).not.toHaveBeenCalled();
  }
});

test('the end of a blind reading of which nobody answers at first is learnt', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const state = deskOf(false);
  await resync([alone]);
  await resync(null);
  expect(state.begun).toBe(true);
  rounds.items = [revealed];
  await vi.runOnlyPendingTimersAsync();
  expect(state.begun).toBe(false);
  vi.useRealTimers();
});

test('a blind reading that ends while the list comes is not missed', async () => {
  const state = deskOf(false);
  loadAnnotations.mockImplementationOnce(async () => {
    rounds.items = [revealed];
  });
  await resync([alone]);
  expect(state.begun).toBe(false);
});

test.each([
  ['edited', 'decided', 1],
  ['replied', 'decided', 0],
  ['edited', 'another', 0],
])('of an annotation that is %s, %s, what was decided is asked %i times anew', async (change, id, times) => {
  deskOf(false);
  const event = { seq: 2, kind: 'annotation', change, id, actor: null, annotation: null };
  heard.get('annotation')?.({ data: JSON.stringify(event), lastEventId: 'x.2' });
  await new Promise((done) => setTimeout(done, 5));
  expect(loadDecisions).toHaveBeenCalledTimes(times);
  expect(loadAnnotations).not.toHaveBeenCalled();
});
