import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const setup = 'lib/property-runs.ts';
/** More cases of each property take longer. */
const patience = 30_000 * Math.max(1, Number(process.env.FC_RUNS ?? 1)); // a busy machine is no failure
/** Vitest would leave one of two cores alone. */
const maxWorkers = Math.max(2, availableParallelism() - 1);
const resolve = { alias: { '@': root, 'server-only': `${root}/node_modules/server-only/empty.js` } };

/**
 * `core`: the pure room. `unit`: everything else without a database. `data`: everything that talks to a real PostgreSQL.
 * `checkers`: what programs of others say of our files; they lie in ../shared and bring packages of their own.
 */
export default defineConfig({
  resolve,
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'core',
          testTimeout: patience,
          setupFiles: [setup],
          include: ['lib/core/**/*.test.ts'],
          exclude: ['**/*.checkers.test.ts'],
          maxWorkers,
          isolate: false, // nothing is left behind where nothing is kept, and a process for each file takes twice as long
        },
      },
      {
        resolve,
        test: {
          name: 'unit',
          testTimeout: patience,
          setupFiles: [setup],
          include: ['{lib,components,cli,scripts,prisma/seed}/**/*.test.{ts,tsx}'],
          exclude: ['lib/core/**', 'lib/server/data/**', '**/*.data.test.ts'],
          maxWorkers,
        },
      },
      {
        resolve,
        test: {
          name: 'data',
          testTimeout: patience,
          hookTimeout: 30_000,
          include: ['lib/server/data/**/*.test.ts', '{lib/server,cli,scripts}/**/*.data.test.ts'],
          globalSetup: ['lib/server/data/test-database.ts'],
          setupFiles: [setup, 'lib/server/data/test-setup.ts'],
          env: { APP_URL: 'http://127.0.0.1:9', AUTH_SECRET: 'a secret for tests, long enough to be one' },
          maxWorkers: 2, // each has a database of its own
        },
      },
      {
        resolve,
        test: {
          name: 'checkers',
          testTimeout: 4 * patience,
          setupFiles: [setup],
          hookTimeout: 300_000, // npm installs their packages
          include: ['lib/core/**/*.checkers.test.ts'],
          fileParallelism: false,
        },
      },
    ],
  },
});
