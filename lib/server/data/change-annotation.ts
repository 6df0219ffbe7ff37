import 'server-only';
import type { Annotation, AnnotationChange } from '@/lib/core/annotation/annotation';
import { changedMeanwhile, conflict, invalid, notFound } from '@/lib/core/api/problem';
import { standingAfterEdit } from '@/lib/core/moderation/standing';
import { isAsked, keptOpen, roundOfReader, unknownTags } from './annotation-rounds/open-round';
import { moveTo, place } from './annotation-target';
import { commentFrom, type KeptComment } from './comment-draft';
import { query } from './database';
import { revisionsForgotten } from './forgotten-revisions';
import { notify } from './inbox/notify';
import { isUnderReview, waitsForLook } from './moderation/first-look';
import { enterRemoval, undoRemoval } from './moderation/removal';
import { wasHidden } from './moderation/standing-decision';
import { changeThread, demandOn, readThread, type ThreadScope, touch } from './thread';
import type { Viewer } from './viewer';

/** Changes one's annotation; 412 when it is no longer the `version` that the change was based on. */
export async function editAnnotation(
  viewer: Viewer,
  id: string,
  { change, ifMatch }: { change: AnnotationChange; ifMatch: number | null },
): Promise<Annotation> {
  await changeThread(viewer, { id }, async (scope) => {
    demandOn(viewer, 'annotation.edit', scope);
    const before = await readThread(viewer, scope.annotation);
    if (ifMatch !== null && ifMatch !== scope.version) throw changedMeanwhile(before);
    const comment = change.comment ? await commentFrom(scope.id, change.comment) : change.comment;
    const shown = change.visibility ?? scope.shown;
    if (scope.shown === 'group' && shown === 'private') refuseToHide(scope, before);
    const newTags = change.tags && !sameTags(change.tags, before.tags) ? [...new Set(change.tags)] : null;
    const newWords =
      comment !== undefined && (comment?.markdown ?? null) !== (before.comment?.markdown ?? null);
    const move = change.target ? await moveTo(scope, change.target) : null;
    const seal = shown === 'group' ? await sealFor(viewer, scope) : null;
    if (scope.shown === 'private' && shown === 'group') await bringOut(scope, { isSealed: seal !== null });
    else if (newTags || newWords || move) await keepRevision(scope, before.tags);
    if (move) await place(scope.annotation, move);
    if (newTags) await setTags(viewer, scope, { tags: newTags, before: before.tags });
    if (newWords) await setComment(scope, comment ?? null);
    const isEdited = newTags !== null || newWords || move !== null;
    if (!isEdited && shown === scope.shown) return null;
    const standing = shown === 'group' && !seal ? await heldAfterEdit(subjectOf(scope)) : null;
    const held = seal ? 'sealed' : standing;
    await query(
      'annotation-edited',
      `UPDATE annotation SET version = version + 1, visibility = $2, active_at = now(), held = $4,
         round_id = coalesce($5::uuid, round_id),
         edited_at = CASE WHEN $3::boolean THEN now() ELSE edited_at END WHERE id = $1::uuid`,
      [scope.annotation, shown, isEdited, held, seal?.round ?? null],
    );
    const isNew = scope.shown === 'private' && shown === 'group';
    // The first words of a mark are what people have waited for.
    const speaks = newWords && before.comment === null;
    if (isNew || speaks) await notify({ kind: 'annotation', event: scope.annotation });
    else if (newWords) await notify({ kind: 'annotation', event: scope.annotation, mentionsOnly: true });
    const wasSeen = scope.shown === 'group' && scope.held === null;
    const heldFrom = (held ?? scope.held) && scope.author;
    return { change: isNew ? 'created' : 'edited', shown, heldFrom, wasSeen, isSealed: seal !== null };
  });
  return readThread(viewer, id);
}

/** What whoever reads alone shows to the group is sealed until the reveal; `round`: in which, if it was not before. */
async function sealFor(viewer: Viewer, scope: ThreadScope): Promise<{ round: string | null } | null> {
  if (scope.shown === 'group') return scope.held === 'sealed' ? { round: null } : null;
  const round = await roundOfReader(viewer, scope, keptOpen);
  return round === null ? null : { round };
}

const subjectOf = ({ id, author, annotation, held }: ThreadScope) => ({
  id,
  author,
  subject: annotation,
  held: held === 'sealed' ? null : held,
});

/** Where it stands for others once its author reworded it, or showed it to the group; moderators hear of what waits. What was hidden waits, wherever it was meanwhile. */
export async function heldAfterEdit(scope: {
  id: string;
  held: 'pending' | 'hidden' | null;
  author: string;
  subject: string;
}): Promise<'pending' | null> {
  const isReviewed = (await wasHidden(scope.subject)) || (await isUnderReview(scope.id, scope.author));
  const standing = standingAfterEdit(scope.held ?? 'shown', isReviewed);
  if (standing !== 'pending') return null;
  await notify({ kind: 'review', event: scope.subject, group: scope.id });
  return standing;
}

/** Others' words would vanish with it, or a moderator's decision. */
function refuseToHide({ held }: ThreadScope, { creator, replies }: Annotation): void {
  if (held === 'hidden')
    throw conflict('hidden', 'A moderator hid this note. Reword it, or ask for another look.');
  if (replies.some((reply) => reply.comment && reply.creator.id !== creator.id))
    throw conflict('others-replied', 'Others have replied, so this annotation stays visible to the group.');
}

