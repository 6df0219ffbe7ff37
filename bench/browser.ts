import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import playwright from '@/playwright.config';

const { launchOptions } = playwright.use!;

/** As in the tests. `unlimited` draws frames as fast as it can, to measure work rather than waiting for the screen. */
export function openBrowser({ unlimited = false, flags = [] as string[] } = {}): Promise<Browser> {
  const fast = unlimited ? ['--disable-frame-rate-limit', '--disable-gpu-vsync'] : [];
  return chromium.launch({ ...launchOptions, args: [...(launchOptions?.args ?? []), ...fast, ...flags] });
}

export const screen = { width: 1440, height: 900 };

/** Asks how much processor time a page's main thread has taken since it began, in milliseconds. */
export async function workOf(page: Page): Promise<() => Promise<number>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
  };
}

/** When the first text of a page was painted, in milliseconds since it was asked for. */
export const firstContent = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          const [entry] = list.getEntriesByName('first-contentful-paint');
          if (entry) resolve(entry.startTime);
        });
        observer.observe({ type: 'paint', buffered: true });
      }),
  );

/** Scrolls through 120 frames; gives how many came late, more than 20 ms after the one before. */
export const lateFrames = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    let late = 0;
    let last = 0;
    for (let i = 0; i <= 120; i++) {
      const now: number = await new Promise(requestAnimationFrame);
      if (i > 0 && now - last > 20) late++;
      last = now;
      scrollBy(0, 60);
    }
    return late;
  });
