import 'server-only';
import pino from 'pino';

/** Structured log. Never bodies, addresses, tokens or mail: log ids. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: null,
  redact: { paths: ['*.email', '*.password', '*.token', '*.cookie', '*.authorization'], remove: true },
});
