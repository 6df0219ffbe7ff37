import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import type { ApiToken } from '@/lib/core/api/account';
import { conflict, notFound } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { db, query } from './database';
import { userIdOf } from './users';
import type { Viewer } from './viewer';

interface Row {
  id: string;
  name: string;
  scope: ApiToken['scope'];
  created: Date;
  last_used: Date | null;
  expires: Date | null;
}

const columns = 'id, name, scope, created_at AS created, last_used_at AS last_used, expires_at AS expires';

const toApiToken = ({ created, last_used, expires, ...rest }: Row): ApiToken => ({
  ...rest,
  created: created.toISOString(),
  lastUsed: last_used?.toISOString() ?? null,
  expires: expires?.toISOString() ?? null,
});

/** The viewer's tokens that still work, newest first. */
export async function listApiTokens(viewer: Viewer): Promise<ApiToken[]> {
  const rows = await query<Row>(
    'list-api-tokens',
    `SELECT ${columns} FROM api_token
     WHERE user_id = $1::uuid AND (expires_at IS NULL OR expires_at > now()) ORDER BY created_at DESC, id`,
    [userIdOf(viewer)],
  );
  return rows.map(toApiToken);
}

export interface NewApiToken {
  name: string;
  scope: ApiToken['scope'];
  /** Days until it ends; null for never. */
  days: number | null;
  tokenHash: string;
}

export async function createApiToken(viewer: Viewer, token: NewApiToken): Promise<ApiToken> {
  const rows = await query<Row>(
    'create-api-token',
    `INSERT INTO api_token (id, user_id, name, scope, token_hash, expires_at)
     SELECT $1::uuid, $2::uuid, $3, $4, $5, now() + $6::int * interval '1 day'
     WHERE (SELECT count(*) FROM api_token
            WHERE user_id = $2::uuid AND (expires_at IS NULL OR expires_at > now())) < 100 RETURNING ${columns}`,
    [uuidv7(), userIdOf(viewer), token.name, token.scope, token.tokenHash, token.days],
  );
  if (!rows[0]) throw conflict('too-many-tokens', 'You have 100 tokens. Revoke one that you no longer need.');
  return toApiToken(rows[0]);
}

export async function revokeApiToken(viewer: Viewer, id: string): Promise<void> {
  const { count } = isId(id)
    ? await db().apiToken.deleteMany({ where: { id, userId: userIdOf(viewer) } })
    : { count: 0 };
  if (count === 0) throw notFound();
}
