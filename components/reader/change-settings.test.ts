import { afterEach, expect, test, vi } from 'vitest';
import type { SettingsChange } from '@/lib/core/api/account';
import { changedSettings } from '@/lib/core/api/changed-settings';
import { changeSettings } from './change-settings';
import { initialState } from './reader-state';
import type { ReaderStore } from './reader-store';

/** A page whose server answers when it is told to. */
function page(isMember: boolean) {
  const sent: { settings: SettingsChange; keepalive: boolean | undefined }[] = [];
  const answers: (() => void)[] = [];
  const events = new EventTarget();
  vi.stubGlobal('document', { documentElement: { dataset: {} }, cookie: '' });
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events));
  vi.stubGlobal('removeEventListener', events.removeEventListener.bind(events));
  vi.stubGlobal('fetch', (_: string, { body, keepalive }: RequestInit) => {
    sent.push({ settings: JSON.parse(String(body)).settings, keepalive });
    return new Promise((resolve) => answers.push(() => resolve(new Response(null, { status: 204 }))));
  });
  let state = initialState({});
  const store = {
    reading: { viewer: isMember ? {} : null },
    get: () => state,
    settle: (part: SettingsChange) => {
      state = { ...state, settings: changedSettings(state.settings, part) };
    },
  } as unknown as ReaderStore;
  const answer = async () => {
    for (const one of answers.splice(0)) one();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { store, sent, answer, leave: () => events.dispatchEvent(new Event('pagehide')) };
}

afterEach(() => vi.unstubAllGlobals());

test('a choice that is taken back is told, and a new one after it', async () => {
  const { store, sent, answer } = page(true);
  const tell = async (measure: number | null) => {
    changeSettings(store, { measure });
    await answer();
  };
  for (const measure of [58, null, 50]) await tell(measure);
  expect(sent.map(({ settings }) => settings)).toEqual([{ measure: 58 }, { measure: null }, { measure: 50 }]);
  expect(store.get().settings).toEqual({ measure: 50 });
});

test('the first change is sent at once, and of those until the answer only the last', async () => {
  const { store, sent, answer } = page(true);
  for (const fontSize of [20, 21, 22]) changeSettings(store, { fontSize });
  expect(sent).toEqual([{ settings: { fontSize: 20 }, keepalive: true }]);
  await answer();
  expect(sent.map(({ settings }) => settings.fontSize)).toEqual([20, 22]);
  await answer();
  expect(sent).toHaveLength(2);
});

test('who leaves before the answer has the last change sent too, and only once', async () => {
  const { store, sent, answer, leave } = page(true);
  for (const fontSize of [20, 21]) changeSettings(store, { fontSize });
  leave();
  expect(sent.map(({ settings }) => settings.fontSize)).toEqual([20, 21]);
  await answer();
  leave();
  expect(sent).toHaveLength(2);
});

test("a visitor's settings are in the cookie at once, and nowhere else", () => {
  const { store, sent } = page(false);
  changeSettings(store, { fontSize: 26 });
  expect(decodeURIComponent(document.cookie)).toContain('{"fontSize":26}');
  expect(sent).toEqual([]);
});
