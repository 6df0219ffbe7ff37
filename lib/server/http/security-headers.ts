import 'server-only';

/**
 * The content security policy of a page: scripts run by nonce only. Style attributes are allowed because user content
 * never carries any; style elements need the nonce too. React's error overlay in development needs eval.
 */
export function contentSecurityPolicy(nonce: string, development = false): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // Development puts styles into the page without a nonce, and no navigation ends before they apply.
    `style-src-elem 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
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
/** Navigating in development waits for what is said under these over another connection. */
const developing = /^x-nextjs-(?:html-)?request-id$/;

/** The request's headers without those by which parts of Next speak to each other; visitors have no say in them. */
export function outsideHeaders(given: Headers, development = false): Headers {
  const headers = new Headers(given);
  for (const name of [...headers.keys()])
    if (internal.test(name) && !(development && developing.test(name))) headers.delete(name);
  return headers;
}
