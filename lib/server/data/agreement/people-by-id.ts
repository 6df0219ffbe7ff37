import 'server-only';
import type { Person } from '@/lib/core/annotation/annotation';
import { query } from '@/lib/server/data/database';

/** People by their ids, each once. */
export async function peopleById(ids: Iterable<string>): Promise<Map<string, Person>> {
  const rows = await query<Person>('people', `SELECT id, name FROM "user" WHERE id = ANY($1::uuid[])`, [
    [...ids],
  ]);
  return new Map(rows.map((person) => [person.id, person]));
}
