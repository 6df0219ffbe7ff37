import 'server-only';
import { type core, ZodError } from 'zod';
import { notFound, Problem, type ProblemDetails } from '@/lib/core/api/problem';
import { isBusy, isOrphaned, isUnavailable } from '@/lib/server/data/database-errors';
import { log } from '@/lib/server/log';

const inWords = ({ path, message }: core.$ZodIssue) =>
  path.length === 0 ? message : `${path.join('.')}: ${message}`;

/** Every error becomes a Problem: known ones as they are, the rest by what they mean to the caller. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ZodError)
    return new Problem(422, 'invalid', error.issues.map(inWords).join('\n'), {
      issues: error.issues.map(({ path, message }) => ({ path: path.map(String), message })),
    });
  if (isOrphaned(error)) return notFound();
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
