import 'server-only';
import { type Action, may } from '@/lib/core/access/permissions';
import type { Annotation, Change, Held } from '@/lib/core/annotation/annotation';
import { notFound } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { threadsOf } from './annotation-json';
import { readsAlone } from './audience';
import { query, transaction } from './database';
import { essayChannel, publish, sealed, unsaid, unseen, userChannel } from './events';
import { demand, type GroupScope } from './group-scope';
import type { Viewer } from './viewer';

/** An annotation as the viewer stands to it. */
export interface ThreadScope extends GroupScope {
  annotation: string;
  essay: string;
  author: string;
  shown: 'group' | 'private';
  /** Pending or hidden: then only its author and moderators find it; sealed: only its author. */
  held: NonNullable<Held>['as'] | null;
  /** The viewer reads its essay alone. */
  alone: boolean;
  version: number;
  /** Who deleted it; null while it stands. */
  deletedBy: string | null;
}

const scopeSql = `
  SELECT g.id, g.slug, g.visibility, coalesce(m.role, 'stranger') AS role, a.id AS annotation, a.essay_id AS essay,
    a.author_id AS author, a.visibility AS shown, a.held, a.version,
    ${readsAlone('$2::uuid', { group: 'a.group_id', essay: 'a.essay_id' })} AS alone,
    CASE WHEN a.deleted_at IS NOT NULL THEN coalesce(a.deleted_by_id, a.author_id) END AS "deletedBy"
  FROM annotation a
  JOIN "group" g ON g.id = a.group_id
  JOIN reading_list_entry e ON e.group_id = a.group_id AND e.essay_id = a.essay_id
  LEFT JOIN membership m ON m.group_id = a.group_id AND m.user_id = $2::uuid
  WHERE a.id = $1::uuid`;

async function scopeOf(viewer: Viewer, id: string, lock: '' | ' FOR UPDATE OF a'): Promise<ThreadScope> {
  const user = viewer.user?.id ?? null;
  if (!isId(id)) throw notFound();
  const [scope] = await query<ThreadScope>(`thread-scope${lock}`, scopeSql + lock, [id, user]);
  if (!scope || !may('annotation.read', scope)) throw notFound();
  const seesHeld = scope.held !== 'sealed' && may('moderation.review', scope);
  const isForOthers = scope.shown === 'group' && !scope.alone && (scope.held === null || seesHeld);
  if (!isForOthers && scope.author !== user) throw notFound();
  return scope;
}

/** Finds a standing annotation; what is deleted, or somebody else's alone, is not found. */
export async function threadFor(viewer: Viewer, id: string): Promise<ThreadScope> {
  const scope = await scopeOf(viewer, id, '');
  if (scope.deletedBy !== null) throw notFound();
  return scope;
}

/** Throws unless the viewer may do this to the annotation, or to a reply in it whose `author` is put in place of its own. */
export function demandOn(viewer: Viewer, action: Action, scope: ThreadScope): void {
  demand(viewer, action, { ...scope, own: scope.author === viewer.user?.id });
}

const one = 'SELECT *, $2::uuid AS viewer, $3::boolean AS moderates FROM annotation WHERE id = $1::uuid';

/** One annotation with its thread, as on the wire. */
export async function readThread(viewer: Viewer, id: string): Promise<Annotation> {
  const scope = await threadFor(viewer, id);
  const [row] = await query<{ json: string }>(
    'thread',
    `SELECT json::text AS json FROM (${threadsOf(one)}) thread`,
    [scope.annotation, viewer.user?.id ?? null, may('moderation.review', scope)],
  );
  if (!row) throw notFound();
  return JSON.parse(row.json) as Annotation;
}

/** What a piece of work did to a thread. */
interface Done {
  change: Change;
  /** The reply to which it was done; absent: the annotation. */
  reply?: string;
  /** The visibility it has now, when that changed. */
  shown?: ThreadScope['shown'];
  /** Who wrote what it was done to, where that is held: others must not learn that anything happened. */
  heldFrom?: string | null;
  /** Others saw that until now, and must learn that they do no more. */
  wasSeen?: boolean;
  /** It is sealed now; what was sealed before counts as well. */
  isSealed?: boolean;
}

/**
 * Changes an annotation or its thread in one transaction, one change of a thread at a time, and tells of it. `work`
 * says what it did, or null when it came to nothing. What is deleted is found only when that is asked for.
 */
export async function changeThread(
  viewer: Viewer,
  { id, deleted = false }: { id: string; deleted?: boolean },
  work: (scope: ThreadScope) => Promise<Done | null>,
): Promise<void> {
  await transaction(async () => {
    const scope = await scopeOf(viewer, id, ' FOR UPDATE OF a');
    if (scope.deletedBy !== null && !deleted) throw notFound();
    const done = await work(scope);
    if (!done) return;
    // All who saw it before or see it now. Always "essay:…" before "user:…", or two writers could wait for each other.
    const { change, heldFrom = scope.held && scope.author, wasSeen = false } = done;
    const isSealed = scope.held === 'sealed' || done.isSealed;
    const toOthers = isSealed ? sealed : wasSeen ? unsaid : unseen;
    const shown = [scope.shown, done.shown];
    const event = { kind: 'annotation', entity: scope.annotation, reply: done.reply };
    const told = { ...event, change, actor: viewer.user?.id ?? null };
    if (shown.includes('group'))
      await publish({
        ...(heldFrom === null ? told : { ...event, ...toOthers }),
        channel: essayChannel(scope.id, scope.essay),
      });
    if (shown.includes('private')) await publish({ ...told, channel: userChannel(scope.author) });
    else if (heldFrom !== null) await publish({ ...told, channel: userChannel(heldFrom) });
  });
}

/** Notes that something new stands in the thread. */
export async function touch({ annotation }: ThreadScope): Promise<void> {
  await query('touch-thread', 'UPDATE annotation SET active_at = now() WHERE id = $1::uuid', [annotation]);
}
