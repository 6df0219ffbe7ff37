import 'server-only';
import pino from 'pino';

/** Their messages speak of the program; those of others quote what somebody sent (a row, a query, a text). */
const ofTheProgram = new Set(['TypeError', 'RangeError', 'ReferenceError']);

/** What may be written down of an error: what it is and where it arose, never what it was about. */
export function loggable(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, meta, cause } = error as Error & Record<string, unknown>;
  const inner = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError ?? cause;
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return {
    type: error.name,
    message: ofTheProgram.has(error.name) ? error.message : undefined,
    code: text(code),
    constraint: text(constraint),
    at: error.stack?.split('\n').filter((line) => /^\s+at /.test(line)),
    ...(inner instanceof Error && { cause: loggable(inner) }),
  };
}

/** Structured log. Never bodies, addresses, tokens or mail: log ids. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: null,
  serializers: { err: loggable },
  redact: { paths: ['*.email', '*.password', '*.token', '*.cookie', '*.authorization'], remove: true },
});
