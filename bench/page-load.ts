import { gzipSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { screen } from './browser';

/** How a page came up. Times in milliseconds. */
export interface PageLoad {
  largestPaint: number;
  /** What tasks of more than 50 ms took beyond that. */
  blocking: number;
  shift: number;
}

declare global {
  interface Window {
    seen: PageLoad;
  }
}

/** Somebody with these cookies opens a page and does nothing for a while. */
export async function visit<T>(
  browser: Browser,
  { url, cookie = '' }: { url: string; cookie?: string | undefined },
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: screen });
  const [name, value] = cookie.split('=');
  if (name && value) await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  try {
    return await look(page);
  } finally {
    await context.close();
  }
}

const quiet = 1_500;

export async function pageLoad(page: Page, url: string): Promise<PageLoad> {
  await page.addInitScript(() => {
    window.seen = { largestPaint: 0, blocking: 0, shift: 0 };
    // Written out: a function with a name would call what the compiler keeps names with, which the page lacks.
    new PerformanceObserver((list) => {
      window.seen.largestPaint = list.getEntries().at(-1)!.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.seen.blocking += duration - 50;
    }).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        window.seen.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(quiet);
  return page.evaluate(() => window.seen);
}

/** The JavaScript that a page loads by itself, compressed one file at a time. */
export async function scriptsOf(page: Page, url: string): Promise<{ bytes: number; sources: string[] }> {
  const found: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') found.push(response.text());
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(2 * quiet);
  const sources = await Promise.all(found);
  return { sources, bytes: sources.reduce((sum, source) => sum + gzipSync(source).length, 0) };
}
