import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Contract } from '@/lib/core/api/contract';
import { contractOf, type EndpointKey, type Input, type Output } from '@/lib/core/api/contracts';
import { forbidden, notFound, Problem, signInFirst } from '@/lib/core/api/problem';
import { validationWords } from '@/lib/core/api/validation-words';
import { once } from '@/lib/server/data/idempotency';
import type { Viewer } from '@/lib/server/data/viewer';
import { sessionTokenOf } from '@/lib/server/session/session-cookie';
import { recentViewerOf } from '@/lib/server/session/viewer';
import { askingViewer } from './asking-viewer';
import { askedForToken, tokenFromBasic } from './basic-token';
import { clientAddress } from './client-address';
import { problemResponse } from './problem-response';
import { type LimitName, spend } from './rate-limit';
import { jsonBody, requireStorable } from './request-body';
import { requireSameOrigin } from './same-origin';

/** A JSON answer that PostgreSQL already wrote; it passes through as text. */
export class JsonText {
  readonly json: string;
  readonly etag: string | undefined;
  constructor(json: string, etag?: string) {
    this.json = json;
    this.etag = etag;
  }
}

/** An answer whose ETag is of all that it says: for what has no version of its own. */
export function taggedJson(answer: unknown): JsonText {
  const json = JSON.stringify(answer);
  return new JsonText(json, `"${createHash('sha256').update(json).digest('base64url')}"`);
}

interface Asked<Key extends EndpointKey> extends Input<Key> {
  viewer: Viewer;
  request: Request;
  /** Of `If-Match: "v7"`; null when the header is absent or `*`. */
  ifMatch: number | null;
}

type Answer<Key extends EndpointKey> = Output<Key> | JsonText | Response;
type Run<Key extends EndpointKey, Ready> = (
  asked: Asked<Key>,
  ready: Ready,
) => Promise<Answer<Key>> | (Output<Key> extends undefined ? Promise<void> : never);
/**
 * Tries to answer somebody from memory, whose session may have ended, by one statement that looks it up itself; null
 * when it found anything against it and did nothing.
 */
type Attempt<Key extends EndpointKey> = (asked: Asked<Key>) => Promise<Answer<Key> | null>;
interface Ways<Key extends EndpointKey, Ready> {
  attempt?: Attempt<Key>;
  /** What takes long and changes nothing: a request with an Idempotency-Key runs in a transaction, which waits for nobody. */
  prepare?: (asked: Asked<Key>) => Promise<Ready>;
}
/** Next gives no params to a route without any. */
type Context = { params: Promise<Record<string, string> | undefined> };

const usualLimit = 256_000;

const words = { error: validationWords };

/**
 * The one way in: origin, viewer, limit, strict parse, run, answer. `run` gets only what the contract describes, and
 * may throw a Problem. With `attempt`, it is for what that declines; with `prepare`, it gets what that answered.
 */
export function endpoint<Key extends EndpointKey, Ready = undefined>(
  key: Key,
  run: Run<Key, Ready>,
  { attempt, prepare }: Ways<Key, Ready> = {},
) {
  const contract = contractOf(key);
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      requireOwnPage(request, contract);
      const idempotencyKey = idempotencyKeyOf(request, contract);
      const recent = attempt && idempotencyKey === null ? recentViewerOf(request.headers) : null;
      const viewer = recent ?? (await confirmedViewer(request, contract));
      await spendLimits(viewer, request, contract);
      const input = await parse<Key>(request, contract, (await context.params) ?? {});
      const asked = { ...input, viewer, request, ifMatch: ifMatchOf(request, contract) };
      const quick = recent && (await attempt?.(asked));
      if (quick) return respond(quick, contract, request);
      if (recent) asked.viewer = await confirmedViewer(request, contract);
      const ready = (await prepare?.(asked)) as Ready;
      const answer = async () => respond(await run(asked, ready), contract, request);
      if (idempotencyKey === null) return await answer();
      const headersOf = (body: string) => madeHeaders(contract, request, body);
      const claim = { key: idempotencyKey, requestHash: hashOf(key, input), headersOf };
      return await replayable(viewer, claim, answer);
    } catch (error) {
      const response = problemResponse(error);
      return contract.feed ? askedForToken(request, response) : response;
    }
  };
}

/** What changes something on the word of a cookie. Whom nothing names is asked who they are instead. */
function requireOwnPage(request: Request, { anyOrigin, scope }: Contract): void {
  const changes = !['GET', 'HEAD'].includes(request.method);
  const isNamed = scope === 'public' || sessionTokenOf(request.headers) !== undefined;
  if (changes && isNamed && !anyOrigin && !request.headers.has('authorization')) requireSameOrigin(request);
}

