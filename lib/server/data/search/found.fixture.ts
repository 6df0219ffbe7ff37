import type { SearchHit, SearchPage } from '@/lib/core/api/search';
import { db } from '@/lib/server/data/database';
import type { Viewer } from '@/lib/server/data/viewer';
import { search } from './search';

/** A page of what somebody finds. */
export const find = (viewer: Viewer, q: string, more: object = {}): Promise<SearchPage> =>
  search(viewer, { q, sort: 'best', limit: 20, ...more } as Parameters<typeof search>[1]);

export const textOf = ({ snippet }: SearchHit): string => snippet.parts.map(({ text }) => text).join('');

/** The words that are shown as found. */
export const lit = ({ snippet }: SearchHit): string[] =>
  snippet.parts.filter((part) => part.isFound).map(({ text }) => text);

/** So many rows at once: on a busy machine more would take longer than a statement may. */
const atOnce = 250;

/** 1 to `count` in such stretches, one after the other. */
export async function inStretches(count: number, write: (first: number, last: number) => Promise<unknown>) {
  for (let done = 0; done < count; done += atOnce) await write(done + 1, Math.min(done + atOnce, count));
}

/** The annotation so many times more, each so many seconds after the one before. */
export const copies = (id: string, times: number, seconds = 1): Promise<void> =>
  inStretches(
    times,
    (first, last) => db().$executeRaw`
  WITH made AS (
    INSERT INTO annotation SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(),
      'created_at', a.created_at + n * ${seconds}::int * interval '1 second'))).*
    FROM annotation a, generate_series(${first}::int, ${last}::int) n WHERE a.id = ${id}::uuid RETURNING id)
  INSERT INTO target SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'annotation_id', made.id))).*
  FROM target t, made WHERE t.annotation_id = ${id}::uuid`,
  );
