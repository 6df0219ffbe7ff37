import 'server-only';
import { db, transaction } from './database';
import type { Viewer } from './viewer';

/** Hours before now that the sample group was made. */
const age = 200;

/** Whether there is nobody and no group at all. */
export async function isEmpty(_viewer: Viewer): Promise<boolean> {
  return (await db().user.count()) === 0 && (await db().group.count()) === 0;
}

/**
 * Fills an empty database: all of `work` or, when it fails or is cut off, nothing. Of instances that start at once only
 * one does it, and the others do not wait. Says whether this one did.
 */
export const fillEmpty = (viewer: Viewer, work: () => Promise<void>): Promise<boolean> =>
  transaction(
    async (tx) => {
      const [turn] = await tx.$queryRaw<{ free: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(hashtext('cruxbook.sample')) AS free`;
      if (!turn?.free || !(await isEmpty(viewer))) return false;
      await work();
      return true;
    },
    // Nobody else is there to be kept waiting, however slow the machine.
    { timeout: 300_000 },
  );

/** People who exist in the sample only: without an address or password nobody can sign in as one. */
export async function addSamplePeople(
  _viewer: Viewer,
  people: { id: string; name: string }[],
): Promise<void> {
  await db().user.createMany({ data: people.map(({ id, name }) => ({ id, name })) });
}

interface Kept {
  document: object;
  markdown: string;
}

/** Times are hours before now, so that the sample looks recently used whenever it is loaded. */
export interface SampleThread {
  id: string;
  author: string;
  hoursAgo: number;
  quietHours: number;
  resolver: string | null;
  /** UTF-16 code units. */
  range: { start: number; end: number };
  selectors: object[];
  tags: string[];
  comment: Kept | null;
  replies: { id: string; parent: string | null; author: string; hoursAgo: number; comment: Kept }[];
  reactions: { kind: string; user: string }[];
}

/** Writes whole threads at once, with their times in the past, and tells nobody: there is nobody yet. */
export async function annotateSample(
  _viewer: Viewer,
  { group, essay }: { group: string; essay: string },
  threads: SampleThread[],
): Promise<void> {
  const rows = JSON.stringify(threads);
  await db().$executeRaw`
    WITH row AS (
      SELECT t.*, v.id AS version FROM jsonb_to_recordset(${rows}::jsonb) AS t (
        id uuid, author uuid, "hoursAgo" float, "quietHours" float, resolver uuid, range jsonb, selectors jsonb,
        tags jsonb, comment jsonb, reactions jsonb)
      JOIN essay_version v ON v.essay_id = ${essay}::uuid AND v.number = 1
    ), made AS (
      INSERT INTO annotation (id, group_id, essay_id, author_id, visibility, comment, comment_markdown,
        created_at, active_at, resolved_at, resolved_by_id)
      SELECT id, ${group}::uuid, ${essay}::uuid, author, 'group', comment->'document', comment->>'markdown',
        now() - "hoursAgo" * interval '1 hour', now() - "quietHours" * interval '1 hour',
        CASE WHEN resolver IS NOT NULL THEN now() - "quietHours" * interval '1 hour' END, resolver FROM row
    ), targeted AS (
      INSERT INTO target (annotation_id, essay_version_id, selectors) SELECT id, version, selectors FROM row
    ), anchored AS (
      INSERT INTO anchor (annotation_id, essay_version_id, start, "end")
      SELECT id, version, (range->>'start')::int, (range->>'end')::int FROM row
    ), tagged AS (
      INSERT INTO annotation_tag (annotation_id, tag_id)
      SELECT row.id, tag.id FROM row JOIN tag ON tag.group_id = ${group}::uuid AND row.tags ? tag.slug
    )
    INSERT INTO reaction (annotation_id, user_id, kind, created_at)
    SELECT row.id, r."user", r.kind, now() - row."quietHours" * interval '1 hour' FROM row, jsonb_to_recordset(row.reactions) AS r ("user" uuid, kind text)`;
  await db().$executeRaw`
    INSERT INTO reply (id, annotation_id, parent_id, author_id, comment, comment_markdown, created_at)
    SELECT r.id, t.id, r.parent, r.author, r.comment->'document', r.comment->>'markdown',
      now() - r."hoursAgo" * interval '1 hour'
    FROM jsonb_to_recordset(${rows}::jsonb) AS t (id uuid, replies jsonb),
      jsonb_to_recordset(t.replies) AS r (id uuid, parent uuid, author uuid, "hoursAgo" float, comment jsonb)`;
}

/** Puts the group's own beginnings before everything that was written in it. */
export async function ageSample(_viewer: Viewer, group: string): Promise<void> {
  await db().$executeRaw`
    WITH born AS (SELECT now() - ${age} * interval '1 hour' AS at),
      people AS (UPDATE membership SET joined_at = at FROM born WHERE group_id = ${group}::uuid),
      list AS (UPDATE reading_list_entry SET added_at = at, changed_at = at FROM born WHERE group_id = ${group}::uuid),
      words AS (UPDATE tag SET changed_at = at FROM born WHERE group_id = ${group}::uuid)
    UPDATE "group" SET created_at = at, changed_at = at FROM born WHERE id = ${group}::uuid`;
}
