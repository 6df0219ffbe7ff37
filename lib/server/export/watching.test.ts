import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noteProgress } from '@/lib/server/data/export/prepare-export';
import { Hopeless, TakenOver } from '@/lib/server/data/jobs';
import { watching } from './watching';

vi.mock('@/lib/server/data/export/prepare-export', () => ({ noteProgress: vi.fn(async () => {}) }));

const note = vi.mocked(noteProgress);
const away = new Error('The database is away.');

beforeEach(() => {
  vi.useFakeTimers();
  note.mockReset().mockResolvedValue();
});
afterEach(() => vi.useRealTimers());

async function begun() {
  const watched = watching({ id: 'x', beat: async () => {} }, async () => {});
  await watched.watch.begun({ head: { counts: { annotations: 3 } } } as never);
  return watched;
}

test('a note that fails does no harm, as long as another goes well in time', async () => {
  const { watch, end } = await begun();
  for (let times = 0; times < 3; times++) {
    note.mockRejectedValue(away);
    await vi.advanceTimersByTimeAsync(40_000);
    watch.annotation();
    note.mockResolvedValue();
    await vi.advanceTimersByTimeAsync(1_000);
  }
  watch.annotation();
  note.mockRejectedValue(away);
  await vi.advanceTimersByTimeAsync(50_000);
  expect(() => watch.annotation()).toThrow(away);
  await end();
});

test('where another has taken it over it ends at once', async () => {
  const { watch, end } = await begun();
  note.mockRejectedValueOnce(new TakenOver());
  await vi.advanceTimersByTimeAsync(1_000);
  expect(() => watch.annotation()).toThrow(TakenOver);
  await end();
});

test('no second note is under way', async () => {
  const { watch, end } = await begun();
  let answer = () => {};
  note.mockReturnValue(
    new Promise<void>((resolve) => {
      answer = resolve;
    }),
  );
  await vi.advanceTimersByTimeAsync(10_000);
  expect(note).toHaveBeenCalledTimes(2);
  watch.annotation();
  answer();
  await end();
});

test('what takes longer than an hour is not tried again', async () => {
  const { watch, end } = await begun();
  await vi.advanceTimersByTimeAsync(3_599_000);
  watch.annotation();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(() => watch.annotation()).toThrow(Hopeless);
  await end();
});
