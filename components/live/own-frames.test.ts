// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hearOwn, queueMoved } from './own-frames';

const told = vi.fn<(group: string | null) => void>();
const note = ({ detail }: Event & { detail?: string | null }) => told(detail ?? null);

beforeEach(() => addEventListener(queueMoved, note));
afterEach(() => {
  removeEventListener(queueMoved, note);
  told.mockClear();
});

function streamOpens(isAgain: boolean): EventTarget {
  const source = new EventTarget();
  hearOwn(source as EventSource, isAgain);
  source.dispatchEvent(new Event('open'));
  return source;
}

test('a queue that moves is told by its group', () => {
  const source = streamOpens(false);
  expect(told).not.toHaveBeenCalled();
  source.dispatchEvent(new MessageEvent('queue', { data: '{"group":"7"}' }));
  expect(told.mock.calls).toEqual([['7']]);
});

test('whoever comes back after a rest is told that any queue may have moved', () => {
  streamOpens(true);
  expect(told.mock.calls).toEqual([[null]]);
});
