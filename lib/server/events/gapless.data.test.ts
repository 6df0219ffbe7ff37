import { describe, expect, test } from 'vitest';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db, query } from '@/lib/server/data/database';
import { essayChannel } from '@/lib/server/data/events';
import type { SignedIn } from '@/lib/server/data/person.fixture';
import { mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import type { Viewer } from '@/lib/server/data/viewer';
import { follow, until } from './stream-reader.fixture';

const room = await readingGroup();
const ann = await room.join('Ann', 'member');
const ben = await room.join('Ben', 'member');
const { cursorOf } = room;
const watch = (viewer: Viewer, cursor: string | null = null) => follow(viewer, room.place, cursor);
const annotate = (viewer: SignedIn, rest = {}) => createAnnotation(viewer, room.place, mark('fox', rest));

describe('nothing is lost', () => {
  const write = async (count: number) => {
    for (let index = 0; index < count; index++) await annotate(index % 2 ? ann : ben);
  };
  const endListening = () =>
    db().$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'cruxbook listener' AND datname = current_database()`;
  const gapless = (seqs: number[]) => seqs.every((seq, index) => index === 0 || seq === seqs[index - 1]! + 1);

  test('between sixteen writers and readers who come and go', async () => {
    const first = await cursorOf(ann);
    const begin = Number(first.split('.')[1]);
    const wanted = begin + 16 * 12;
    let finished = false;
    const wanderer = async (viewer: SignedIn) => {
      let cursor = first;
      const seen: number[] = [];
      while (seen.at(-1) !== wanted) {
        const stream = await follow(viewer, room.place, cursor);
        await new Promise((resolve) => setTimeout(resolve, finished ? 300 : 20 + Math.random() * 150));
        await stream.stop();
        seen.push(...stream.seqs());
        cursor = stream.frames.findLast(({ id }) => id)?.id ?? cursor;
      }
      return seen;
    };
    const readers = [ann, ben, ann, ben, ann, ben].map(wanderer);
    await Promise.all(Array.from({ length: 16 }, () => write(12)));
    finished = true;
    for (const seen of await Promise.all(readers)) {
      expect(seen[0]).toBe(begin + 1);
      expect(gapless(seen)).toBe(true);
    }
  }, 30_000);

  test('when the listening connection is killed again and again', async () => {
    const stream = await watch(ben, await cursorOf(ben));
    const killer = setInterval(() => void endListening(), 150);
    const begin = Number((await cursorOf(ben)).split('.')[1]);
    await Promise.all(Array.from({ length: 4 }, () => write(20)));
    clearInterval(killer);
    await until(() => stream.seqs().at(-1) === begin + 80, 4_000);
    expect(gapless(stream.seqs())).toBe(true);
    expect(stream.seqs()).toHaveLength(80);
  }, 30_000);

  test('when a notification does not arrive', async () => {
    const stream = await watch(ben);
    const channel = essayChannel(room.group, room.essay);
    await query(
      'silent',
      `WITH next AS (UPDATE channel SET seq = seq + 1 WHERE id = $1 RETURNING id, seq)
       INSERT INTO event (channel_id, seq, kind, change, entity_id)
       SELECT id, seq, 'annotation', 'edited', gen_random_uuid() FROM next`,
      [channel],
    );
    await until(() => stream.frames.length === 1, 4_500);
  });
});
