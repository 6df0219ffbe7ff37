// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stream } from './stream';

class Source {
  static all: Source[] = [];
  isOpen = true;
  onopen = () => {};
  onerror = () => {};
  constructor(readonly address: string) {
    Source.all.push(this);
    setTimeout(() => this.isOpen && this.onopen());
  }
  close() {
    this.isOpen = false;
  }
}

class Channel {
  static all = new Set<Channel>();
  onmessage: (event: { data: unknown }) => void = () => {};
  constructor() {
    Channel.all.add(this);
  }
  postMessage(data: unknown) {
    for (const one of Channel.all) if (one !== this) one.onmessage({ data });
  }
  close() {
    Channel.all.delete(this);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Source);
  vi.stubGlobal('BroadcastChannel', Channel);
});
afterEach(() => {
  for (const line of lines.splice(0)) line.stop();
  Source.all = [];
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const lines: ReturnType<typeof stream>[] = [];
const open = (address = '/events') => {
  const line = stream({ address: () => address, listen() {}, opened() {}, broke() {} });
  lines.push(line);
  line.open();
  return line;
};
const listening = () => Source.all.filter(({ isOpen }) => isOpen).map(({ address }) => address);

test.each([
  ['one after the other', 3_000],
  ['at once', 0],
])(
  'of seven windows opened %s four keep their streams, and the others listen for a moment now and then',
  (_, between) => {
    for (let i = 0; i < 7; i++) {
      open();
      vi.advanceTimersByTime(between);
    }
    vi.advanceTimersByTime(3_000);
    expect(listening()).toHaveLength(4);
    const before = Source.all.length;
    vi.advanceTimersByTime(22_000);
    expect(Source.all.length - before).toBe(3);
    expect(listening().length).toBeGreaterThanOrEqual(4);
  },
);

test('a window takes the place of one that is closed', () => {
  const first = open('/first');
  vi.advanceTimersByTime(3_000);
  for (const address of ['/2', '/3', '/4', '/late']) open(address);
  vi.advanceTimersByTime(3_000);
  first.stop();
  vi.advanceTimersByTime(25_000);
  expect(listening().sort()).toEqual(['/2', '/3', '/4', '/late']);
});

test.each([
  ['broke', () => Source.all.at(-1)!.onerror()],
  ['rested while nobody looked', hideAndShow],
])('a stream that %s says when it comes again that it does', (_, end) => {
  const again: boolean[] = [];
  const line = stream({
    address: () => '/events',
    opened() {},
    broke() {},
    listen: (_source, isAgain) => again.push(isAgain),
  });
  lines.push(line);
  line.open();
  vi.advanceTimersByTime(3_000);
  end();
  vi.advanceTimersByTime(3_000);
  expect(again).toEqual([false, true]);
});

function hideAndShow() {
  const look = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  vi.advanceTimersByTime(2_000);
  look.mockRestore();
  document.dispatchEvent(new Event('visibilitychange'));
}

test('a broken stream comes back, and one that was stopped does not', () => {
  const line = open();
  Source.all[0]!.onerror();
  vi.advanceTimersByTime(1_000);
  expect(listening()).toHaveLength(1);
  line.stop();
  line.open();
  expect(listening()).toHaveLength(0);
});
