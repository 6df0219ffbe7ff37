// How heavy the reading page is, how fast it comes up and how fast it is served, against a bare page of Next.
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import lighthouse from 'lighthouse';
import { freePort } from '@/scripts/processes.mjs';
import { openBrowser } from './browser';
import { startFloorApp } from './floor-app';
import { generatedEssay } from './generated-essay';
import { answersPerSecond } from './load';
import { type PageLoad, pageLoad, scriptsOf, visit } from './page-load';
import { annotate, database, readingClub } from './reading-club';
import { byTurns, reportOf } from './report';

const rounds = 5;
const report = reportOf('page');
const essay = generatedEssay(6_000);
const floor = await startFloorApp(essay);
const club = await readingClub(1, essay);
await annotate(club, essay, 1_000);
const { headers } = club.members[0]!;
const ours = { url: club.page, cookie: headers.cookie };
const bare = { url: `${floor.url}/essay` };
const port = await freePort();
const browser = await openBrowser({ flags: [`--remote-debugging-port=${port}`] });
try {
  await weigh();
  await load();
  await serve();
  await audit();
} finally {
  await browser.close();
  await floor.stop();
  await database.end();
}

async function weigh(): Promise<void> {
  const [mine, empty] = [
    await visit(browser, ours, (page) => scriptsOf(page, ours.url)),
    await visit(browser, bare, (page) => scriptsOf(page, `${floor.url}/empty`)),
  ];
  const kilobytes = (bytes: number) => bytes / 1000;
  report({
    what: 'JavaScript before writing starts, gz',
    unit: 'kB',
    ours: [kilobytes(mine.bytes)],
    against: { name: 'empty page', figures: [kilobytes(empty.bytes)] },
    goal: { most: 1.2 },
  });
  const { outputFiles } = await build({
    entryPoints: ['bench/engine-page.ts'],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
  });
  const engine = gzipSync(outputFiles[0]!.contents).length;
  report({
    what: 'of it, the annotation engine',
    unit: 'kB',
    ours: [kilobytes(engine)],
    goal: { most: 6.6 },
  });
  const editors = mine.sources.filter((source) => source.includes('ProseMirror')).length;
  report({ what: 'Files with the editor in them', unit: '', ours: [editors], goal: { most: 0 } });
}

async function load(): Promise<void> {
  const loads: PageLoad[] = [];
  const largestPaint = (target: typeof ours | typeof bare) => async () => {
    const seen = await visit(browser, target, (page) => pageLoad(page, target.url));
    if (target === ours) loads.push(seen);
    return seen.largestPaint;
  };
  const paints = await byTurns(rounds, { ours: largestPaint(ours), floor: largestPaint(bare) });
  report({
    what: 'Largest paint, 1,000 annotations',
    unit: 'ms',
    ours: paints.ours,
    goal: { most: 1.3 },
    against: { name: 'bare essay', figures: paints.floor },
  });
  const blocking = loads.map((seen) => seen.blocking);
  report({ what: 'Blocking time', unit: 'ms', ours: blocking, goal: { most: 50 } });
  report({ what: 'Layout shift', unit: '', ours: loads.map(({ shift }) => shift), goal: { most: 0 } });
}

async function serve(): Promise<void> {
  const rates = await byTurns(rounds, {
    ours: () => answersPerSecond({ url: ours.url, headers: { cookie: ours.cookie! }, amount: 160 }),
    floor: () => answersPerSecond({ url: bare.url, amount: 160 }),
  });
  report({
    what: 'Pages served, 16 clients',
    unit: '/s',
    ours: rates.ours,
    goal: { least: 1 },
    against: { name: 'bare essay', figures: rates.floor },
  });
}

async function audit(): Promise<void> {
  const url = `${process.env.APP_URL}/g/sample/the-thank-you-jar`;
  const result = await lighthouse(url, {
    port,
    onlyCategories: ['performance', 'accessibility'],
    logLevel: 'silent',
  });
  for (const [id, least] of [
    ['performance', 95],
    ['accessibility', 100],
  ] as const) {
    const score = 100 * (result?.lhr.categories[id]?.score ?? 0);
    report({ what: `Lighthouse: ${id}, telephone`, unit: '', ours: [score], goal: { least } });
  }
}
