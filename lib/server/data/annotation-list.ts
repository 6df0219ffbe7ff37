import 'server-only';
import { createHash } from 'node:crypto';
import { may } from '@/lib/core/access/permissions';
import type { Input } from '@/lib/core/api/contracts';
import { RecentlyUsed } from '@/lib/server/recently-used';
import { threadsOf } from './annotation-json';
import { annotationShownTo, readsAlone } from './audience';
import { query } from './database';
import { essayFor } from './essay-scope';
import { essayChannel, nothingYet, userChannel } from './events';
import type { Viewer } from './viewer';

type Asked = Input<'GET /groups/{group}/essays/{essay}/annotations'>;

/** The wire form of a page, as PostgreSQL wrote it; empty when the caller has it already. */
export interface PageText {
  json: string;
  etag: string;
}

const alone = `(SELECT ${readsAlone('$5::uuid', { group: '$3::uuid', essay: '$4::uuid' })})`;

const page = `
  SELECT a.*, $5::uuid AS viewer, $10::boolean AS moderates FROM annotation a
  WHERE a.group_id = $3::uuid AND a.essay_id = $4::uuid
    AND ${annotationShownTo({ viewer: '$5::uuid', moderates: '$10::boolean', alone })}
    AND ($6::uuid IS NULL OR a.id > $6::uuid)
    AND ($7::uuid IS NULL OR a.author_id = $7::uuid)
    AND ($9::text IS NULL OR EXISTS (SELECT 1 FROM annotation_tag x JOIN tag ON tag.id = x.tag_id
      WHERE x.annotation_id = a.id AND tag.slug = $9::text))
  ORDER BY a.id LIMIT $8::int + 1`;

const cursors = `
  (SELECT epoch || '.' || seq FROM channel WHERE id = $1) AS essay,
  (SELECT epoch || '.' || seq FROM channel WHERE id = $2) AS mine, ${alone} AS alone`;

/** One row more than asked for is looked at, to know whether the page is the last. */
const sql = `
  SELECT ${cursors},
    coalesce(string_agg(json::text, ',' ORDER BY id) FILTER (WHERE place <= $8::int), '') AS items,
    CASE WHEN count(*) > $8::int THEN (max(id::text) FILTER (WHERE place = $8::int)) END AS next
  FROM (SELECT id, json, row_number() OVER (ORDER BY id) AS place FROM (${threadsOf(page)}) threads) numbered`;

/** Where the channels stand, `<epoch>.<seq>`; null where nothing happened yet. */
interface Cursors {
  essay: string | null;
  /** The viewer's own. */
  mine: string | null;
  /** They read the essay alone. */
  alone: boolean;
}

/** By channel and ETag, which names everything a page depends on; at most so many UTF-16 code units. */
const built = new RecentlyUsed<string>(12_000_000, (json) => json.length);

/**
 * One page of the annotations that the viewer may see, oldest first (ids are UUIDv7). The ETag is made of where the
 * essay's and the viewer's channels stand: an unchanged page costs one small query.
 */
export async function annotationPage(
  viewer: Viewer,
  { params, query: filter }: Pick<Asked, 'params' | 'query'>,
  known: string | null,
): Promise<PageText> {
  const { group, id } = await essayFor(viewer, params, 'annotation.read');
  const channels = [essayChannel(group.id, id), userChannel(viewer.user?.id ?? '')];
  const scope = [group.id, id, viewer.user?.id ?? null];
  const [now] = await query<Cursors>('cursors', `SELECT ${cursors}`, [...channels, ...scope]);
  const moderates = may('moderation.review', group);
  const asked = { filter, own: channels[1], moderates };
  const etag = etagOf(now!, asked);
  if (known === etag) return { json: '', etag };
  const kept = built.get(channels[0] + etag);
  if (kept) return { json: kept, etag };
  return build(channels, scope, asked);
}

async function build(channels: string[], scope: (string | null)[], asked: PageAsked): Promise<PageText> {
  const { after = null, creator = null, tag = null, limit } = asked.filter;
  const values = [...channels, ...scope, after, creator, limit, tag, asked.moderates];
  const [row] = await query<Cursors & { items: string; next: string | null }>('annotation-page', sql, values);
  const { items, next, ...now } = row!;
  const cursor = now.essay ?? nothingYet;
  const json = `{"items":[${items}],"next":${JSON.stringify(next)},"cursor":"${cursor}"}`;
  const etag = etagOf(now, asked);
  built.set(channels[0] + etag, json);
  return { json, etag };
}

interface PageAsked {
  filter: Asked['query'];
  /** The viewer's own channel. */
  own: string | undefined;
  moderates: boolean;
}

/**
 * A viewer whose own channel never moved has nothing private or held and, unless they read alone, shares the page with all
 * others like it, those who moderate apart; every other has pages of their own, even where two channels happen to stand alike. The hash is whole: nobody must find a filter
 * whose page passes for another's.
 */
function etagOf({ essay, mine, alone }: Cursors, { filter, own, moderates }: PageAsked): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([filter, (mine || alone) && own, alone, moderates]))
    .digest('base64url');
  return `"${essay ?? nothingYet}-${mine ?? ''}-${hash}"`;
}
