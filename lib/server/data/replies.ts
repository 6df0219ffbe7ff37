import 'server-only';
import { v7 } from 'uuid';
import { may } from '@/lib/core/access/permissions';
import type { CommentDraft, Reply, ReplyDraft } from '@/lib/core/annotation/annotation';
import { changedMeanwhile, conflict, invalid, notFound } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { heldAfterEdit } from './change-annotation';
import { wordsFrom } from './comment-draft';
import { query } from './database';
import { notify } from './inbox/notify';
import { waitsForLook } from './moderation/first-look';
import { enterRemoval, undoRemoval } from './moderation/removal';
import { changeThread, demandOn, readThread, type ThreadScope, touch } from './thread';
import type { Viewer } from './viewer';

interface ReplyRow {
  id: string;
  annotation: string;
  parent: string | null;
  author: string;
  version: number;
  markdown: string;
  deleted: boolean;
  deletedBy: string | null;
  held: 'pending' | 'hidden' | null;
}

async function rowOf(id: string): Promise<ReplyRow | null> {
  const [row] = await query<ReplyRow>(
    'reply',
    `SELECT id, annotation_id AS annotation, parent_id AS parent, author_id AS author, version,
       comment_markdown AS markdown, deleted_at IS NOT NULL AS deleted, deleted_by_id AS "deletedBy", held
     FROM reply WHERE id = $1::uuid`,
    [isId(id) ? id : null],
  );
  return row ?? null;
}

/** The reply, deleted or not. Whether the viewer may see its thread is checked by whoever opens the thread. */
export async function replyRow(id: string): Promise<ReplyRow> {
  const row = await rowOf(id);
  if (!row) throw notFound();
  return row;
}

/** A reply of the thread that the viewer may see; what is deleted, or held from them, is not found. */
export async function replyIn(viewer: Viewer, scope: ThreadScope, id: string): Promise<ReplyRow> {
  const reply = await replyRow(id);
  const isHeld = reply.held !== null && !may('moderation.review', scope);
  const isShown = reply.author === viewer.user?.id || !(isHeld || scope.alone);
  if (reply.annotation !== scope.annotation || reply.deleted || !isShown) throw notFound();
  return reply;
}

/** One reply as on the wire; 404 when it is deleted, or its thread is not the viewer's to see. */
export async function readReply(viewer: Viewer, { annotation, id }: { annotation: string; id: string }) {
  const { replies } = await readThread(viewer, annotation);
  const found = replies.find((reply) => reply.id === id);
  if (!found?.comment) throw notFound();
  return found;
}

/**
 * Replies in a thread. Sending the same reply again gives the same answer. An annotation that is its author's alone
 * is found by nobody else, so only they reply to it.
 */
export async function createReply(
  viewer: Viewer,
  annotation: string,
  { id: given = v7(), parent = null, comment }: ReplyDraft,
): Promise<Reply> {
  const id = given.toLowerCase();
  await changeThread(viewer, { id: annotation }, async (scope) => {
    demandOn(viewer, 'reply.create', scope);
    const { document, markdown } = await wordsFrom(scope.id, comment);
    if (parent !== null) await demandParent(viewer, scope, parent);
    const [made] = await query<{ held: 'pending' | null; author: string }>(
      'create-reply',
      `INSERT INTO reply (id, annotation_id, parent_id, author_id, comment, comment_markdown, held)
       SELECT $1::uuid, a.id, $3::uuid, $4::uuid, $5::jsonb, $6,
         CASE WHEN a.visibility = 'group' AND a.held IS DISTINCT FROM 'sealed' AND ${waitsForLook('a.group_id', '$4::uuid')} THEN 'pending' END
       FROM annotation a WHERE a.id = $2::uuid ON CONFLICT (id) DO NOTHING RETURNING held, author_id AS author`,
      [id, scope.annotation, parent, viewer.user?.id, JSON.stringify(document), markdown],
    );
    if (made?.held) {
      await notify({ kind: 'review', event: id, group: scope.id });
      return { change: 'replied', reply: id, heldFrom: made.author };
    }
    if (made) {
      await touch(scope);
      await notify({ kind: 'reply', event: id });
      return { change: 'replied', reply: id };
    }
    const taken = await replyRow(id);
    const same =
      taken.author === viewer.user?.id &&
      taken.annotation === scope.annotation &&
      taken.parent === parent &&
      taken.markdown === markdown;
    if (same && !taken.deleted) return null;
    throw conflict('id-taken', 'There is another reply of this id. Send it with a new one.');
  });
  return readReply(viewer, { annotation, id });
}

