// How fast annotations are written, listed and delivered, against routes of Next that do nothing else.
import { startFloorApp } from './floor-app';
import { generatedEssay } from './generated-essay';
import { listenAll } from './listeners';
import { answersPerSecond } from './load';
import { annotate, database, drafts, type ReadingClub, readingClub } from './reading-club';
import { byTurns, median, reportOf } from './report';

const rounds = 5;
const report = reportOf('server');
const essay = generatedEssay(6_000);
const floor = await startFloorApp(essay);
await database.query(`
  CREATE SCHEMA IF NOT EXISTS floor;
  CREATE TABLE IF NOT EXISTS floor.annotation (
    id uuid PRIMARY KEY, group_id uuid NOT NULL, author_id uuid NOT NULL, body jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now());
  CREATE INDEX IF NOT EXISTS floor_group ON floor.annotation (group_id, created_at);
  CREATE INDEX IF NOT EXISTS floor_author ON floor.annotation (author_id);
  TRUNCATE floor.annotation`);
try {
  await create();
  await list();
  await deliver(200, { messages: 20, most: 1.3 });
  await deliver(1_000, { messages: 10 });
} finally {
  await floor.stop();
  await database.end();
}

function floorBodies({ group, essay: id, version, members }: ReadingClub, count: number): string[] {
  const place = { group, essay: id, version, author: members[0]!.id };
  return drafts(essay, count).map((body) => JSON.stringify({ ...place, body: JSON.parse(body) as object }));
}

/** With somebody listening on either side, so that what is written is also delivered. */
async function create(): Promise<void> {
  const [club, other] = [await readingClub(1, essay), await readingClub(1, essay)];
  const { headers } = club.members[0]!;
  const [amount, bodies] = [800, floorBodies(other, 50)];
  const listeners = [await listenToClub(club), await listenAll(`${floor.url}/api/events`, [{}])];
  const insert = (route: string) => () =>
    answersPerSecond({ url: `${floor.url}/api/${route}`, method: 'POST', bodies, amount });
  const contenders = {
    ours: () =>
      answersPerSecond({ url: club.annotations, method: 'POST', headers, bodies: drafts(essay, 50), amount }),
    rows: insert('insert-rows'),
    row: insert('insert'),
  };
  await byTurns(1, contenders); // warms them up
  const { ours, rows, row } = await byTurns(rounds, contenders);
  for (const one of listeners) one.close();
  report({
    what: 'Annotations created, 16 clients',
    unit: '/s',
    ours,
    goal: { least: 0.7 },
    against: { name: 'same rows + notify', figures: rows },
  });
  const against = { name: 'one row + notify', figures: row };
  report({ what: 'the same, against an insert of a single row', unit: '/s', ours, against });
  const kept = await database.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM annotation WHERE group_id = $1',
    [club.group],
  );
  const lost = amount * (rounds + 1) - kept.rows[0]!.count;
  report({ what: 'Annotations lost', unit: '', ours: [lost], goal: { most: 0 } });
}

async function list(): Promise<void> {
  const club = await readingClub(1, essay);
  await annotate(club, essay, 1_000);
  const { headers } = club.members[0]!;
  const url = `${club.annotations}?limit=1000`;
  const etag = (await fetch(url, { headers })).headers.get('etag')!;
  // A place before the first annotation that was never asked for: no list is kept for it.
  let asked = 0;
  const unseen = () => `${url}&after=00000000-0000-4000-8000-${String(++asked).padStart(12, '0')}`;
  const floorUrl = `${floor.url}/api/list?group=${club.group}&essay=${club.essay}`;
  const rates = await byTurns(rounds, {
    kept: () => answersPerSecond({ url, headers, amount: 300 }),
    built: () => answersPerSecond({ url: Array.from({ length: 160 }, unseen), headers, amount: 160 }),
    unchanged: () =>
      answersPerSecond({ url, headers: { ...headers, 'if-none-match': etag }, amount: 800, status: 304 }),
    floor: () => answersPerSecond({ url: floorUrl, amount: 160 }),
  });
  const against = { name: 'json_agg', figures: rates.floor };
  report({ what: 'Lists of 1,000, 16 clients', unit: '/s', ours: rates.kept, against, goal: { least: 0.8 } });
  report({ what: 'the same, when each has to be built anew', unit: '/s', ours: rates.built, against });
  report({ what: 'the same, when the client has it (304)', unit: '/s', ours: rates.unchanged, against });
}

function listenToClub({ annotations, members }: ReadingClub) {
  const events = annotations.replace(/annotations$/, 'events');
  return listenAll(
    events,
    members.map(({ headers }) => headers),
  );
}

async function deliver(
  count: number,
  { messages, most }: { messages: number; most?: number },
): Promise<void> {
  const club = await readingClub(count, essay);
  const [ours, bare] = [
    await listenToClub(club),
    await listenAll(`${floor.url}/api/events`, Array<Record<string, string>>(count).fill({})),
  ];
  const send = (url: string, headers: Record<string, string>, bodies: string[]) => () =>
    fetch(url, { method: 'POST', headers, body: bodies.shift()! });
  const sendOurs = send(club.annotations, club.members[0]!.headers, drafts(essay, messages + 3));
  const sendBare = send(`${floor.url}/api/insert`, {}, floorBodies(club, messages + 3));
  for (let i = 0; i < 3; i++) await Promise.all([ours.delaysOf(sendOurs), bare.delaysOf(sendBare)]);
  let lost = 0;
  const times = await byTurns(messages, {
    ours: async () => {
      const delays = await ours.delaysOf(sendOurs);
      lost += delays.filter((delay) => delay === Number.POSITIVE_INFINITY).length;
      return median(delays);
    },
    floor: async () => median(await bare.delaysOf(sendBare)),
  });
  ours.close();
  bare.close();
  report({
    what: `Delivered to ${count.toLocaleString('en')} listeners, half of them after`,
    unit: 'ms',
    ours: times.ours,
    against: { name: 'bare path', figures: times.floor },
    ...(most && { goal: { most } }),
  });
  report({ what: 'Messages lost on the way', unit: '', ours: [lost], goal: { most: 0 } });
}
