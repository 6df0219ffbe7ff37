import { v7 } from 'uuid';
import { expect, test, vi } from 'vitest';
import { POST } from '@/app/api/v1/groups/[group]/essays/route';
import { importEssay } from '@/lib/core/importing/import-essay';
import { db } from '@/lib/server/data/database';
import { readingGroup } from '@/lib/server/data/reading-group.fixture';
import { hashToken } from '@/lib/server/secret-token';

/** Whether each text was read within a transaction. */
const within: boolean[] = [];
const outside = db();
vi.mock('@/lib/server/importing/read-essay', () => ({
  readEssay: async (source: Parameters<typeof importEssay>[0]) => {
    within.push(db() !== outside);
    return importEssay(source);
  },
}));

test('no transaction stays open while a text is read, and with an Idempotency-Key it is kept once', async () => {
  const { group, join } = await readingGroup();
  const { user } = await join('Ann', 'member');
  const token = user.id.replaceAll('-', '');
  await db().apiToken.create({
    data: { id: v7(), userId: user.id, name: 'test', tokenHash: hashToken(token), scope: 'write' },
  });
  const headers = {
    authorization: `Bearer ${token}`,
    'idempotency-key': v7(),
    'content-type': 'application/json',
  };
  const body = JSON.stringify({ title: 'Once', format: 'text', content: 'Read once, kept once.' });
  const post = () =>
    POST(new Request('http://localhost/', { method: 'POST', headers, body }), {
      params: Promise.resolve({ group }),
    });
  const [first, again] = [await post(), await post()];
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(await again.text()).toBe(await first.text());
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect(within).toEqual([false, false]);
});
