import 'server-only';

/** The client's address as the nearest trusted proxy tells it; without one all visitors share a bucket. */
export const clientAddress = (headers: Headers): string =>
  headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'local';