function idempotencyKeyOf(request: Request, { secret, fileBytes }: Contract): string | null {
  return request.method === 'POST' && !secret && fileBytes === undefined
    ? request.headers.get('idempotency-key')
    : null;
}

async function confirmedViewer(request: Request, { scope, session, feed }: Contract): Promise<Viewer> {
  const credential = feed ? tokenFromBasic(request.headers) : request.headers;
  const viewer = await askingViewer(credential, request, { isFeed: feed === true });
  if (scope !== 'public' && !viewer.user) throw signInFirst();
  if (scope === 'write' && viewer.scope !== 'write') throw forbidden('This token may only read.');
  if (session && viewer.session === null) throw forbidden('Do this signed in, not with an API token.');
  return viewer;
}

async function spendLimits({ user }: Viewer, { headers }: Request, { limit }: Contract): Promise<void> {
  const who = user?.id ?? clientAddress(headers);
  if (headers.has('authorization')) await spend('token', who);
  if (limit) await spend(limit as LimitName, who);
}

async function parse<Key extends EndpointKey>(
  request: Request,
  contract: Contract,
  params: Record<string, string>,
): Promise<Input<Key>> {
  for (const value of Object.values(params))
    if (value.includes('\0') || !value.isWellFormed()) throw notFound();
  const query = contract.query?.parse(Object.fromEntries(new URL(request.url).searchParams), words);
  requireStorable(query);
  const body = contract.body?.parse(await jsonBody(request, contract.maximumBytes ?? usualLimit), words);
  return { params, query, body } as Input<Key>;
}

/** `If-Match: "v7"` → 7. Required where the contract says so: an update names the state it changes. */
function ifMatchOf(request: Request, { ifMatch }: Contract): number | null {
  const header = request.headers.get('if-match');
  if (!ifMatch || header === '*') return null;
  if (header === null)
    throw new Problem(428, 'if-match', 'Send If-Match with the version you changed, or *.');
  const version = /^"v(\d+)"$/.exec(header)?.[1];
  if (version === undefined) throw new Problem(400, 'if-match', 'If-Match must look like "v7".');
  return Number(version);
}

const hashOf = (key: string, { params, body }: { params: unknown; body: unknown }) =>
  createHash('sha256')
    .update(JSON.stringify([key, params, body]))
    .digest('base64url');

async function replayable(
  viewer: Viewer,
  { headersOf, ...claim }: { key: string; requestHash: string; headersOf: (body: string) => Headers },
  effect: () => Promise<Response>,
) {
  const { status, body, replayed } = await once(viewer, claim, async () => {
    const response = await effect();
    return { status: response.status, body: await response.text() };
  });
  const headers = headersOf(body);
  if (replayed) headers.set('idempotency-replayed', 'true');
  return new Response(status === 204 ? null : body, { status, headers });
}

const jsonHeaders = () =>
  new Headers({ 'content-type': 'application/json', 'cache-control': 'private, no-cache' });

/** Those that the answer itself says, so they come with it again. */
function madeHeaders({ located }: Contract, request: Request, json: string): Headers {
  const headers = jsonHeaders();
  if (located) {
    const { id } = JSON.parse(json) as { id: string };
    headers.set('location', `${new URL(request.url).pathname}/${id}`);
  }
  return headers;
}

function respond(answer: unknown, contract: Contract, request: Request): Response {
  if (answer instanceof Response) {
    if (!answer.headers.has('cache-control')) answer.headers.set('cache-control', 'private, no-cache');
    return answer;
  }
  if (!contract.output) return new Response(null, { status: contract.status ?? 204 });
  const body = answer instanceof JsonText ? answer.json : JSON.stringify(answer);
  const headers = madeHeaders(contract, request, body);
  const etag = answer instanceof JsonText ? answer.etag : etagOf(answer);
  if (etag !== undefined) headers.set('etag', etag);
  // A version says nothing of what is counted or derived, so only texts with a tag of their own can be "not modified".
  const fresh = answer instanceof JsonText && etag !== undefined && request.method === 'GET';
  if (fresh && request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers });
  return new Response(body, { status: contract.status ?? 200, headers });
}

const Versioned = z.object({ version: z.int() });

function etagOf(answer: unknown): string | undefined {
  const versioned = Versioned.safeParse(answer);
  return versioned.success ? `"v${versioned.data.version}"` : undefined;
}
