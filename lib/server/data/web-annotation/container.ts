import 'server-only';
import { corpusIris } from '@/lib/core/corpus/corpus-iris';
import { type ContainerHead, itemsOfPage } from '@/lib/core/web-annotation/container-json';
import { config } from '@/lib/server/config';
import { annotationShownTo, type Eyes, replyShownTo } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import { type GroupScope, groupFor } from '@/lib/server/data/group-scope';
import { type LayerState, layerState } from '@/lib/server/data/layer-state';
import type { Viewer } from '@/lib/server/data/viewer';
import { wireTime } from '@/lib/server/data/wire-time';
import { RecentlyUsed } from '@/lib/server/recently-used';
import { type ItemPlace, itemsJson } from './items';

/** A group's layer as the viewer sees it: what is private to somebody is no part of it, not even for them. */
export interface Container {
  scope: GroupScope;
  iri: string;
  state: LayerState;
}

/** What is in it, as far as its pages have to know. */
export interface Contents extends Pick<ContainerHead, 'total' | 'modified'> {
  /** Time and id of the first item of each page: with these a page is read without the others. */
  starts: [created: string, id: string][];
}

/** The container of a group, by its id or slug. */
export async function containerOf(viewer: Viewer, group: string): Promise<Container> {
  const scope = await groupFor(viewer, group, 'annotation.read');
  const { container: iri } = corpusIris({ site: config().APP_URL, group: scope });
  return { scope, iri, state: await layerState(viewer, scope) };
}

const eyes: Eyes = { viewer: '$2::uuid', moderates: '$3::boolean' };
const through = ({ scope, state }: Container) => [scope.id, state.viewer, state.moderates];

/**
 * Annotations and replies alike, those made last at the end: a page that is full stays as it is until something goes.
 * `search_entry` has them all by group and time. Essays that were taken off the list keep theirs, and show them to nobody.
 */
const items = `
  FROM search_entry e JOIN annotation a ON a.id = e.thread_id
  JOIN reading_list_entry l ON l.group_id = a.group_id AND l.essay_id = a.essay_id
  LEFT JOIN reply r ON e.kind = 'reply' AND r.id = e.id
  WHERE e.group_id = $1::uuid AND a.visibility = 'group' AND ${annotationShownTo(eyes)}
    AND (e.kind = 'annotation' OR ${replyShownTo(eyes)})`;

const contentsSql = `
  SELECT ${wireTime(`greatest(max(active), (SELECT created_at FROM "group" WHERE id = $1::uuid))`)} AS modified,
    count(*)::int AS total, coalesce(json_agg(json_build_array(${wireTime('created_at')}, id) ORDER BY place)
      FILTER (WHERE place % ${itemsOfPage} = 1), '[]') AS starts
  FROM (SELECT e.id, e.created_at, row_number() OVER (ORDER BY e.created_at, e.id) AS place,
    CASE WHEN e.kind = 'reply' THEN coalesce(r.edited_at, r.created_at) ELSE a.active_at END AS active ${items}) item`;

/** By state; so many beginnings of pages in all. */
const kept = new RecentlyUsed<Contents>(50_000, ({ starts }) => starts.length + 1);
/** Being read, by the same key. */
const begun = new Map<string, Promise<Contents>>();

/** Goes through all of it, but once for each state: whoever comes again and again costs no more than a page. */
export async function contentsOf(_viewer: Viewer, container: Container): Promise<Contents> {
  const { key } = container.state;
  const known = kept.get(key);
  if (known) return known;
  const reading = begun.get(key) ?? readContents(container).finally(() => begun.delete(key));
  begun.set(key, reading);
  const contents = await reading;
  kept.set(key, contents);
  return contents;
}

async function readContents(container: Container): Promise<Contents> {
  const [contents] = await query<Contents>('wa-contents', contentsSql, through(container));
  return contents!;
}

/** Bounded by time, too, which the index has. */
const pageSql = `
  SELECT e.id, e.thread_id AS thread ${items}
    AND e.created_at >= $4::timestamptz AND (e.created_at, e.id) >= ($4::timestamptz, $5::uuid)
  ORDER BY e.created_at, e.id LIMIT ${itemsOfPage}`;

/** The items of a page, as texts of JSON: annotations, or their IRIs. Null where there is no such page. */
export async function containerItems(
  viewer: Viewer,
  container: Container,
  { number, iris }: { number: number; iris: boolean },
): Promise<string[] | null> {
  const { starts } = await contentsOf(viewer, container);
  const start = starts[number];
  if (!start) return null;
  const places = await query<ItemPlace>('wa-page', pageSql, [...through(container), ...start]);
  if (iris) return places.map(({ id }) => JSON.stringify(container.iri + id));
  const found = await itemsJson(viewer, container.scope, places);
  return found.map(({ json }) => json);
}
