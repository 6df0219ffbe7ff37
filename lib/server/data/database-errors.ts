import 'server-only';
import { Problem } from '@/lib/core/api/problem';

/** Codes of PostgreSQL and of sockets that mean: the database cannot answer now. */
const unavailable = /^(08|53|57P)|^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|P10\d\d)$/;
/** Statement or lock timeout, or no connection was free in time for a transaction. */
const busy = /^(57014|55P03|40001|40P01|P2024|P2028)$/;
/** What pg says, without a code, of a connection that breaks or does not come. */
const brokenLine = /Connection terminated|timeout expired|Query read timeout|not queryable/;
/** What its pool says when all connections stay taken. */
const allTaken = /timeout exceeded when trying to connect/;
/** A foreign key points at nothing. */
const orphaned = '23503';

/** The code that PostgreSQL gave, else the one nearest to it; Prisma wraps both, in `meta` and in `cause`. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { code, originalCode, cause, meta, driverAdapterError } = error as Record<string, unknown>;
  const inner = [meta, driverAdapterError, cause].map(codeOf).find((found) => found !== '');
  return inner ?? [originalCode, code].find((given) => typeof given === 'string') ?? '';
}

/** What a new thing belongs to was deleted meanwhile. */
export const isOrphaned = (error: unknown): boolean => codeOf(error) === orphaned;

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
