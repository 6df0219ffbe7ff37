import 'server-only';
import type { SessionInfo } from '@/lib/core/api/account';
import { notFound } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { db, query } from './database';
import { userIdOf } from './users';
import type { Viewer } from './viewer';

/** Of session `s` and of API token `t`. */
export const sessionWorks = "s.expires > now() AND s.last_seen_at > now() - interval '14 days'";
const tokenWorks = '(t.expires_at IS NULL OR t.expires_at > now())';

/** Which sessions and tokens, of those whose ids are given as parameter `$n`, no longer work: an SQL expression. */
export const endedOf = (parameter: `$${number}`) => `ARRAY(
  SELECT c FROM unnest(${parameter}::uuid[]) c
  WHERE NOT EXISTS (SELECT 1 FROM session s WHERE s.id = c AND ${sessionWorks})
    AND NOT EXISTS (SELECT 1 FROM api_token t WHERE t.id = c AND ${tokenWorks}))`;

/**
 * Looks a session up by the SHA-256 of its token: revoked or expired ones are gone at once. Idle sessions end after
 * 14 days; `last_seen_at` is moved at most once a minute, so that reading costs no write.
 */
export async function viewerOfSession(tokenHash: string): Promise<Viewer | null> {
  const [row] = await query<{
    id: string;
    name: string;
    is_admin: boolean;
    session: string;
    stale: boolean;
    unread: boolean;
  }>(
    'viewer-of-session',
    `SELECT u.id, u.name, u.is_admin, s.id AS session, s.last_seen_at < now() - interval '1 minute' AS stale,
       EXISTS (SELECT 1 FROM notification n WHERE n.user_id = u.id AND n.read_at IS NULL) AS unread
     FROM session s JOIN "user" u ON u.id = s.user_id
     WHERE s.token_hash = $1 AND ${sessionWorks} AND u.deleted_at IS NULL`,
    [tokenHash],
  );
  if (!row) return null;
  if (row.stale)
    await query('session-seen', 'UPDATE session SET last_seen_at = now() WHERE id = $1::uuid', [row.session]);
  const user = { id: row.id, name: row.name, isAdmin: row.is_admin };
  return remember(tokenHash, { user, scope: 'write', session: row.session, unread: row.unread });
}

/** Whose sessions these were when they were last looked up, oldest first, by hash; until when that is remembered. */
const remembered = new Map<string, { viewer: Viewer; until: number }>();
const memory = { milliseconds: 60_000, sessions: 10_000 };

function remember(tokenHash: string, viewer: Viewer): Viewer {
  remembered.delete(tokenHash);
  remembered.set(tokenHash, { viewer, until: Date.now() + memory.milliseconds });
  if (remembered.size > memory.sessions) remembered.delete(remembered.keys().next().value!);
  return viewer;
}

/**
 * Who a session belonged to within the last minute, or null. It may have ended since: only for a statement that looks
 * the session up itself, by `sessionWorks`, before it does anything.
 */
export function rememberedViewer(tokenHash: string): Viewer | null {
  const found = remembered.get(tokenHash);
  return found && Date.now() < found.until ? found.viewer : null;
}

/** The same for an API token. */
export async function viewerOfToken(tokenHash: string): Promise<Viewer | null> {
  const [row] = await query<{
    id: string;
    name: string;
    is_admin: boolean;
    scope: Viewer['scope'];
    token: string;
    stale: boolean;
  }>(
    'viewer-of-token',
    `SELECT u.id, u.name, u.is_admin, t.scope, t.id AS token,
            coalesce(t.last_used_at < now() - interval '1 minute', true) AS stale
     FROM api_token t JOIN "user" u ON u.id = t.user_id
     WHERE t.token_hash = $1 AND ${tokenWorks} AND u.deleted_at IS NULL`,
    [tokenHash],
  );
  if (!row) return null;
  if (row.stale)
    await query('token-used', 'UPDATE api_token SET last_used_at = now() WHERE id = $1::uuid', [row.token]);
  return {
    user: { id: row.id, name: row.name, isAdmin: row.is_admin },
    scope: row.scope,
    session: null,
    token: row.token,
  };
}

export interface NewSession {
  tokenHash: string;
  user: string;
  userAgent: string | null;
}

/** Begins a session, for 90 days at most. */
export async function beginSession(
  _viewer: Viewer,
  { tokenHash, user, userAgent }: NewSession,
): Promise<Date> {
  const [row] = await query<{ expires: Date }>(
    'begin-session',
    `INSERT INTO session (token_hash, user_id, expires, user_agent)
     VALUES ($1, $2::uuid, now() + interval '90 days', $3) RETURNING expires`,
    [tokenHash, user, userAgent?.slice(0, 400) ?? null],
  );
  return row!.expires;
}

/** Ends the session of a token, if there is one. */
export async function endSessionOf(_viewer: Viewer, tokenHash: string): Promise<void> {
  await db().session.deleteMany({ where: { sessionToken: tokenHash } });
}

/** Where the viewer is signed in, newest use first. */
export async function listSessions(viewer: Viewer): Promise<SessionInfo[]> {
  const rows = await query<{ id: string; created: Date; last_seen: Date; user_agent: string | null }>(
    'list-sessions',
    `SELECT s.id, s.created_at AS created, s.last_seen_at AS last_seen, s.user_agent FROM session s
     WHERE s.user_id = $1::uuid AND ${sessionWorks} ORDER BY s.last_seen_at DESC, s.id`,
    [userIdOf(viewer)],
  );
  return rows.map((row) => ({
    id: row.id,
    created: row.created.toISOString(),
    lastSeen: row.last_seen.toISOString(),
    userAgent: row.user_agent,
    current: row.id === viewer.session,
  }));
}

/** Signs one of the viewer's sessions out; it is gone at its next request, and its live streams end. */
export async function endSession(viewer: Viewer, id: string): Promise<void> {
  const { count } = isId(id)
    ? await db().session.deleteMany({ where: { id, userId: userIdOf(viewer) } })
    : { count: 0 };
  if (count === 0) throw notFound();
}
