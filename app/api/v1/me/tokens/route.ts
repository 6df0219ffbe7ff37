import { makeApiToken } from '@/lib/server/auth/api-token';
import { listApiTokens } from '@/lib/server/data/api-tokens';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /me/tokens', async ({ viewer }) => ({ items: await listApiTokens(viewer) }));

export const POST = endpoint('POST /me/tokens', ({ viewer, body }) => makeApiToken(viewer, body));
