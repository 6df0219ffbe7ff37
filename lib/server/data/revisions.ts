import 'server-only';
import type { Output } from '@/lib/core/api/contracts';
import { notFound } from '@/lib/core/api/problem';
import { query } from './database';
import { readReply, replyRow } from './replies';
import { threadFor } from './thread';
import type { Viewer } from './viewer';
import { wireTime } from './wire-time';

type History = Output<'GET /annotations/{id}/history'>;

/** Earlier texts of an annotation, newest first, each with the time it was written. */
export async function annotationHistory(viewer: Viewer, id: string): Promise<History> {
  const { annotation } = await threadFor(viewer, id);
  return { items: await revisions('annotation_id', annotation) };
}

export async function replyHistory(viewer: Viewer, id: string): Promise<History> {
  const reply = await replyRow(id);
  if (reply.deleted) throw notFound();
  await readReply(viewer, reply);
  return { items: await revisions('reply_id', reply.id) };
}

async function revisions(subject: 'annotation_id' | 'reply_id', id: string): Promise<History['items']> {
  const [row] = await query<{ json: string }>(
    `revisions-${subject}`,
    `SELECT coalesce(json_agg(json_build_object('version', r.version, 'tags', r.tags, 'created',
         ${wireTime('r.created_at')},
         'comment', CASE WHEN r.comment IS NOT NULL
           THEN json_build_object('markdown', r.comment_markdown, 'document', r.comment) END,
         'editor', json_build_object('id', u.id, 'name', u.name)) ORDER BY r.version DESC), '[]')::text AS json
     FROM revision r JOIN "user" u ON u.id = r.editor_id WHERE r.${subject} = $1::uuid`,
    [id],
  );
  return JSON.parse(row!.json);
}
