import { workerDatabase } from './worker-database';

/** Set-up of every data test: its worker's database, in which nobody else is. */
const { TEST_DATABASE_URL, VITEST_POOL_ID } = process.env;
if (!TEST_DATABASE_URL || !VITEST_POOL_ID) throw new Error('Data tests run in the project `data` of Vitest.');
process.env.DATABASE_URL = workerDatabase(TEST_DATABASE_URL, VITEST_POOL_ID);

/**
 * Two queries at once on one connection, as within a transaction, fail the test. pg queues them for now, with a warning,
 * and will not in its next version.
 */
process.on('warning', (warning) => {
  if (/client\.query\(\) when the client is already executing/.test(warning.message)) throw warning;
});
