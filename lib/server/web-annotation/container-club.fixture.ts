import type { MemberRole } from '@/lib/core/api/groups';
import { config } from '@/lib/server/config';
import { createApiToken } from '@/lib/server/data/api-tokens';
import { readingGroup } from '@/lib/server/data/reading-group.fixture';
import type { Viewer } from '@/lib/server/data/viewer';
import { hashToken, secretToken } from '@/lib/server/secret-token';

process.env.RATE_LIMIT_FACTOR = '1000000';
export const site = config().APP_URL;
const context = 'http://www.w3.org/ns/anno.jsonld';

export const tokenOf = async (viewer: Viewer, scope: 'read' | 'write' = 'write') => {
  const token = secretToken(24);
  await createApiToken(viewer, { name: 'test', scope, days: null, tokenHash: hashToken(token) });
  return token;
};

interface Sent {
  by?: string | undefined;
  headers?: Record<string, string>;
  body?: unknown;
}
type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response>;

/** A group whose container is asked for as from outside. */
export async function club(visibility: 'public' | 'private' = 'private') {
  const room = await readingGroup(visibility);
  const join = async (name: string, role: MemberRole) => {
    const viewer = await room.join(name, role);
    return { viewer, token: await tokenOf(viewer) };
  };
  const base = `${site}/wa/g-${room.group}/`;
  const ask = async (handler: unknown, url: string, { by, headers, body }: Sent = {}) => {
    const id = new URL(url).pathname.split('/')[3];
    const request = new Request(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(by && { authorization: `Bearer ${by}` }),
        'content-type': 'application/ld+json',
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const params = Promise.resolve({ group: `g-${room.group}`, ...(id && { id }) } as never);
    const response = await (handler as Handler)(request, { params });
    const text = await response.text();
    return { status: response.status, headers: response.headers, json: text ? JSON.parse(text) : null };
  };
  const foreign = (rest: object = {}) => ({
    '@context': context,
    type: 'Annotation',
    body: { type: 'TextualBody', value: 'So *quick*?' },
    target: {
      source: `${site}/api/v1/essays/${room.essay}/versions/1`,
      selector: { type: 'TextQuoteSelector', exact: 'quick brown' },
    },
    ...rest,
  });
  return { ...room, join, base, ask, foreign };
}
