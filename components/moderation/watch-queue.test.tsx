// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WatchQueue } from './watch-queue';

const router = vi.hoisted(() => ({ refresh: vi.fn() }));
vi.mock('next/navigation', () => ({ useRouter: () => router }));
vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

let root: Root;
beforeEach(() => {
  vi.useFakeTimers();
  root = createRoot(document.body.appendChild(document.createElement('main')));
});
afterEach(() => {
  act(() => root.unmount());
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('whoever comes back without a connection keeps the page, and sees the queue as it is once there is one', async () => {
  const isOnLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await act(async () => root.render(<WatchQueue group="club" />));
  dispatchEvent(new Event('focus'));
  vi.advanceTimersByTime(60_000);
  expect(router.refresh).not.toHaveBeenCalled();
  isOnLine.mockReturnValue(true);
  vi.advanceTimersByTime(10_000);
  expect(router.refresh).toHaveBeenCalledOnce();
});
