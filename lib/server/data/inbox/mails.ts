import 'server-only';
import type { InboxEntry } from '@/lib/core/api/inbox';
import { type Mailing, nextMailAt } from '@/lib/core/inbox/next-mail';
import { db, query, transaction } from '@/lib/server/data/database';
import { enqueue, freeKey, type Job } from '@/lib/server/data/jobs';
import type { Viewer } from '@/lib/server/data/viewer';
import { entriesWhere, visibleNotifications } from './inbox-rows';

/** People to whom something may be mailed: `u`. */
const reachable = `u.mailing <> 'off' AND u.email IS NOT NULL AND u.email_verified IS NOT NULL
  AND u.mail_bounced_at IS NULL AND u.deleted_at IS NULL`;

/** What is to be mailed of notifications `n`, of groups that their readers, as members `m`, did not mute. */
const unmailed = 'n.read_at IS NULL AND n.mail_id IS NULL AND m.muted IS NOT TRUE';

/** Plans the next mail of each of these people who wants one, unless it is planned; what waits for it is gathered then. */
export async function planMails(_viewer: Viewer, users: readonly string[]): Promise<void> {
  const rows = await query<{ id: string; mailing: Mailing; timeZone: string; now: Date }>(
    'who-is-mailed',
    `SELECT u.id, u.mailing, u.time_zone AS "timeZone", now() FROM "user" u
     WHERE u.id = ANY($1::uuid[]) AND ${reachable} AND EXISTS (
       SELECT 1 FROM notification n LEFT JOIN membership m ON m.group_id = n.group_id AND m.user_id = n.user_id
       WHERE n.user_id = u.id AND ${unmailed})
     ORDER BY u.id`,
    [users],
  );
  // Of thousands few wish something else, and a look at a time zone's clock takes half a millisecond.
  const times = new Map<string, Date | null>();
  const timeFor = ({ mailing, timeZone, now }: (typeof rows)[number]): Date | null => {
    const wish = `${mailing} ${timeZone}`;
    const at = times.get(wish) ?? nextMailAt({ mailing, timeZone }, now);
    times.set(wish, at);
    return at;
  };
  const jobs = rows.flatMap((row) => {
    const at = timeFor(row);
    return at ? { kind: 'mail' as const, key: row.id, payload: { user: row.id }, at } : [];
  });
  await enqueue(...jobs);
}

/** One mail to one person. */
export interface DueMail {
  address: string;
  timeZone: string;
  /** Newest first; what was read or went out of their sight meanwhile is not among them. */
  entries: InboxEntry[];
}

/**
 * What a mail tells. The first time, everything that waits becomes this mail's, and no other's; after a failure it is
 * the same again, without what the person should not be told any more. Null: there is nothing to send.
 */
export async function dueMail(
  _viewer: Viewer,
  { job, user }: { job: Pick<Job, 'id' | 'fence'>; user: string },
): Promise<DueMail | null> {
  return transaction(async () => {
    const isFirst = await freeKey(job);
    if (isFirst)
      await query(
        'claim-for-mail',
        `UPDATE notification SET mail_id = $2::uuid WHERE id IN (
           SELECT n.id FROM ${visibleNotifications} AND n.user_id = $1::uuid AND ${unmailed})`,
        [user, job.id],
      );
    const [person] = await query<{ address: string; timeZone: string }>(
      'mail-recipient',
      `SELECT u.email AS address, u.time_zone AS "timeZone" FROM "user" u WHERE u.id = $1::uuid AND ${reachable}`,
      [user],
    );
    const entries = await entriesWhere(
      'mail',
      'n.user_id = $1::uuid AND n.mail_id = $2::uuid AND n.read_at IS NULL AND m.muted IS NOT TRUE ORDER BY n.created_at DESC, n.id DESC',
      [user, job.id],
    );
    return person && entries.length > 0 ? { ...person, entries } : null;
  });
}

/** The mail server knows no such address: nothing more is sent there until its owner chooses again. */
export async function noteBounce(
  _viewer: Viewer,
  { user, address }: { user: string; address: string },
): Promise<void> {
  await db().$executeRaw`
    UPDATE "user" SET mail_bounced_at = now() WHERE id = ${user}::uuid AND email = ${address}`;
}
