// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { show } from '@/components/page.fixture';
import { SaidMessage } from '@/components/ui/said-message';
import type { QueueItem } from '@/lib/core/api/moderation';
import { useQueue } from './use-queue';

/**
 * What the server was asked to undo and did, which of its answers are lost, and with which status it refuses, by the id of a
 * thing; 0: it is silent.
 */
const server = vi.hoisted(() => ({
  asked: [] as string[],
  undone: new Set<string>(),
  loses: new Set<string>(),
  refuses: new Map<string, number>(),
}));
vi.mock('@/components/api-client', async (original) => {
  const real = await original<typeof import('@/components/api-client')>();
  return {
    ...real,
    async api(key: string, { params, body }: { params: { entry?: string }; body?: { items: QueueItem[] } }) {
      if (!key.endsWith('/undo')) {
        for (const { id } of body!.items) server.undone.delete(id);
        return { entries: body!.items };
      }
      const entry = params.entry!;
      server.asked.push(entry);
      const status = server.undone.has(entry) ? 409 : server.refuses.get(entry);
      if (status !== undefined) throw new real.ApiError(status, null);
      server.undone.add(entry);
      if (server.loses.delete(entry)) throw new real.ApiError(0, null);
      return {};
    },
  };
});
vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => {} }) }));

const listed = ['a', 'b', 'c', 'd'].map((id) => ({ id, state: '1' }) as QueueItem);
const [a, b, c] = listed as [QueueItem, QueueItem, QueueItem];

let queue: ReturnType<typeof useQueue>;

function Desk() {
  queue = useQueue('club', listed, 'UTC');
  const { said, canUndo, forget } = queue;
  return (
    <SaidMessage
      said={said}
      canUndo={canUndo}
      offered={1_000}
      onUndo={() => queue.undo(() => {})}
      onEnd={forget}
    />
  );
}

beforeEach(async () => {
  vi.useFakeTimers();
  await show(<Desk />);
});
afterEach(() => {
  vi.useRealTimers();
  server.asked = [];
  for (const known of [server.undone, server.loses, server.refuses]) known.clear();
});

const decide = (verb: 'approve' | 'hide', ...items: QueueItem[]) =>
  act(async () => queue.decide(verb, items));
const undo = (times = 1) =>
  act(async () => {
    for (let i = 0; i < times; i++) queue.undo(() => {});
  });
const shown = () => queue.items.map(({ id }) => id).join('');
const message = () => document.querySelector('section')?.textContent ?? '';
const button = () => document.querySelector('button');

test('with a pointer alone one decision after the other is taken back', async () => {
  await decide('hide', a);
  await decide('approve', b);
  await act(async () => button()!.click());
  expect([shown(), message()]).toEqual(['bcd', 'Taken back: Approved.Undo the one beforeCtrl Z']);
  await act(async () => button()!.click());
  expect([shown(), message()]).toEqual(['abcd', 'Taken back: Hidden.']);
  expect(button()).toBeNull();
});

test.each([
  ['the server is silent', 0],
  ['it is busy', 503],
])(
  'while %s the last decision stays the one that is taken back next, and its message stands',
  async (_, status) => {
    await decide('hide', a);
    await decide('approve', b);
    server.refuses.set('b', status);
    await undo(2);
    expect([shown(), message(), server.asked]).toEqual(['cd', 'Approved.UndoCtrl Z', ['b', 'b']]);
    expect(queue.error?.status).toBe(status);
    server.refuses.clear();
    await undo(2);
    expect([shown(), server.asked]).toEqual(['abcd', ['b', 'b', 'b', 'a']]);
  },
);

test('what cannot be taken back any more makes way for the decision before it', async () => {
  await decide('hide', a);
  await decide('approve', b);
  server.refuses.set('b', 409);
  await undo();
  expect([shown(), message(), queue.error?.status]).toEqual(['bcd', 'Hidden.UndoCtrl Z', 409]);
  await undo();
  expect([shown(), message()]).toEqual(['abcd', 'Taken back: Hidden.']);
});

test('no way back is left once the message is gone, also after a refusal', async () => {
  await decide('hide', a);
  server.refuses.set('a', 0);
  await undo();
  await act(async () => vi.advanceTimersByTime(1_000));
  expect([message(), queue.canUndo]).toEqual(['', false]);
  server.refuses.clear();
  await undo();
  // The list tells whether it was taken back: the answer may have been lost.
  expect([shown(), server.asked]).toEqual(['abcd', ['a']]);
});

test('what was taken back of many at once is not asked for again', async () => {
  await decide('approve', a, b, c);
  server.refuses.set('b', 0);
  await undo();
  expect([shown(), server.asked]).toEqual(['d', ['c', 'b']]);
  server.refuses.clear();
  await undo();
  expect([shown(), server.asked]).toEqual(['abcd', ['c', 'b', 'b', 'a']]);
});

test('what was taken back though the answer was lost is asked for again, and nothing else with it', async () => {
  await decide('hide', a);
  await decide('approve', b);
  server.loses.add('b');
  await undo();
  expect([shown(), message()]).toEqual(['cd', 'Approved.UndoCtrl Z']);
  await undo();
  expect([shown(), message(), server.asked]).toEqual(['bcd', 'Hidden.UndoCtrl Z', ['b', 'b']]);
  expect([...server.undone]).toEqual(['b']);
});

test('of many the rest is taken back, where the answer of one was lost', async () => {
  await decide('approve', a, b, c);
  server.loses.add('c');
  await undo(2);
  expect([shown(), server.asked]).toEqual(['abcd', ['c', 'c', 'b', 'a']]);
});

test('what something followed was not taken back, also when the rest is another time', async () => {
  await decide('approve', a, b, c);
  server.refuses.set('c', 409);
  server.refuses.set('b', 0);
  await undo();
  server.refuses.delete('b');
  await undo();
  expect([shown(), message(), queue.error?.status]).toEqual(['abcd', '', 409]);
  expect(server.asked).toEqual(['c', 'b', 'b', 'a']);
});

test('what is decided anew after that stays decided when the message is gone', async () => {
  await decide('hide', a);
  server.loses.add('a');
  await undo(2);
  expect(shown()).toBe('abcd');
  await decide('approve', a);
  await act(async () => vi.advanceTimersByTime(1_000));
  expect([shown(), message()]).toEqual(['bcd', '']);
});