async function demandParent(viewer: Viewer, scope: ThreadScope, parent: string): Promise<void> {
  const row = await rowOf(parent);
  const isShown = row?.deleted || (await replyIn(viewer, scope, parent).catch(() => null)) !== null;
  if (row?.annotation !== scope.annotation || !isShown)
    throw invalid('parent', 'The reply that this one answers is not in this thread.');
}

/** Changes the words of one's reply; 412 when it is no longer the `version` that the change was based on. */
export async function editReply(
  viewer: Viewer,
  id: string,
  { comment, ifMatch }: { comment: CommentDraft; ifMatch: number | null },
): Promise<Reply> {
  const { annotation } = await replyRow(id);
  await changeThread(viewer, { id: annotation }, async (scope) => {
    const reply = await replyIn(viewer, scope, id);
    demandOn(viewer, 'reply.edit', { ...scope, author: reply.author });
    if (ifMatch !== null && ifMatch !== reply.version) throw changedMeanwhile(await readReply(viewer, reply));
    const { document, markdown } = await wordsFrom(scope.id, comment);
    if (markdown === reply.markdown) return null;
    const held =
      scope.shown === 'group' && scope.held !== 'sealed'
        ? await heldAfterEdit({ ...reply, id: scope.id, subject: reply.id })
        : reply.held;
    await query(
      'edit-reply',
      `WITH earlier AS (
         INSERT INTO revision (reply_id, version, comment, comment_markdown, editor_id, created_at)
         SELECT id, version, comment, comment_markdown, author_id, coalesce(edited_at, created_at)
         FROM reply WHERE id = $1::uuid
       )
       UPDATE reply SET comment = $2::jsonb, comment_markdown = $3, version = version + 1, edited_at = now(),
         held = $4
       WHERE id = $1::uuid`,
      [reply.id, JSON.stringify(document), markdown, held],
    );
    if (held ?? reply.held)
      return {
        change: 'edited',
        reply: reply.id,
        heldFrom: reply.author,
        wasSeen: reply.held === null && scope.held === null,
      };
    await touch(scope);
    await notify({ kind: 'reply', event: reply.id, mentionsOnly: true });
    return { change: 'edited', reply: reply.id };
  });
  return readReply(viewer, { annotation, id: id.toLowerCase() });
}

const heldFrom = ({ held, author }: ReplyRow) => held && { heldFrom: author };

export async function deleteReply(viewer: Viewer, id: string): Promise<void> {
  const { annotation } = await replyRow(id);
  await changeThread(viewer, { id: annotation }, async (scope) => {
    const reply = await replyIn(viewer, scope, id);
    demandOn(viewer, 'reply.delete', { ...scope, author: reply.author });
    await query(
      'delete-reply',
      'UPDATE reply SET deleted_at = now(), deleted_by_id = $2::uuid WHERE id = $1::uuid',
      [reply.id, viewer.user?.id],
    );
    await enterRemoval(viewer, scope, { kind: 'reply', ...reply });
    return { change: 'deleted', reply: reply.id, ...heldFrom(reply) };
  });
}

/** Undoes a deletion; for everyone but the one who deleted it, the reply is gone. */
export async function restoreReply(viewer: Viewer, id: string): Promise<Reply> {
  const { annotation } = await replyRow(id);
  await changeThread(viewer, { id: annotation }, async (scope) => {
    const reply = await replyRow(id);
    if (!reply.deleted) return null;
    if (reply.deletedBy !== viewer.user?.id) throw notFound();
    demandOn(viewer, 'reply.delete', { ...scope, author: reply.author });
    await query(
      'restore-reply',
      'UPDATE reply SET deleted_at = NULL, deleted_by_id = NULL WHERE id = $1::uuid',
      [reply.id],
    );
    await undoRemoval(viewer, reply.id);
    return { change: 'restored', reply: reply.id, ...heldFrom(reply) };
  });
  return readReply(viewer, { annotation, id: id.toLowerCase() });
}
