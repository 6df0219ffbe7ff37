const root = process.cwd();

/** @type {import('next').NextConfig} */
export default {
  agentRules: false,
  poweredByHeader: false,
  turbopack: { root },
  outputFileTracingRoot: root,
  serverExternalPackages: ['pg'],
};
