import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { feed, type Standing } from '@/lib/server/data/event-feed';
import { ChannelHub, type Follower } from './channel-hub';

vi.mock('@/lib/server/data/event-feed', () => ({ feed: vi.fn(), mostEvents: 100 }));

const nobody = new Set<string>();
const standing: Standing = {
  open: true,
  strangers: nobody,
  moderators: nobody,
  alone: nobody,
  ended: nobody,
};
/** Number of the last event that was written, and those that were left out. */
let written = 0;
const missing = new Set<number>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.mocked(feed).mockImplementation(async (_channel, since) => ({
    epoch: 'one',
    seq: written,
    events: Array.from({ length: Math.max(0, written - since) }, (_, i) => since + 1 + i)
      .filter((seq) => !missing.has(seq))
      .map((seq) => ({
        seq,
        kind: 'group',
        change: 'edited',
        entity: 'thing',
        threads: new Map(),
        actor: null,
        author: null,
        group: null,
        essay: null,
      })),
    standing,
  }));
  written = 0;
  missing.clear();
});
afterEach(() => void vi.useRealTimers());

/** Somebody who wants everything, and what they got. */
function listener() {
  const sent: string[] = [];
  const follower: Follower = {
    user: null,
    credential: null,
    moderates: false,
    alone: false,
    wants: () => true,
    send: (frame) => sent.push(new TextDecoder().decode(frame)),
  };
  return { sent, follower };
}

test('a number that is missing within a look has everybody fetch afresh, who follows and who comes back', async () => {
  const [here, back] = [listener(), listener()];
  const hub = new ChannelHub<Follower>('essay:a:b', () => {});
  await hub.join(here.follower, null);
  written = 4;
  missing.add(3);
  await hub.wake();
  await hub.join(back.follower, { epoch: 'one', seq: 1 });
  for (const { sent } of [here, back]) expect(sent).toEqual([expect.stringContaining('event: resync')]);
});

test('an event alone is told at once, those that follow at its heels by one look together', async () => {
  const { sent, follower } = listener();
  const hub = new ChannelHub<Follower>('essay:a:b', () => {});
  await hub.join(follower, null);
  const write = () => {
    written++;
    return hub.wake();
  };
  const looks = vi.mocked(feed).mock.calls.length;
  await write();
  const ids = () => sent.map((frame) => frame.split('\n')[0]);
  expect(ids()).toEqual(['id: one.1']);
  const burst = [write(), write()];
  await vi.advanceTimersByTimeAsync(5);
  burst.push(write());
  expect(sent).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(5);
  await Promise.all(burst);
  expect(ids()).toEqual(['id: one.1', 'id: one.2', 'id: one.3', 'id: one.4']);
  expect(vi.mocked(feed).mock.calls.length - looks).toBe(2);
});
