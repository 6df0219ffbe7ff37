import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { everyMinute } from './every-minute';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('one timer calls everybody each minute and ends with the last of them', () => {
  const first = vi.fn();
  const second = vi.fn();
  const stopFirst = everyMinute(first);
  const stopSecond = everyMinute(second);
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(60_000);
  stopFirst();
  vi.advanceTimersByTime(60_000);
  expect(first).toHaveBeenCalledTimes(1);
  expect(second).toHaveBeenCalledTimes(2);
  stopSecond();
  expect(vi.getTimerCount()).toBe(0);
});
