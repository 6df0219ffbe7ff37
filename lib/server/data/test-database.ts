import { temporaryDatabase } from '@/scripts/database.mjs';
import { migrate } from './migrations';

/**
 * Vitest's global set-up of the project `data`: an empty, migrated PostgreSQL for this run, its address in
 * DATABASE_URL. TEST_DATABASE_URL names another one to use, which must be empty and is not cleaned up.
 */
export default async function provideDatabase(): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const database = given ? { url: given, stop: async () => {} } : await temporaryDatabase();
  try {
    await migrate(database.url);
  } catch (error) {
    await database.stop();
    throw error;
  }
  process.env.DATABASE_URL = database.url;
  return database.stop;
}
