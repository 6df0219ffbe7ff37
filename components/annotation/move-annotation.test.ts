// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { announce, announcerId } from '@/components/reader/announce';
import type { ReaderStore } from '@/components/reader/reader-store';
import { codePoints } from '@/lib/core/anchoring/code-points';
import { describe } from '@/lib/core/anchoring/selectors';
import type { Annotation, Target } from '@/lib/core/annotation/annotation';
import { createDesk, undoLast } from './desk';
import { leaveMove, moveHere } from './move-annotation';

const text = 'one two three four';
const points = codePoints(text);
const on = (words: string): Target => {
  const start = text.indexOf(words);
  return { version: 1, selector: describe(text, { start, end: start + words.length }, points) };
};
const wordsOf = ({ target }: Annotation) =>
  target.selector.map((one) => ('exact' in one ? one.exact : '')).join('');

/** What the server holds, what another window does before the next change arrives, whether the answer to that is lost, and whether none comes. */
const server = vi.hoisted(() => ({
  it: null as unknown as Annotation,
  first: null as Partial<Annotation> | null,
  isLost: false,
  isOff: false,
}));
vi.mock('@/components/api-client', async (original) => {
  const real = await original<typeof import('@/components/api-client')>();
  const set = (change: Partial<Annotation>) => {
    server.it = { ...server.it, ...change, version: server.it.version + 1 };
  };
  return {
    ...real,
    async api(key: string, { body, version }: { body: Partial<Annotation>; version: number }) {
      if (server.isOff) throw new real.ApiError(0, null);
      if (key.startsWith('GET')) return server.it;
      if (server.first) set(server.first);
      server.first = null;
      if (version !== server.it.version) throw new real.ApiError(412, { detail: 'Old.' } as never);
      set(body);
      const { isLost } = server;
      server.isLost = false;
      if (isLost) throw new real.ApiError(0, null);
      return server.it;
    },
  };
});
vi.mock('./focus-note', () => ({ focusNote: () => {} }));

let desk: ReturnType<typeof createDesk>;
let shown: Map<string, Annotation>;

beforeEach(() => {
  server.it = { id: 'x', version: 1, tags: [], target: on('one') } as unknown as Annotation;
  shown = new Map([['x', server.it]]);
  let draft = {};
  const store = {
    get: () => ({ annotations: shown, draft, article: { text, points } }),
    select: (range: object) => {
      draft = range;
    },
    put: (one: Annotation) => shown.set(one.id, one),
    focus: () => {},
  };
  desk = createDesk(store as unknown as ReaderStore);
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const said = () => desk.get().toast?.message;
const stand = () => [wordsOf(server.it), wordsOf(shown.get('x')!), said()];

async function moveTo(words: string) {
  const start = text.indexOf(words);
  desk.store.select({ start, end: start + words.length, by: 'pointer' });
  desk.patch({ toast: null, moving: { annotation: 'x', end: () => desk.patch({ moving: null }) } });
  moveHere(desk);
  await settled();
}
async function undo() {
  undoLast(desk);
  await settled();
}

test('a move is told, with its way back, when it has come true', async () => {
  await moveTo('two');
  expect(stand()).toEqual(['two', 'two', 'Mark moved.']);
  await undo();
  expect(stand()).toEqual(['one', 'one', 'Moved back.']);
});

test('what was refused has no way back', async () => {
  server.first = { target: on('four') };
  await moveTo('two');
  expect(stand()).toEqual(['four', 'four', 'Not moved: It was moved to other words meanwhile.']);
  await undo();
  expect(stand()).toEqual(['four', 'four', 'Nothing to undo.']);
});

test.each(['known', 'not known'])(
  'the way back leaves it where another window put it, %s here',
  async (is) => {
    await moveTo('two');
    server.first = { target: on('four') };
    if (is === 'known') {
      server.it = { ...server.it, ...server.first, version: 9 };
      server.first = null;
      desk.overlay.learn('x', server.it);
    }
    await undo();
    expect(stand()).toEqual(['four', 'four', 'Not moved back: It was moved to other words meanwhile.']);
  },
);

test('what could not be sent is back where it was at once, and says so', async () => {
  server.isOff = true;
  await moveTo('two');
  expect(stand()).toEqual(['one', 'one', 'Not moved: The server cannot be reached.']);
  expect(desk.get().unsaved.size).toBe(0);
  server.isOff = false;
  await moveTo('two');
  expect(stand()).toEqual(['two', 'two', 'Mark moved.']);
});

test('words that are not saved yet come first', async () => {
  desk.setUnsaved(server.it.id, null);
  await moveTo('two');
  expect(stand()).toEqual(['one', 'one', 'Not moved: your words in it are not saved yet. Try again then.']);
  desk.setUnsaved(server.it.id, undefined);
  await moveTo('two');
  expect(stand()).toEqual(['two', 'two', 'Mark moved.']);
});

test('what was moved though the answer was lost is moved', async () => {
  server.isLost = true;
  await moveTo('two');
  expect(stand()).toEqual(['two', 'two', 'Mark moved.']);
  expect([server.it.version, desk.get().unsaved.size]).toEqual([2, 0]);
});

test('other tags that it got meanwhile stay with it', async () => {
  server.first = { tags: ['claim'] };
  await moveTo('two');
  expect(stand()).toEqual(['two', 'two', 'Mark moved.']);
  expect(shown.get('x')!.tags).toEqual(['claim']);
});

test('a mark that went meanwhile is said to be gone, and nothing is asked for any more', async () => {
  document.body.innerHTML = `<div id="${announcerId}"></div>`;
  announce('Select the words to mark.');
  await new Promise(requestAnimationFrame);
  desk.patch({ moving: { annotation: 'x', end: () => desk.patch({ moving: null }) } });
  shown.delete('x');
  leaveMove(desk);
  await new Promise(requestAnimationFrame);
  expect(said()).toBe('The annotation is not there any more.');
  expect(document.getElementById(announcerId)?.textContent).toBe('');
});
