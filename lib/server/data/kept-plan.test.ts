import { v7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { createAnnotation } from './create-annotation';
import { query } from './database';
import { feed } from './event-feed';
import { essayChannel, userChannel } from './events';
import { keptPlan } from './kept-plan';
import { waitingCount } from './moderation/queue';
import { mark, readingGroup } from './reading-group.fixture';
import { readingBody, readingHead } from './reading-page';

// Plans are kept by connection.
process.env.PG_POOL = '1';

const watchers = [{ user: v7(), credential: v7() }];
const news = (channel: string) => () => feed(channel, 19_999, watchers);
const [essay, user] = [essayChannel(v7(), v7()), userChannel(v7())];
let room: Awaited<ReturnType<typeof readingGroup>>;
let ann: Awaited<ReturnType<typeof room.join>>;

beforeAll(async () => {
  room = await readingGroup();
  ann = await room.join('Ann', 'owner');
  // Others have much where this group has little, which a plan for its values would make use of.
  const crowd = await readingGroup();
  const ben = await crowd.join('Ben', 'member');
  for (const { place, author, count } of [
    { place: room.place, author: ann, count: 1 },
    { place: crowd.place, author: ben, count: 100 },
  ])
    for (let i = 0; i < count; i++) await createAnnotation(author, place, mark('jumps'));
  await query('test-patience', 'SET statement_timeout = 60000', []); // a busy machine is no failure
  for (const channel of [essay, user]) {
    await query('test-channel', 'INSERT INTO channel (id, seq) VALUES ($1, 20000)', [channel]);
    await query(
      'test-events',
      `INSERT INTO event (channel_id, seq, kind, change, entity_id)
       SELECT $1, n, 'annotation', 'created', gen_random_uuid() FROM generate_series(1, 20000) n`,
      [channel],
    );
  }
  await query('test-analyse', 'ANALYZE', []);
  // Planning seems to cost nothing, so that any plan is tried anew which looks the least bit better with its values.
  await query('test-cost', 'SET cpu_operator_cost = 1e-9', []);
});

test.each<[string, () => Promise<unknown>]>([
  ['feed-essay', news(essay)],
  ['feed-user', news(user)],
  ['moderation-queue', () => waitingCount(ann, room.group)],
  ['reading-highlights', async () => readingBody(ann, await readingHead(ann, room.group, room.essay))],
])('%s is not planned at each call', async (name, ask) => {
  // Plans for the values at hand are always tried five times.
  for (let i = 0; i < 8; i++) await ask();
  const plans = await query(
    'test-plans',
    'SELECT custom_plans::int AS tried, generic_plans::int AS kept FROM pg_prepared_statements WHERE name = $1',
    [name],
  );
  expect(plans).toEqual([{ tried: 5, kept: 3 }]);
});

test('an array stays an array for ANY, and a value keeps its type', () => {
  expect(
    keptPlan('a = $1 AND b = $12::uuid AND c = ANY($3::uuid[]) AND d IN (SELECT unnest($3::text[]))'),
  ).toBe(
    'a = (SELECT $1) AND b = (SELECT $12::uuid) AND c = ANY((SELECT $3::uuid[])::uuid[])' +
      ' AND d IN (SELECT unnest((SELECT $3::text[])::text[]))',
  );
});
