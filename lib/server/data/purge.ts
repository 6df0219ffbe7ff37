import 'server-only';
import { log } from '@/lib/server/log';
import { query } from './database';
import { exportExpired } from './export/stated-exports';

/** What nobody will ask for again, by table: whoever comes back after a day fetches events afresh. */
const over: Record<string, string> = {
  event: "created_at < now() - interval '24 hours'",
  idempotency_key: "created_at < now() - interval '48 hours'",
  verification_token: 'expires < now()',
  session: "expires < now() OR last_seen_at < now() - interval '14 days'",
  api_token: 'expires_at < now()',
  invitation: "expires_at < now() - interval '30 days'",
  notification: "read_at < now() - interval '90 days' OR created_at < now() - interval '1 year'",
  webhook_delivery: "created_at < now() - interval '30 days'",
  job: "failed_at < now() - interval '30 days'",
  export: exportExpired,
  rate_limit: 'expire < extract(epoch FROM now()) * 1000',
  // Words of essays that are gone or were changed.
  search_spelling: 'NOT EXISTS (SELECT 1 FROM search_word w WHERE w.word = search_spelling.word)',
};

/** Rows a statement: it must end well before the statement timeout, and let writers through. A file goes with an export. */
const usual = 5_000;
const batches: Record<string, number> = { export: 1 };

/** Forgets what has had its time. */
export async function purge(): Promise<void> {
  for (const [table, condition] of Object.entries(over)) {
    const batch = batches[table] ?? usual;
    const sql = `WITH gone AS (
        DELETE FROM ${table} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${table} WHERE ${condition} LIMIT ${batch}))
        RETURNING 1) SELECT count(*)::int AS rows FROM gone`;
    for (let rows = batch; rows === batch; )
      rows = (await query<{ rows: number }>(`purge-${table}`, sql, []))[0]?.rows ?? 0;
  }
}

/** Purges once an hour for as long as the process lives. Several instances may: each row goes once. */
export function purgeHourly(): void {
  setInterval(() => purge().catch((err) => log.warn({ err }, 'cannot purge')), 3_600_000).unref();
}
