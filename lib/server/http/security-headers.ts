import 'server-only';

/**
 * The content security policy of a page: scripts run by nonce only. Style attributes are allowed because user content
 * never carries any; style elements need the nonce too. React's error overlay in development needs eval.
 */
export function contentSecurityPolicy(nonce: string, development = false): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** Two years, for a site that is served over TLS. */
export const strictTransport = 'max-age=63072000; includeSubDomains';

const internal =
  /^(?:x-middleware-|x-nextjs-|next-resume$|upgrade$|x-nonce$|x-address$|content-security-policy)/;

/** The request's headers without those by which parts of Next speak to each other; visitors have no say in them. */
export function outsideHeaders(given: Headers): Headers {
  const headers = new Headers(given);
  for (const name of [...headers.keys()]) if (internal.test(name)) headers.delete(name);
  return headers;
}
