import 'server-only';
import { query } from './database';
import type { Viewer } from './viewer';

/**
 * Looks a session up by the SHA-256 of its token: revoked or expired ones are gone at once. Idle sessions end after
 * 14 days; `last_seen_at` is moved at most once a minute, so that reading costs no write.
 */
export async function viewerOfSession(tokenHash: string): Promise<Viewer | null> {
  const [row] = await query<{ id: string; name: string; is_admin: boolean; session: string; stale: boolean }>(
    'viewer-of-session',
    `SELECT u.id, u.name, u.is_admin, s.id AS session, s.last_seen_at < now() - interval '1 minute' AS stale
     FROM session s JOIN "user" u ON u.id = s.user_id
     WHERE s.token_hash = $1 AND s.expires > now() AND s.last_seen_at > now() - interval '14 days'
       AND u.deleted_at IS NULL`,
    [tokenHash],
  );
  if (!row) return null;
  if (row.stale)
    await query('session-seen', 'UPDATE session SET last_seen_at = now() WHERE id = $1::uuid', [row.session]);
  return {
    user: { id: row.id, name: row.name, isAdmin: row.is_admin },
    scope: 'write',
    session: row.session,
  };
}

/** The same for an API token. */
export async function viewerOfToken(tokenHash: string): Promise<Viewer | null> {
  const [row] = await query<{
    id: string;
    name: string;
    is_admin: boolean;
    scope: 'read' | 'write';
    token: string;
    stale: boolean;
  }>(
    'viewer-of-token',
    `SELECT u.id, u.name, u.is_admin, t.scope, t.id AS token,
            coalesce(t.last_used_at < now() - interval '1 minute', true) AS stale
     FROM api_token t JOIN "user" u ON u.id = t.user_id
     WHERE t.token_hash = $1 AND (t.expires_at IS NULL OR t.expires_at > now()) AND u.deleted_at IS NULL`,
    [tokenHash],
  );
  if (!row) return null;
  if (row.stale)
    await query('token-used', 'UPDATE api_token SET last_used_at = now() WHERE id = $1::uuid', [row.token]);
  return { user: { id: row.id, name: row.name, isAdmin: row.is_admin }, scope: row.scope, session: null };
}
