import { expect, test, vi } from 'vitest';
import { POST } from '@/app/api/v1/session/route';
import { createUser } from '@/lib/server/data/users';
import { visitor } from '@/lib/server/data/viewer';
import { Browser } from './browser.fixture';

/** Lets the checks of passwords end, which stand still until then. */
let letGo = () => {};
const standing = new Promise<void>((resolve) => {
  letGo = resolve;
});
vi.mock('@node-rs/argon2', () => ({
  hash: async () => '$argon2id$v=19$m=65536,t=3,p=1$decoy',
  verify: () => standing.then(() => true),
}));

const email = `${crypto.randomUUID()}@example.test`;
const passwordHash = '$argon2id$v=19$m=65536,t=3,p=1$stored';

/** From an address of its own each, so that no limit but the queue's counts. */
function signIn(): Promise<Response> {
  const { headers } = new Browser();
  headers.set('origin', 'http://127.0.0.1:9');
  headers.set('content-type', 'application/json');
  const body = JSON.stringify({ email, password: 'wind over the estuary' });
  const request = new Request('http://127.0.0.1:9/api/v1/session', { method: 'POST', headers, body });
  return POST(request, { params: Promise.resolve({}) });
}

test('of a flood of sign-ins 4 are checked, 64 wait, and the rest are asked to come again', async () => {
  await createUser(visitor, { name: 'Una', email, passwordHash });
  const refused: Response[] = [];
  const all = Array.from({ length: 100 }, async () => {
    const answer = await signIn();
    if (answer.status === 503) refused.push(answer);
    return answer;
  });
  await vi.waitFor(() => expect(refused).toHaveLength(32), 20_000);
  letGo();
  const answers = await Promise.all(all);
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(68);
  expect(refused.map(({ headers }) => headers.get('retry-after'))).toEqual(Array(32).fill('2'));
  expect((await signIn()).status).toBe(201);
});
