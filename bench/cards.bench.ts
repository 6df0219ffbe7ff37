// How long people wait for the cards of a group in which much happened, against routes of Next that only read the rows.

import { listCards } from '@/lib/server/data/cards/list-cards';
import { similarCards } from '@/lib/server/data/cards/similar-cards';
import { closeDatabase } from '@/lib/server/data/database';
import { askedQueries, planCost } from './asked-queries';
import { openBrowser } from './browser';
import { crowdedGroup } from './crowded-group';
import { startFloorApp } from './floor-app';
import { generatedEssay } from './generated-essay';
import { visit } from './page-load';
import { database } from './reading-club';
import { byTurns, reportOf } from './report';

const rounds = 15;
const report = reportOf('cards');
const essay = generatedEssay(6_000);
const floor = await startFloorApp(essay);
const club = await crowdedGroup(essay);
const { id: user, headers } = club.members[7]!;
const asMember = (url: string, path = '') => timed(`${url}${path}`, headers);
const bare = (path: string) => timed(`${floor.url}/${path}group=${club.group}`);
let turn = 0;

try {
  await board();
  await ranking();
  await similar();
  await pictures();
  await queries();
} finally {
  await floor.stop();
  await closeDatabase();
  await database.end();
}

/** Milliseconds until all of an answer is there. */
async function timed(url: string, headers: Record<string, string> = {}): Promise<number> {
  const begun = performance.now();
  const response = await fetch(url, { headers });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return performance.now() - begun;
}

async function board(): Promise<void> {
  const contenders = {
    page: () => asMember(club.board),
    barePage: () => bare('cards?limit=500&'),
    list: () => asMember(club.cards, '?sort=priority'),
    bareList: () => bare('api/cards?limit=200&'),
  };
  await byTurns(3, contenders); // warms them up
  const times = await byTurns(rounds, contenders);
  report({
    what: 'The board, 500 of 2,000 cards',
    unit: 'ms',
    ours: times.page,
    goal: { most: 150, itself: true },
    against: { name: 'the rows in a list', figures: times.barePage },
  });
  report({
    what: 'The list in the API, 200 of them',
    unit: 'ms',
    ours: times.list,
    goal: { most: 150, itself: true },
    against: { name: 'json_agg', figures: times.bareList },
  });
}

/** Somebody answers before each look, so that no ranking is kept. */
async function ranking(): Promise<void> {
  const answer = async () => {
    const { rows } = await database.query<{ id: string }>(
      `SELECT id FROM card WHERE group_id = $1 AND status = 'canonical' ORDER BY number OFFSET $2 LIMIT 1`,
      [club.group, turn++],
    );
    const body = JSON.stringify({ credence: turn % 100, reason: '', wouldChangeMind: '' });
    const response = await fetch(`${club.cards}/${rows[0]!.id}/positions`, { method: 'POST', headers, body });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  };
  const times = await byTurns(rounds, {
    ours: async () => {
      await answer();
      return asMember(club.cards, '?sort=priority&limit=20');
    },
    floor: () => bare('api/positions?'),
  });
  report({
    what: 'All ranked anew after an answer',
    unit: 'ms',
    ours: times.ours,
    goal: { most: 300, itself: true },
    against: { name: 'the rows it is made of', figures: times.floor },
  });
}

async function similar(): Promise<void> {
  const next = () => {
    turn++;
    const statement = encodeURIComponent(club.statements[(turn * 131) % club.statements.length]!);
    return {
      statement,
      path: `?statement=${statement}&annotation=${club.passages[turn % club.passages.length]}`,
    };
  };
  const contenders = {
    ours: () => asMember(`${club.cards}/similar`, next().path),
    floor: () => bare(`api/similar?statement=${next().statement}&`),
  };
  await byTurns(3, contenders);
  const times = await byTurns(2 * rounds, contenders);
  report({
    what: 'Similar cards',
    unit: 'ms',
    ours: times.ours,
    goal: { most: 30, itself: true },
    against: { name: 'by letters alone', figures: times.floor },
  });
}

/** From asked for to drawn, in a browser that has loaded such pages before. */
async function pictures(): Promise<void> {
  const browser = await openBrowser();
  const drawn = (view: string, mark: string) => {
    const url = `${club.board}?view=${view}`;
    return visit(browser, { url, cookie: headers.cookie }, async (page) => {
      await page.goto(url);
      await page.locator(mark).first().waitFor();
      await page.reload({ waitUntil: 'commit' });
      // Asked in every frame: a locator asks twice a second after a while, and would be that much late.
      const seen = await page.waitForFunction(
        (sought) => document.querySelector(sought)?.checkVisibility() && performance.now(),
        mark,
      );
      return Number(await seen.jsonValue());
    });
  };
  const floor = () => drawn('ranking', 'main table');
  const wait = (what: string, times: { ours: number[]; floor: number[] }) =>
    report({
      what,
      unit: 'ms',
      ours: times.ours,
      goal: { most: 1_000, itself: true },
      against: { name: 'a table', figures: times.floor },
    });
  try {
    const map = () => drawn('map', 'svg a[data-card]');
    wait('The map of 300 cards, until it is drawn', await byTurns(5, { ours: map, floor }));
    const heatMap = () => drawn('heat-map', 'main svg');
    wait('The heat map of 60 cards × 200 people', await byTurns(5, { ours: heatMap, floor }));
  } finally {
    await browser.close();
  }
}

/** The same work within this process, where its queries can be counted and their plans be asked for. */
async function queries(): Promise<void> {
  const viewer = { user: { id: user, name: '', isAdmin: false }, scope: 'write', session: null } as const;
  const list = (limit: number) => () => listCards(viewer, club.group, { sort: 'priority', limit, offset: 0 });
  const [anew, few, many] = [
    await askedQueries(list(50)),
    await askedQueries(list(50)),
    await askedQueries(list(500)),
  ];
  report({ what: 'Queries of a list of 50, all ranked anew', unit: '', ours: [anew.length] });
  const against = { name: 'of 50', figures: [few.length] };
  report({ what: 'Queries of a list of 500', unit: '', ours: [many.length], against, goal: { most: 1 } });
  const place = { statement: club.statements[0]!, annotation: club.passages[0] };
  const alike = await askedQueries(() => similarCards(viewer, club.group, place));
  report({ what: 'Queries for similar cards', unit: '', ours: [alike.length] });
  const unlike = new Map([...anew, ...alike].map((one) => [one.name, one]));
  for (const [name, query] of unlike)
    report({ what: `Cost of the plan of “${name}”`, unit: '', ours: [await planCost(database, query)] });
}
