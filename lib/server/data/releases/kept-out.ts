import 'server-only';
import { openLicence } from '@/lib/core/corpus/open-licence';
import { query } from '@/lib/server/data/database';

/** SQL: others do not see reply `t` any more. What its author deleted is another thing: it stays in releases. */
export const isUnseenReply = (t: string) =>
  `(${t}.held IS NOT NULL OR ${t}.deleted_at IS NOT NULL AND ${t}.deleted_by_id IS DISTINCT FROM ${t}.author_id)`;
export const isUnseenAnnotation = (a: string) => `(${isUnseenReply(a)} OR ${a}.visibility <> 'group')`;

/**
 * Remembers that the words of an essay's texts may not be passed on, as they leave a list with their licence: what is frozen knows
 * an earlier one. Call it in the transaction of their removal, before it.
 */
export async function keepWordsOut({ group, essay }: { group: string; essay: string }): Promise<void> {
  const [row] = await query<{ licence: string | null }>(
    'licence-of-leaving',
    'SELECT licence FROM essay WHERE id = $1::uuid',
    [essay],
  );
  if (openLicence(row?.licence ?? null) !== null) return;
  await query(
    'keep-out-words',
    `INSERT INTO kept_out (id, group_id) SELECT v.id, l.group_id FROM essay_version v
     JOIN (SELECT DISTINCT group_id FROM release WHERE group_id = $1::uuid) l ON true WHERE v.essay_id = $2::uuid
     ON CONFLICT (id, group_id) DO UPDATE SET created_at = EXCLUDED.created_at`,
    [group, essay],
  );
}

/** Conditions on annotation `a`, by what is about to be deleted for good. */
const going = {
  /** In a group: $1, $2. */
  essay: 'a.group_id = $1::uuid AND a.essay_id = $2::uuid',
  /** Of an author, $1. */
  notes: "a.author_id = $1::uuid AND a.visibility = 'private'",
};

/** SQL: something may tell of annotation `a` when its row is gone: a release of its group, or the marks of its round. */
const isCited = '(a.round_id IS NOT NULL OR EXISTS (SELECT 1 FROM release l WHERE l.group_id = a.group_id))';

/**
 * Remembers what of that others do not see any more, with answers to it: call it before the deletion, in its transaction.
 * When the rows are gone, nothing else tells it from what everybody saw to the end. What goes again after it was imported
 * anew is kept out of what was frozen meanwhile, too.
 */
export async function keepOut(what: keyof typeof going, ids: string[]): Promise<void> {
  await query(
    `keep-out-${what}`,
    `INSERT INTO kept_out (id, group_id)
     SELECT a.id, a.group_id FROM annotation a WHERE ${going[what]} AND ${isUnseenAnnotation('a')} AND ${isCited}
     UNION ALL SELECT r.id, a.group_id FROM annotation a JOIN reply r ON r.annotation_id = a.id
     WHERE ${going[what]} AND ${isUnseenReply('r')} AND ${isCited}
     ON CONFLICT (id, group_id) DO UPDATE SET created_at = EXCLUDED.created_at`,
    ids,
  );
}
