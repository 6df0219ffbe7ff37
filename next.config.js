import path from 'node:path';

const root = import.meta.dirname;

const everywhere = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value:
      'camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), serial=(), usb=(), browsing-topics=()',
  },
];
/** Pages get theirs, with a nonce, in proxy.ts; nothing that is not a page may load anything. */
const apiPolicy = {
  key: 'Content-Security-Policy',
  value: "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
};
const noReferrer = [{ key: 'Referrer-Policy', value: 'no-referrer' }];

/** `next dev` answers the host that it listens on only, and localhost; people may reach it by another name. */
const devHost = process.env.APP_URL ? [new URL(process.env.APP_URL).hostname] : [];

/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  poweredByHeader: false,
  agentRules: false,
  reactStrictMode: true,
  typedRoutes: true,
  images: { unoptimized: true },
  allowedDevOrigins: devHost,
  turbopack: { root },
  outputFileTracingRoot: root,
  // `npm test` checks the types; a start on a fresh machine need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // A container's address ends in "/", as the Web Annotation Protocol says; no other does.
  skipTrailingSlashRedirect: true,
  redirects: async () => [{ source: '/:path((?!wa/).+)/', destination: '/:path', permanent: true }],
  headers: async () => [
    { source: '/:path*', headers: everywhere },
    { source: '/(api/.*|wa/.*|healthz|readyz)', headers: [apiPolicy] },
    // The secret in the address stays out of logs.
    { source: '/(setup|invite/.*)', headers: noReferrer },
  ],
  distDir: process.env.CRUXBOOK_DIST ?? '.next',
  outputFileTracingIncludes: { '/*': [path.join('prisma', 'migrations', '**', '*.sql')] },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'nodemailer', 'pino'],
};
