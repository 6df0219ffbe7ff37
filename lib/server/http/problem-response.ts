import 'server-only';
import { type core, ZodError } from 'zod';
import { notFound, Problem, type ProblemDetails } from '@/lib/core/api/problem';
import { log } from '@/lib/server/log';

/** Codes of PostgreSQL and of sockets that mean: the database cannot answer now. */
const unavailable = /^(08|53|57P)|^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|P10\d\d)$/;
/** Statement or lock timeout, or no connection was free in time for a transaction. */
const busy = /^(57014|55P03|40001|40P01|P2024|P2028)$/;
/** What pg says, without a code, of a connection that breaks or does not come. */
const brokenLine = /Connection terminated|timeout expired|Query read timeout|not queryable/;
/** What its pool says when all connections stay taken. */
const allTaken = /timeout exceeded when trying to connect/;
/** A foreign key points at nothing: what the new thing belongs to was deleted meanwhile. */
const orphaned = '23503';

/** The code that PostgreSQL gave, else the one nearest to it; Prisma wraps both, in `meta` and in `cause`. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { code, originalCode, cause, meta, driverAdapterError } = error as Record<string, unknown>;
  const inner = [meta, driverAdapterError, cause].map(codeOf).find((found) => found !== '');
  return inner ?? [originalCode, code].find((given) => typeof given === 'string') ?? '';
}

/** The database is there, and has too much to do to answer in time. */
export function isBusy(error: unknown): boolean {
  if (error instanceof Problem) return error.code === 'busy';
  return (error instanceof Error && allTaken.test(error.message)) || busy.test(codeOf(error));
}

/** The database cannot answer now, or not in time; it may in a moment. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof Problem) return error.status === 503;
  const isBroken = error instanceof Error && brokenLine.test(error.message);
  return isBroken || isBusy(error) || unavailable.test(codeOf(error));
}

const inWords = ({ path, message }: core.$ZodIssue) =>
  path.length === 0 ? message : `${path.join('.')}: ${message}`;

/** Every error becomes a Problem: known ones as they are, the rest by what they mean to the caller. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ZodError)
    return new Problem(422, 'invalid', error.issues.map(inWords).join('\n'), {
      issues: error.issues.map(({ path, message }) => ({ path: path.map(String), message })),
    });
  if (codeOf(error) === orphaned) return notFound();
  if (isBusy(error))
    return new Problem(
      503,
      'busy',
      'The server has too much to do at the moment. What you sent was not saved; try again in a few seconds.',
      { retryAfter: 5 },
    );
  if (isUnavailable(error))
    return new Problem(
      503,
      'unavailable',
      'The database does not answer now. What you sent was not saved; try again.',
      {
        retryAfter: 2,
      },
    );
  log.error({ err: error }, 'unexpected error');
  return new Problem(500, 'internal', 'Something went wrong on the server. What you sent was not saved.');
}

export function problemResponse(error: unknown): Response {
  const problem: ProblemDetails = toProblem(error).toJSON();
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  if (typeof problem.retryAfter === 'number')
    headers.set('retry-after', String(Math.ceil(problem.retryAfter)));
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}
