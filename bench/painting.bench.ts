// How fast highlights are drawn, changed, scrolled over and found, in a real browser.
import type { Browser, Page } from '@playwright/test';
import { firstContent, lateFrames, openBrowser, screen, workOf } from './browser';
import { type PageName, type Size, servePages } from './painting-pages';
import type { Probe } from './painting-probe';
import { byTurns, type Comparison, type Goal, reportOf } from './report';

const rounds = 5;
const sizes: Size[] = [6_000, 60_000].flatMap((words) =>
  [100, 1_000, 10_000].map((annotations) => ({ words, annotations })),
);
/** Milliseconds of one frame of a screen. */
const frame = 1000 / 60;

const report = reportOf('painting');
const pages = await servePages(process.env.APP_URL!);
const [fast, steady] = [await openBrowser({ unlimited: true }), await openBrowser()];
for (const size of sizes) {
  await firstPaint(size);
  await changes(size);
  if (size.annotations > 100) await scrolling(size);
}
await Promise.all([fast.close(), steady.close()]);
pages.close();

async function load(browser: Browser, name: PageName, size: Size): Promise<Page> {
  const page = await (await browser.newContext({ viewport: screen })).newPage();
  await pages.open(page, name, size);
  return page;
}

async function open(browser: Browser, name: PageName, size: Size): Promise<Page> {
  const page = await load(browser, name, size);
  if (name === 'none')
    await page.evaluate(() => document.querySelector('#essay')!.setAttribute('data-whole', ''));
  else await pages.start(page, name);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  return page;
}

/** Reports a figure of one size. */
function tell({ words, annotations }: Size, { what, ...rest }: Comparison): void {
  const n = (figure: number) => figure.toLocaleString('en');
  report({ what: `${what}, ${n(words)} words × ${n(annotations)}`, ...rest });
}

/** The goal where it is set for this number of annotations. */
function goalAt(annotations: number, size: Size, goal: Goal): { goal?: Goal } {
  return size.annotations === annotations ? { goal } : {};
}

async function firstPaint(size: Size): Promise<void> {
  const timed = (name: PageName) => async () => {
    const page = await load(fast, name, size);
    const time = await firstContent(page);
    await page.context().close();
    return time;
  };
  const { none, ours } = await byTurns(rounds, { none: timed('none'), ours: timed('ours') });
  tell(size, {
    what: 'First text with its highlights',
    unit: 'ms',
    ours,
    against: { name: 'without', figures: none },
    ...goalAt(1_000, size, { most: 1.5 }),
  });
}

/** Pages stay open and take turns, so that a load is paid once. */
async function changes(size: Size): Promise<void> {
  const ours = await halfway(await open(fast, 'ours', size));
  const floor = await halfway(await open(fast, 'floor', size));
  // A peer's page of 60,000 words takes a quarter of a minute to draw 10,000.
  const peer =
    size.words === 6_000 && size.annotations === 10_000
      ? await halfway(await open(fast, 'peer', size))
      : null;
  const pick = (page: Page, method: keyof Probe) => () =>
    page.evaluate((name) => window.probe[name](), method) as Promise<number>;

  for (const [what, method] of [
    ['Add one', 'add'],
    ['Remove one', 'remove'],
  ] as const) {
    const undo = method === 'add' ? 'remove' : 'add';
    const timed = (page: Page) => async () => {
      if (method === 'remove') await pick(page, undo)();
      const time = await pick(page, method)();
      if (method === 'add') await pick(page, undo)();
      return time;
    };
    const contenders = { ours: timed(ours), floor: timed(floor), ...(peer && { peer: timed(peer) }) };
    const found: Partial<Record<PageName, number[]>> = await byTurns<string>(2 * rounds, contenders);
    const line = { what, unit: 'ms', ours: found.ours! };
    tell(size, {
      ...line,
      against: { name: 'bare', figures: found.floor! },
      ...goalAt(1_000, size, { most: 1.5 }),
    });
    if (found.peer)
      tell(size, { ...line, against: { name: 'Recogito', figures: found.peer }, goal: { most: 0.35 } });
  }
  const toggled = await byTurns(2 * rounds, { ours: pick(ours, 'toggle'), floor: pick(floor, 'toggle') });
  const inFrames = (times: number[]) => times.map((time) => time / frame);
  tell(size, {
    what: 'Show or hide a tag',
    unit: 'frames',
    ours: inFrames(toggled.ours),
    ...goalAt(10_000, size, { most: 2 }),
  });
  const { hit } = await byTurns(rounds, { hit: pick(ours, 'hit') });
  tell(size, { what: 'All annotations at a point', unit: 'µs', ours: hit, goal: { most: 60 } });
  for (const page of [ours, floor, peer]) await page?.context().close();
}

async function halfway(page: Page): Promise<Page> {
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  await page.waitForTimeout(200);
  return page;
}

async function scrolling(size: Size): Promise<void> {
  const [none, ours] = [await open(steady, 'none', size), await open(steady, 'ours', size)];
  const late: number[] = [];
  const perFrame = async (page: Page) => {
    const work = await workOf(page);
    return async () => {
      await page.evaluate(() => scrollTo(0, 0));
      await page.waitForTimeout(200);
      const before = await work();
      const count = await lateFrames(page);
      if (page === ours) late.push(count);
      return ((await work()) - before) / 120;
    };
  };
  const perMove = async (page: Page) => {
    const work = await workOf(page);
    return async () => {
      const before = await work();
      for (let i = 0; i < 60; i++) await page.mouse.move(450 + ((i * 41) % 500), 150 + ((i * 29) % 600));
      return ((await work()) - before) / 60;
    };
  };
  for (const [what, measure] of [
    ['Scroll, work a frame', perFrame],
    ['Move the pointer, work a move', perMove],
  ] as const) {
    const times = await byTurns(rounds, { none: await measure(none), ours: await measure(ours) });
    tell(size, {
      what,
      unit: 'ms',
      ours: times.ours,
      goal: { most: 1.5 },
      against: { name: 'without', figures: times.none },
    });
  }
  tell(size, { what: 'Late frames of 120 while scrolling', unit: '', ours: late, goal: { most: 0 } });
  for (const page of [none, ours]) await page.context().close();
}
