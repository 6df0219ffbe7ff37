import 'server-only';
import { conflict } from '@/lib/core/api/problem';
import { db } from '@/lib/server/data/database';

/** Throws for somebody whom moderators banned from the group: they join it by no way but the lifting of the ban. */
export async function refuseBanned(group: string, user: string): Promise<void> {
  if ((await db().ban.count({ where: { groupId: group, userId: user } })) > 0)
    throw conflict('banned', 'Moderators of this group do not want this account to join it.');
}
