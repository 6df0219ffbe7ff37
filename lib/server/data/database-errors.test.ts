import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toProblem } from '@/lib/server/http/problem-response';
import { db, query, transaction } from './database';
import { readingGroup } from './reading-group.fixture';

const other = new pg.Client({ connectionString: process.env.DATABASE_URL });
let group: string;

beforeAll(async () => {
  ({ group } = await readingGroup());
  await other.connect();
});
afterAll(() => other.end());

const rename = 'UPDATE "group" SET name = name WHERE id = $1::uuid';
const endOwnConnection = async () => {
  const [row] = await query<{ pid: number }>('pid', 'SELECT pg_backend_pid() AS pid', []);
  await other.query('SELECT pg_terminate_backend($1)', [row?.pid]);
};

const meaning = (work: Promise<unknown>) => work.then(() => 200).catch((error) => toProblem(error).status);

describe('a row that somebody else holds too long answers "not now"', () => {
  beforeAll(() => other.query('BEGIN').then(() => other.query(rename, [group])));
  afterAll(() => other.query('ROLLBACK'));

  test.each([
    ['past the ORM', () => query('rename', rename, [group])],
    ['in a transaction', () => transaction(() => query('rename', rename, [group]))],
    ['by a tagged statement', () => transaction((tx) => tx.$executeRaw`SELECT 1 FROM "group" FOR UPDATE`)],
    [
      'by a model',
      () => transaction((tx) => tx.group.update({ where: { id: group }, data: { name: 'Other' } })),
    ],
  ])('%s', async (_, work) => expect(await meaning(work())).toBe(503));
});

describe('a connection that ends within a transaction answers "not now"', () => {
  test.each([
    ['at a statement', () => query('one', 'SELECT 1', [])],
    ['at a model', () => db().group.count()],
  ])('%s', async (_, next) => {
    const work = transaction(async () => {
      await endOwnConnection();
      await next();
    });
    expect(await meaning(work)).toBe(503);
  });
});

test('what belongs to something deleted meanwhile is not found', async () => {
  const membership = { groupId: group, userId: group, role: 'member' };
  expect(await meaning(db().membership.create({ data: membership }))).toBe(404);
});
