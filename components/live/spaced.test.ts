import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { spaced } from './spaced';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const soon = () => {
  const work = vi.fn();
  return { work, ...spaced(work, () => 1) };
};

test('what is asked for once runs within 400 ms', () => {
  const { work, run } = soon();
  run();
  vi.advanceTimersByTime(400);
  expect(work).toHaveBeenCalledTimes(1);
});

test('what is asked for all the time runs every three seconds, and once more at the end', () => {
  const { work, run } = soon();
  for (let passed = 0; passed < 9_000; passed += 100) {
    run();
    vi.advanceTimersByTime(100);
  }
  expect(work).toHaveBeenCalledTimes(3);
  vi.advanceTimersByTime(3_000);
  expect(work).toHaveBeenCalledTimes(4);
});

test('nothing runs after it was cancelled', () => {
  const { work, run, cancel } = soon();
  run();
  cancel();
  vi.advanceTimersByTime(10_000);
  expect(work).not.toHaveBeenCalled();
});
