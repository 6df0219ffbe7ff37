import 'server-only';
import { signInFirst } from '@/lib/core/api/problem';
import { problemResponse } from './problem-response';

/** RFC 7617, read as a bearer token: the password is one, and the name says nothing. */
export function tokenFromBasic(headers: Headers): Headers {
  const encoded = /^Basic ([A-Za-z0-9+/=]{1,400})$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (encoded === undefined) return headers;
  const [, token = ''] = /^[^:]*:(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
  return new Headers({ authorization: `Bearer ${token}` });
}

/**
 * Feed readers show a token only where they are asked for one. A visitor is asked wherever there is nothing for them, be it
 * there or not: so this tells of nothing either.
 */
export function askedForToken({ headers }: Request, response: Response): Response {
  const isVisitor = !headers.has('authorization') && !headers.has('cookie');
  const asking = response.status === 404 && isVisitor ? problemResponse(signInFirst()) : response;
  if (asking.status === 401)
    asking.headers.set('www-authenticate', 'Basic realm="Cruxbook: an API token as password"');
  return asking;
}
