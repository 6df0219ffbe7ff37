import { beforeEach, expect, test, vi } from 'vitest';
import type { Desk } from './desk';
import { listen } from './live';

type Hear = (event: { data: string; lastEventId: string }) => void;

const { heard, line, rounds, loadAnnotations, loadDecisions } = vi.hoisted(() => ({
  heard: new Map<string, Hear>(),
  line: { open: vi.fn(), close: vi.fn(), reopen: vi.fn(), stop: vi.fn() },
  rounds: { items: [] as { state: string; mine: boolean | null }[] | null },
  loadAnnotations: vi.fn(async () => {}),
  loadDecisions: vi.fn(),
}));

vi.mock('@/components/live/stream', () => ({
  stream({ listen }: { listen: (source: { addEventListener: (kind: string, hear: Hear) => void }) => void }) {
    listen({ addEventListener: (kind, hear) => heard.set(kind, hear) });
    return line;
  },
}));
vi.mock('@/components/reader/load-annotations', () => ({ loadAnnotations }));
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
  const patch = vi.fn();
  const get = () => ({ liveFrom: 'x.1', annotations: new Map() });
  const store = { reading, get, apply() {}, subscribe: () => () => {} };
  const overlay = { ids: () => [], learn() {} };
  const desk = {
    store,
    patch,
    overlay,
    get: () => ({ line: 'up', decided: { about: new Map([['decided', {}]]) } }),
    nudge: new EventTarget(),
  };
  listen(desk as unknown as Desk);
  return patch;
}

beforeEach(() => {
  vi.clearAllMocks();
  vi.stubGlobal('location', { reload });
  vi.stubGlobal('addEventListener', () => {});
});

const alone = { state: 'alone', mine: false };
const revealed = { state: 'revealed', mine: true };

test.each([
  ['that was revealed is shown by another page', true, [revealed], { reloads: 1, begun: 0 }],
  ['that goes on stays as it is, whatever happens', true, [alone], { reloads: 0, begun: 0 }],
  ['is not taken for revealed while nobody answers', true, null, { reloads: 0, begun: 0 }],
  ['that begins is announced, and the page stays', false, [revealed, alone], { reloads: 0, begun: 1 }],
  ['of others changes nothing', false, [{ state: 'alone', mine: null }], { reloads: 0, begun: 0 }],
])('a blind reading %s', async (_, readsAlone, items, { reloads, begun }) => {
  rounds.items = items;
  const patch = deskOf(readsAlone);
  heard.get('resync')?.({ data: '{}', lastEventId: 'x.2' });
  await vi.waitFor(() => expect(reload.mock.calls.length + loadAnnotations.mock.calls.length).toBe(1));
  await vi.waitFor(() =>
    expect(line.open.mock.calls.length + reload.mock.calls.length + patch.mock.calls.length).toBe(2),
  );
  expect(reload).toHaveBeenCalledTimes(reloads);
  expect(patch.mock.calls.filter(([change]) => change.line === 'begun')).toHaveLength(begun);
  // What others do is heard no more.
  expect(line.open).toHaveBeenCalledTimes(begun + reloads > 0 ? 1 : 2);
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
