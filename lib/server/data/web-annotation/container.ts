import 'server-only';
import { createHash } from 'node:crypto';
import { may } from '@/lib/core/access/permissions';
import { notFound } from '@/lib/core/api/problem';
import { corpusIris } from '@/lib/core/corpus/corpus-iris';
import { type ContainerHead, itemsOfPage } from '@/lib/core/web-annotation/container-json';
import { config } from '@/lib/server/config';
import { annotationShownTo, type Eyes, replyShownTo } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import { cardsChannel, groupChannel, userChannel } from '@/lib/server/data/events';
import { type GroupScope, groupFor } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { wireTime } from '@/lib/server/data/wire-time';
import { type ItemPlace, itemsJson } from './items';

/** A group's layer as the viewer sees it: what is private to somebody is no part of it, not even for them. */
export interface Container {
  scope: GroupScope;
  head: ContainerHead;
  /** Another one whenever anything in it may have changed, or somebody else asks. */
  state: string;
}

const eyes: Eyes = { viewer: '$2::uuid', moderates: '$3::boolean' };

/** Essays that were taken off the list keep their annotations, and show them to nobody. */
const shown = `JOIN reading_list_entry l ON l.group_id = a.group_id AND l.essay_id = a.essay_id
  WHERE a.group_id = $1::uuid AND a.visibility = 'group' AND ${annotationShownTo(eyes)}`;

/** Annotations and replies alike, those made last at the end: a page that is full stays as it is until something goes. */
const items = `
  SELECT a.id, a.id AS thread, a.created_at, a.active_at AS active FROM annotation a ${shown}
  UNION ALL
  SELECT r.id, a.id, r.created_at, coalesce(r.edited_at, r.created_at) FROM reply r
  JOIN annotation a ON a.id = r.annotation_id ${shown} AND ${replyShownTo(eyes)}`;

const about = `
  SELECT g.name, ${wireTime('greatest(g.created_at, max(i.active))')} AS modified, count(i.id)::int AS total,
    (SELECT string_agg(c.id || c.epoch || c.seq, ' ' ORDER BY c.id) FROM channel c WHERE c.id = ANY($4::text[])
       OR c.id IN (SELECT 'essay:' || l.group_id || ':' || l.essay_id FROM reading_list_entry l WHERE l.group_id = $1::uuid)) AS channels
  FROM "group" g LEFT JOIN (${items}) i ON true WHERE g.id = $1::uuid GROUP BY g.id`;

interface About {
  name: string;
  modified: string;
  total: number;
  channels: string | null;
}

/** The container of a group, by its id or slug. */
export async function containerOf(viewer: Viewer, group: string): Promise<Container> {
  const scope = await groupFor(viewer, group, 'annotation.read');
  const user = viewer.user?.id ?? null;
  const channels = [groupChannel(scope.id), cardsChannel(scope.id), userChannel(user ?? '')];
  const [row] = await query<About>('wa-container', about, [...through(viewer, scope), channels]);
  if (!row) throw notFound();
  const { name: label, modified, total } = row;
  const iri = corpusIris({ site: config().APP_URL, group: scope }).container;
  const state = createHash('sha256')
    .update(JSON.stringify([row.channels, label, total, user, scope.role]))
    .digest('base64url');
  return { scope, head: { iri, label, total, modified }, state };
}

const through = (viewer: Viewer, scope: GroupScope) => [
  ...[scope.id, viewer.user?.id ?? null, may('moderation.review', scope)],
];

/** The items of a page, as texts of JSON: annotations, or their IRIs. Null where there is no such page. */
export async function containerItems(
  viewer: Viewer,
  { scope, head }: Container,
  { number, iris }: { number: number; iris: boolean },
): Promise<string[] | null> {
  const places = await query<ItemPlace>(
    'wa-page',
    `SELECT id, thread FROM (${items}) i ORDER BY created_at, id LIMIT $4::int OFFSET $5::bigint`,
    [...through(viewer, scope), itemsOfPage, number * itemsOfPage],
  );
  if (places.length === 0) return null;
  if (iris) return places.map(({ id }) => JSON.stringify(head.iri + id));
  const found = await itemsJson(viewer, { scope, generated: head.modified }, places);
  return found.map(({ json }) => json);
}
