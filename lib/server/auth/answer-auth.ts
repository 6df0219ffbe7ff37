import 'server-only';
import { Auth } from '@auth/core';
import { localPath } from '@/lib/core/access/local-path';
import { notFound } from '@/lib/core/api/problem';
import { config } from '@/lib/server/config';
import { endSessionOf } from '@/lib/server/data/sessions';
import { visitor } from '@/lib/server/data/viewer';
import { clientAddress } from '@/lib/server/http/client-address';
import { problemResponse, toProblem } from '@/lib/server/http/problem-response';
import { readText } from '@/lib/server/http/request-body';
import { requireSameOrigin } from '@/lib/server/http/same-origin';
import { hashToken } from '@/lib/server/secret-token';
import { sessionCookie, sessionTokenOf } from '@/lib/server/session/session-cookie';
import { viewerOf } from '@/lib/server/session/viewer';
import { authConfig } from './auth-config';
import { spendMail } from './sign-in-limit';

/** All that is served of Auth.js: what our forms post to, and where the identity provider sends people back. */
const served = [
  'POST callback/credentials',
  'POST signin/email',
  'POST callback/email',
  'POST signin/oidc',
  'GET callback/oidc',
  'POST signout',
];

/** Keeps what was typed over the redirect that tells of an error, away from URLs and logs. */
export const typedEmailCookie = 'typed-email';

/** Answers `/api/auth/*`. Every answer is a redirect, so plain forms without script work. */
export async function answerAuth(request: Request, action: string): Promise<Response> {
  try {
    if (!served.includes(`${request.method} ${action}`)) throw notFound();
    if (request.method === 'POST') requireSameOrigin(request);
    const form = await formOf(request);
    if (action === 'signin/email')
      await spendMail(form.get('email')?.trim().toLowerCase() ?? '', clientAddress(request.headers));
    const answer = await ask(request, action, form);
    await endReplacedSession(request, answer);
    return redirected(answer, action, form);
  } catch (error) {
    const problem = toProblem(error);
    if (![429, 503].includes(problem.status)) return problemResponse(problem);
    return redirect(`/sign-in?error=${problem.code}`);
  }
}

/** The form of a POST; small, since nobody needs more to sign in. */
async function formOf(request: Request): Promise<URLSearchParams> {
  if (request.method !== 'POST') return new URLSearchParams();
  const form = new URLSearchParams(await readText(request, 10_000));
  form.set('callbackUrl', localPath(form.get('callbackUrl')));
  return form;
}

/** The same request as Auth.js is to see it: at the site's own address, with the cookies that concern it. */
async function ask(request: Request, action: string, form: URLSearchParams): Promise<Response> {
  const { search } = new URL(request.url);
  const url = new URL(`/api/auth/${action}`, config().APP_URL);
  const headers = new Headers({ cookie: ownCookies(request.headers) });
  const forwarded = request.headers.get('x-forwarded-for');
  if (forwarded !== null) headers.set('x-forwarded-for', forwarded);
  // A mailed link is used up by the button on its page, never by whoever merely opens it.
  const asGet = request.method === 'GET' || action === 'callback/email';
  url.search = request.method === 'GET' ? search : asGet ? form.toString() : '';
  const visit = {
    userAgent: request.headers.get('user-agent'),
    signedIn: (await viewerOf(new Headers({ cookie: headers.get('cookie') ?? '' }))).user !== null,
    invitation: invitationOf(form, request.headers),
  };
  const init = asGet ? { headers } : { method: 'POST', headers, body: form };
  return Auth(new Request(url, init), authConfig(visit));
}

const authCookie = /^(?:__(?:Host|Secure)-)?authjs\./;

/** Auth.js takes every cookie whose name merely begins like the session's for a part of it. */
const ownCookies = (headers: Headers): string =>
  (headers.get('cookie') ?? '')
    .split(/; */)
    .filter((pair) => pair.startsWith(`${sessionCookie()}=`) || authCookie.test(pair))
    .join('; ');

/** The invitation that somebody returns to after signing in, from the form or from the cookie Auth.js keeps it in. */
function invitationOf(form: URLSearchParams, headers: Headers): string | null {
  const path = form.get('callbackUrl') ?? '';
  const kept = /authjs\.callback-url=[^;]*(%2Finvite%2F[\w-]+)(?:;|$)/.exec(headers.get('cookie') ?? '');
  return (
    /^(?:\/|%2F)invite(?:\/|%2F)([\w-]+)$/.exec(form.has('callbackUrl') ? path : (kept?.[1] ?? ''))?.[1] ??
    null
  );
}

/** At sign-in the session that was there before ends: its cookie may have been planted. */
async function endReplacedSession(request: Request, answer: Response): Promise<void> {
  const old = sessionTokenOf(request.headers);
  const begun = answer.headers.getSetCookie().find((cookie) => cookie.startsWith(`${sessionCookie()}=`));
  if (old !== undefined && begun && !begun.startsWith(`${sessionCookie()}=${old};`))
    await endSessionOf(visitor, hashToken(old));
}

function redirected(answer: Response, action: string, form: URLSearchParams): Response {
  const target = new URL(answer.headers.get('location') ?? '/', config().APP_URL);
  const cookies = answer.headers.getSetCookie();
  if (target.origin !== config().APP_URL) return elsewhere(target, cookies);
  const error = target.searchParams.get('code') ?? target.searchParams.get('error');
  if (target.pathname === '/sign-in' && error) return refused(error, form);
  if (action === 'signin/email') return redirect('/sign-in?sent=1', cookies);
  return redirect(target.pathname + target.search, cookies);
}

function refused(error: string, form: URLSearchParams): Response {
  const query = new URLSearchParams({ error });
  const back = form.get('callbackUrl');
  if (back && back !== '/') query.set('callbackUrl', back);
  const email = encodeURIComponent((form.get('email') ?? '').slice(0, 254));
  const typed = `${typedEmailCookie}=${email}; Path=/sign-in; Max-Age=120; HttpOnly; SameSite=Lax`;
  return redirect(`/sign-in?${query}`, [typed]);
}

function redirect(location: string, cookies: string[] = []): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}

/**
 * To the identity provider by a page that moves on, not by a redirect: the policy `form-action 'self'` forbids a
 * form to be redirected to another site, and the provider may redirect further.
 */
function elsewhere(target: URL, cookies: string[]): Response {
  const headers = new Headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  headers.set('refresh', `0; url=${target.href}`);
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  const href = target.href.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const page = `<!doctype html><title>Signing in</title><p><a href="${href}">Continue to ${target.host}</a></p>`;
  return new Response(page, { headers });
}
