import 'server-only';
import { v7 } from 'uuid';
import { may } from '@/lib/core/access/permissions';
import type { LogEntry } from '@/lib/core/api/moderation';
import { forbidden } from '@/lib/core/api/problem';
import { readsAlone } from '@/lib/server/data/audience';
import { isRevealed } from '@/lib/server/data/cards/shown-credences';
import { db, query } from '@/lib/server/data/database';
import { type GroupScope, groupFor } from '@/lib/server/data/group-scope';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import { wireTime } from '@/lib/server/data/wire-time';

export interface NewEntry {
  verb: string;
  kind: string;
  subject: string;
  author: string;
  before: string;
  after: string;
  reason?: string;
  note?: string;
  excerpt?: string;
  version?: number;
  undoes?: string;
}

/** First words that the log keeps, in UTF-16 code units. */
export const longestExcerpt = 200;

/** Enters what a moderator did; call it in the transaction that does it. Nothing ever changes an entry. */
export async function enter(viewer: Viewer, group: string, entry: NewEntry): Promise<string> {
  const { verb, kind, before, after, reason, note, version } = entry;
  const id = v7();
  await db().moderationEntry.create({
    data: {
      id,
      groupId: group,
      verb,
      kind,
      before,
      after,
      subjectId: entry.subject,
      authorId: entry.author,
      ...(reason !== undefined && { reason }),
      ...(note !== undefined && { note }),
      ...(version !== undefined && { version }),
      ...(entry.excerpt !== undefined && { excerpt: entry.excerpt.slice(0, longestExcerpt).toWellFormed() }),
      ...(entry.undoes !== undefined && { undoesId: entry.undoes }),
      actorId: userIdOf(viewer),
    },
  });
  return id;
}

/** SQL of an entry `e` as JSON, by two expressions: whether all of it may be known, and whether the words are among that. */
export const entryJson = (
  whole: string,
  words = 'true',
): string => `json_build_object('id', e.id, 'verb', e.verb, 'kind', e.kind,
  'subject', CASE WHEN ${whole} THEN e.subject_id END,
  'actor', (SELECT json_build_object('id', u.id, 'name', u.name) FROM "user" u WHERE u.id = e.actor_id),
  'author', CASE WHEN ${whole} THEN
    (SELECT json_build_object('id', u.id, 'name', u.name) FROM "user" u WHERE u.id = e.author_id) END,
  'reason', e.reason, 'note', CASE WHEN ${whole} THEN e.note END,
  'excerpt', CASE WHEN ${whole} AND ${words} THEN e.excerpt END, 'before', e.before, 'after', e.after, 'undoes', e.undoes_id,
  'undoneBy', (SELECT x.id FROM moderation_entry x WHERE x.undoes_id = e.id), 'created', ${wireTime('e.created_at')})`;

/** Who reads alone learns of what was written there as much as a member does. */
const wholeFor = (whole: string, person: string) => `(${whole} AND NOT EXISTS (
  SELECT 1 FROM annotation a WHERE a.id IN (e.subject_id, (SELECT annotation_id FROM reply WHERE id = e.subject_id))
    AND ${readsAlone(person, { group: 'a.group_id', essay: 'a.essay_id' })}))`;

/** A group whose log the viewer may read, and whether they read all of it. */
async function logFor(viewer: Viewer, group: string): Promise<{ scope: GroupScope; whole: boolean }> {
  const scope = await groupFor(viewer, group, 'log.read');
  const whole = may('moderation.review', scope);
  const { openLog } = await db().group.findUniqueOrThrow({
    where: { id: scope.id },
    select: { openLog: true },
  });
  if (!whole && !openLog) throw forbidden('In this group, moderators alone read the log.');
  return { scope, whole };
}

/** Of an answer to a card, to those alone who may know what others answered. */
const wordsMayBeKnown = `(e.kind <> 'position' OR e.author_id = $5::uuid OR EXISTS (
  SELECT 1 FROM position p JOIN card c ON c.id = p.card_id
  WHERE p.id = e.subject_id AND ${isRevealed({ free: '$6::boolean', person: '$5::uuid' })}))`;

/** What moderators did, newest first. Members learn what was done and why it was, not whose it was nor its words. */
export async function moderationLog(
  viewer: Viewer,
  group: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ items: LogEntry[]; next: string | null }> {
  const { scope, whole } = await logFor(viewer, group);
  const rows = await query<{ json: LogEntry }>(
    'moderation-log',
    `SELECT ${entryJson(wholeFor('$4::boolean', '$5::uuid'), wordsMayBeKnown)} AS json FROM moderation_entry e
     WHERE e.group_id = $1::uuid AND ($2::uuid IS NULL OR e.id < $2::uuid) ORDER BY e.id DESC LIMIT $3::int + 1`,
    [scope.id, after ?? null, limit, whole, viewer.user?.id ?? null, !may('position.take', scope)],
  );
  const items = rows.slice(0, limit).map(({ json }) => json);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** One entry, for moderators. */
export async function entryOf(id: string): Promise<LogEntry> {
  const [row] = await query<{ json: LogEntry }>(
    'moderation-entry',
    `SELECT ${entryJson('true')} AS json FROM moderation_entry e WHERE e.id = $1::uuid`,
    [id],
  );
  return row!.json;
}
