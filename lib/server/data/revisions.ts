import 'server-only';
import { may } from '@/lib/core/access/permissions';
import { shortQuote } from '@/lib/core/annotation/short-quote';
import type { Output } from '@/lib/core/api/contracts';
import { query } from './database';
import { isUnseenVersion } from './moderation/unseen-words';
import { replyIn, replyRow } from './replies';
import { type ThreadScope, threadFor } from './thread';
import { requireVersionText } from './version-text';
import type { Viewer } from './viewer';
import { wireTime } from './wire-time';

type History = Output<'GET /annotations/{id}/history'>;

/** How an annotation was before its edits, newest first, each with the time it was written. */
export async function annotationHistory(viewer: Viewer, id: string): Promise<History> {
  const scope = await threadFor(viewer, id);
  return revisions(viewer, scope, { column: 'annotation_id', id: scope.annotation, author: scope.author });
}

export async function replyHistory(viewer: Viewer, id: string): Promise<History> {
  const { annotation } = await replyRow(id);
  const scope = await threadFor(viewer, annotation);
  const reply = await replyIn(viewer, scope, id);
  return revisions(viewer, scope, { column: 'reply_id', ...reply });
}

interface Row {
  json: string;
  /** Of the text that it is all about. */
  version: number;
}

/** `place`: where an annotation was then, in UTF-16 code units. */
type Kept = Omit<History['items'][number], 'quote'> & { place: [start: number, end: number] | null };

interface Subject {
  column: 'annotation_id' | 'reply_id';
  id: string;
  author: string;
}

/** Words that no moderator let through stay with moderators and their author. */
async function revisions(
  viewer: Viewer,
  scope: ThreadScope,
  { column, id, author }: Subject,
): Promise<History> {
  const whole = author === viewer.user?.id || may('moderation.review', scope);
  const [row] = await query<Row>(
    `revisions-${column}`,
    `SELECT coalesce(json_agg(json_build_object('version', r.version, 'tags', coalesce(r.tags, '{}'), 'created',
         ${wireTime('r.created_at')},
         'comment', CASE WHEN r.comment IS NOT NULL
           THEN json_build_object('markdown', r.comment_markdown, 'document', r.comment) END,
         'place', CASE WHEN r.start IS NOT NULL THEN json_build_array(r.start, r."end") END,
         'editor', json_build_object('id', u.id, 'name', u.name)) ORDER BY r.version DESC), '[]')::text AS json,
       (SELECT v.number FROM target t JOIN essay_version v ON v.id = t.essay_version_id WHERE t.annotation_id = $3::uuid) AS version
     FROM revision r JOIN "user" u ON u.id = r.editor_id
     WHERE r.${column} = $1::uuid AND ($2::boolean OR NOT ${isUnseenVersion('$1::uuid', 'r.version')})`,
    [id, whole, scope.annotation],
  );
  const kept: Kept[] = JSON.parse(row!.json);
  const isPlaced = kept.some(({ place }) => place !== null);
  const text = isPlaced ? (await requireVersionText(scope.essay, row!.version)).text : '';
  return {
    items: kept.map(({ place, ...rest }) => ({ ...rest, quote: place && shortQuote(text.slice(...place)) })),
  };
}
