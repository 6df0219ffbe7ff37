import path from 'node:path';

const root = import.meta.dirname;

/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  poweredByHeader: false,
  agentRules: false,
  reactStrictMode: true,
  typedRoutes: true,
  images: { unoptimized: true },
  turbopack: { root },
  outputFileTracingRoot: root,
  // `npm test` checks the types; a start on a fresh machine need not wait for it.
  typescript: { ignoreBuildErrors: true },
  distDir: process.env.CRUXBOOK_DIST ?? '.next',
  outputFileTracingIncludes: { '/*': [path.join('prisma', 'migrations', '**', '*.sql')] },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'nodemailer', 'pino'],
};
