import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy, outsideHeaders } from './security-headers';

const directives = Object.fromEntries(
  contentSecurityPolicy('R')
    .split('; ')
    .map((directive) => directive.split(/ (.*)/s) as [string, string]),
);

describe('the policy of a page', () => {
  test('lets nothing load that is not named', () => {
    expect(directives['default-src']).toBe("'none'");
    expect(directives['object-src']).toBe("'none'");
    expect(directives['frame-ancestors']).toBe("'none'");
  });

  test('runs scripts by nonce only', () => {
    expect(directives['script-src']).toBe("'nonce-R' 'strict-dynamic'");
  });

  test('names no other site and no wildcard', () => {
    expect(contentSecurityPolicy('R')).not.toMatch(/https?:|\*/);
  });

  test('allows eval and styles without a nonce in development and never else', () => {
    expect(contentSecurityPolicy('R', true)).toContain("'unsafe-eval'");
    expect(contentSecurityPolicy('R')).not.toContain('eval');
    expect(contentSecurityPolicy('R', true)).toContain("style-src-elem 'self' 'unsafe-inline';");
    expect(contentSecurityPolicy('R')).toContain("style-src-elem 'self' 'nonce-R';");
  });
});

test('headers by which parts of Next speak to each other do not come in from outside', () => {
  const given = new Headers({
    'x-middleware-subrequest': 'proxy:proxy:proxy',
    'X-Middleware-Rewrite': '/other',
    'x-nextjs-data': '1',
    'next-resume': '1',
    'x-nonce': 'mine',
    'content-security-policy': "script-src 'nonce-mine'",
    rsc: '1',
    cookie: 'session=a',
  });
  expect(Object.fromEntries(outsideHeaders(given))).toEqual({ cookie: 'session=a', rsc: '1' });
  const ids = { 'x-nextjs-request-id': 'a', 'x-nextjs-html-request-id': 'b' };
  expect(Object.fromEntries(outsideHeaders(new Headers(ids)))).toEqual({});
  expect(Object.fromEntries(outsideHeaders(new Headers({ ...ids, 'x-nextjs-data': '1' }), true))).toEqual(
    ids,
  );
});
