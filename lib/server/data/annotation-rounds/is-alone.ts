import 'server-only';
import { conflict } from '@/lib/core/api/problem';
import { readsAlone } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import type { Viewer } from '@/lib/server/data/viewer';

/** Whether the viewer reads an essay alone, both given by id. */
export async function isAlone(
  viewer: Viewer,
  { group, essay }: { group: string; essay: string },
): Promise<boolean> {
  if (!viewer.user) return false;
  const [row] = await query<{ alone: boolean }>(
    'is-alone',
    `SELECT ${readsAlone('$1::uuid', { group: '$2::uuid', essay: '$3::uuid' })} AS alone`,
    [viewer.user.id, group, essay],
  );
  return row?.alone ?? false;
}

/** Throws where the viewer reads alone: figures of an essay tell what others marked there. */
export async function demandNotAlone(viewer: Viewer, place: { group: string; essay: string }): Promise<void> {
  if (!(await isAlone(viewer, place))) return;
  const until = await untilWhen(viewer, place);
  throw conflict('reading-alone', `You are reading this essay alone. What others marked is shown ${until}.`);
}

/** When what the viewer reads alone in a group, or of that one essay alone, is over: the end of a sentence. */
async function untilWhen({ user }: Viewer, { group, essay }: { group: string; essay?: string }) {
  const rows = await query<{ at: string | null; early: boolean }>(
    'alone-until',
    `SELECT to_char(o.reveal_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI "UTC"') AS at, o.reveal_when_all_done AS early
     FROM annotation_round o JOIN round_annotator p ON p.round_id = o.id
     WHERE p.user_id = $1::uuid AND o.group_id = $2::uuid AND o.state = 'alone' AND o.essay_id = coalesce($3::uuid, o.essay_id)
     ORDER BY o.reveal_at DESC NULLS FIRST LIMIT 1`,
    [user?.id, group, essay ?? null],
  );
  const { at, early } = rows[0] ?? { at: null, early: false };
  if (at === null) return early ? 'when all readers are done' : 'when a moderator reveals it';
  return early ? `on ${at}, or when all readers are done` : `on ${at}`;
}

/** Ids of the essays of a group that the viewer reads alone, the group given by its id. */
export async function essaysAlone({ user }: Viewer, group: string): Promise<Set<string>> {
  if (!user) return new Set();
  const alone = readsAlone('$2::uuid', { group: 'e.group_id', essay: 'e.essay_id' });
  const rows = await query<{ essay: string }>(
    'essays-alone',
    `SELECT e.essay_id AS essay FROM reading_list_entry e WHERE e.group_id = $1::uuid AND ${alone}`,
    [group, user.id],
  );
  return new Set(rows.map(({ essay }) => essay));
}

/** Whether there are any. */
export const isAloneSomewhere = async (viewer: Viewer, group: string): Promise<boolean> =>
  (await essaysAlone(viewer, group)).size > 0;

/** As `demandNotAlone`, for what tells of all essays of a group at once. */
export async function demandNotAloneInGroup(viewer: Viewer, group: string): Promise<void> {
  if (!(await isAloneSomewhere(viewer, group))) return;
  throw conflict(
    'reading-alone',
    `You are reading an essay of this group alone, and releases hold what others marked in it. They open to you when that blind reading is revealed: ${await untilWhen(viewer, { group })}.`,
  );
}
