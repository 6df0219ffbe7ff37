import 'server-only';
import type { ApiToken } from '@/lib/core/api/account';
import { createApiToken } from '@/lib/server/data/api-tokens';
import type { Viewer } from '@/lib/server/data/viewer';
import { hashToken, secretToken } from '@/lib/server/secret-token';

/** Makes a token for the viewer; only this answer ever holds it. The prefix lets secret scanners recognise it. */
export async function makeApiToken(
  viewer: Viewer,
  wish: { name: string; scope: ApiToken['scope']; days: number | null },
): Promise<ApiToken & { token: string }> {
  const token = `cruxbook_${secretToken(24)}`;
  return { ...(await createApiToken(viewer, { ...wish, tokenHash: hashToken(token) })), token };
}
