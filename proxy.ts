import { type NextRequest, NextResponse } from 'next/server';
import { config as settings } from '@/lib/server/config';
import { ownAddress } from '@/lib/server/http/own-address';
import { contentSecurityPolicy, outsideHeaders, strictTransport } from '@/lib/server/http/security-headers';

const development = process.env.NODE_ENV === 'development';

/** Gives every page its nonce. Headers that never change are in next.config.js; nothing here decides who may what. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const better = ownAddress(pathname + search, request.headers.get('host'), settings().APP_URL);
  if (better && request.method === 'GET') return sendOn(better);
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = contentSecurityPolicy(nonce, development);
  const headers = outsideHeaders(request.headers, development);
  // Next reads the nonce from here and puts it on its scripts.
  headers.set('content-security-policy', policy);
  headers.set('x-nonce', nonce);
  headers.set('x-address', pathname + search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  if (settings().APP_URL.startsWith('https:'))
    response.headers.set('strict-transport-security', strictTransport);
  return response;
}

/** A redirect would lead back here: Next cuts its own host off the Location, whatever host was asked. */
const sendOn = ({ href }: URL) =>
  new NextResponse(`Cruxbook is at ${href}`, {
    headers: { refresh: `0; url=${href}`, 'content-type': 'text/plain', 'cache-control': 'no-store' },
  });

/** Pages only: the API answers a third more requests without a proxy before it. */
export const config = { matcher: '/((?!api/|wa/|_next/static/|healthz|readyz).*)' };