const sameTags = (some: string[], others: string[]) => [...some].sort().join() === [...others].sort().join();

async function keepRevision({ annotation }: ThreadScope, tags: string[]): Promise<void> {
  await query(
    'keep-revision',
    `INSERT INTO revision (annotation_id, version, comment, comment_markdown, tags, start, "end", editor_id, created_at)
     SELECT a.id, a.version, a.comment, a.comment_markdown, $2::text[], x.start, x."end", a.author_id,
       coalesce(a.edited_at, a.created_at)
     FROM annotation a LEFT JOIN (target t JOIN anchor x USING (annotation_id, essay_version_id)) ON t.annotation_id = a.id
     WHERE a.id = $1::uuid`,
    [annotation, tags],
  );
}

/**
 * What was written while nobody else could read it stays unread, and replies of somebody new wait like the note itself:
 * with one that is sealed, until the reveal.
 */
async function bringOut(
  { id: group, annotation }: ThreadScope,
  { isSealed }: { isSealed: boolean },
): Promise<void> {
  const held = isSealed
    ? []
    : await query<{ id: string }>(
        'hold-replies',
        `UPDATE reply r SET held = 'pending' FROM annotation a
     WHERE a.id = $1::uuid AND r.annotation_id = a.id AND r.held IS NULL AND r.deleted_at IS NULL
       AND ${waitsForLook('a.group_id', 'r.author_id')} RETURNING r.id`,
        [annotation],
      );
  await notify(...held.map(({ id }) => ({ kind: 'review' as const, event: id, group })));
  await query('forget-revisions', revisionsForgotten('SELECT $1::uuid'), [annotation]);
}

/** A retired tag may stay where it stands, but is not set anew. */
async function setTags(
  viewer: Viewer,
  scope: ThreadScope,
  { tags, before }: { tags: string[]; before: string[] },
): Promise<void> {
  const { id, annotation, alone } = scope;
  // Its row is not held: whoever reveals it holds it, and waits for this thread.
  const round = alone ? await roundOfReader(viewer, scope, '') : null;
  const found = await query<{ id: string }>(
    'tags-to-set',
    `SELECT id FROM tag
     WHERE group_id = $1::uuid AND slug = ANY($2::text[]) AND (slug = ANY($3::text[])
       OR retired_at IS NULL AND ${isAsked('tag.id', '$4::uuid')})`,
    [id, tags, before, round],
  );
  if (found.length < tags.length) throw invalid('tag', unknownTags, { tags });
  await query('clear-tags', 'DELETE FROM annotation_tag WHERE annotation_id = $1::uuid', [annotation]);
  await query(
    'set-tags',
    'INSERT INTO annotation_tag (annotation_id, tag_id) SELECT $1::uuid, unnest($2::uuid[])',
    [annotation, found.map((tag) => tag.id)],
  );
}

async function setComment({ annotation }: ThreadScope, comment: KeptComment | null): Promise<void> {
  await query(
    'set-comment',
    'UPDATE annotation SET comment = $2::jsonb, comment_markdown = $3 WHERE id = $1::uuid',
    [annotation, comment && JSON.stringify(comment.document), comment?.markdown ?? null],
  );
}

export async function deleteAnnotation(viewer: Viewer, id: string): Promise<void> {
  await changeThread(viewer, { id }, async (scope) => {
    demandOn(viewer, 'annotation.delete', scope);
    await query(
      'delete-annotation',
      'UPDATE annotation SET deleted_at = now(), deleted_by_id = $2::uuid WHERE id = $1::uuid',
      [scope.annotation, viewer.user?.id],
    );
    await enterRemoval(viewer, scope, {
      kind: 'annotation',
      id: scope.annotation,
      author: scope.author,
      held: subjectOf(scope).held,
    });
    return { change: 'deleted' };
  });
}

/** Undoes a deletion; for everyone but the one who deleted it, the annotation is gone. */
export async function restoreAnnotation(viewer: Viewer, id: string): Promise<Annotation> {
  await changeThread(viewer, { id, deleted: true }, async (scope) => {
    if (scope.deletedBy === null) return null;
    if (scope.deletedBy !== viewer.user?.id) throw notFound();
    demandOn(viewer, 'annotation.delete', scope);
    await query(
      'restore-annotation',
      'UPDATE annotation SET deleted_at = NULL, deleted_by_id = NULL WHERE id = $1::uuid',
      [scope.annotation],
    );
    await undoRemoval(viewer, scope.annotation);
    return { change: 'restored' };
  });
  return readThread(viewer, id);
}

/** Resolves the thread, or opens it again; its author and moderators may. */
export async function setResolved(viewer: Viewer, id: string, resolved: boolean): Promise<Annotation> {
  await changeThread(viewer, { id }, async (scope) => {
    demandOn(viewer, 'annotation.resolve', scope);
    const changed = await query<{ id: string }>(
      'resolve-annotation',
      `UPDATE annotation SET resolved_at = CASE WHEN $2::boolean THEN now() END,
         resolved_by_id = CASE WHEN $2::boolean THEN $3::uuid END
       WHERE id = $1::uuid AND (resolved_at IS NOT NULL) <> $2::boolean RETURNING id`,
      [scope.annotation, resolved, viewer.user?.id],
    );
    if (changed.length === 0) return null;
    await touch(scope);
    return { change: resolved ? 'resolved' : 'reopened' };
  });
  return readThread(viewer, id);
}
