// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { show } from '@/components/page.fixture';
import { WatchQueue } from './watch-queue';

const router = vi.hoisted(() => ({ refresh: vi.fn() }));
vi.mock('next/navigation', () => ({ useRouter: () => router }));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('whoever comes back without a connection keeps the page, and sees the queue as it is once there is one', async () => {
  const isOnLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await show(<WatchQueue group="club" />);
  dispatchEvent(new Event('focus'));
  vi.advanceTimersByTime(60_000);
  expect(router.refresh).not.toHaveBeenCalled();
  isOnLine.mockReturnValue(true);
  vi.advanceTimersByTime(10_000);
  expect(router.refresh).toHaveBeenCalledOnce();
});
