import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { query } from './database';
import { feed } from './event-feed';
import { essayChannel, userChannel } from './events';

/** A channel on which that much happened. */
async function longChannel(id: string, events: number): Promise<void> {
  await query('test-channel', 'INSERT INTO channel (id, seq) VALUES ($1, $2::int)', [id, events]);
  await query(
    'test-events',
    `INSERT INTO event (channel_id, seq, kind, change, entity_id)
     SELECT $1, n, 'annotation', 'created', gen_random_uuid() FROM generate_series(1, $2::int) n`,
    [id, events],
  );
}

test.each([
  ['an essay', 'feed-essay', essayChannel(v7(), v7())],
  ['a person', 'feed-user', userChannel(v7())],
])('the plan that asks for news of %s is kept, also after many', async (_, name, channel) => {
  await longChannel(channel, 20_000);
  await query('test-analyse', 'ANALYZE event', []);
  // One after the other, so on the same connection, which tries plans for the values at hand five times.
  for (let i = 0; i < 8; i++) await feed(channel, 19_999, [{ user: v7(), credential: v7() }]);
  const [kept] = await query<{ anew: number }>(
    'test-plans',
    'SELECT custom_plans::int AS anew FROM pg_prepared_statements WHERE name = $1',
    [name],
  );
  expect(kept?.anew).toBe(5);
});
