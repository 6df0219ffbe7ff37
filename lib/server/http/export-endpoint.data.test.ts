import { expect, test } from 'vitest';
import { GET as previewOf } from '@/app/api/v1/groups/[group]/export/preview/route';
import { GET } from '@/app/api/v1/groups/[group]/export/route';
import { JsonlLine } from '@/lib/core/export/jsonl/jsonl-line';
import { createApiToken } from '@/lib/server/data/api-tokens';
import { exportGroup } from '@/lib/server/data/export/export-group.fixture';
import type { Viewer } from '@/lib/server/data/viewer';
import { hashToken, secretToken } from '@/lib/server/secret-token';

const { group, ann, bo, annotate, answer } = await exportGroup();
const fox = await annotate(ann, 'fox 🦊 jumps', { tags: ['crux'] });
await answer(bo, fox, 'Is it?');
const tokenOf = async (viewer: Viewer) => {
  const token = secretToken(24);
  await createApiToken(viewer, { name: 'test', scope: 'read', days: null, tokenHash: hashToken(token) });
  return token;
};
const token = await tokenOf(ann);

const ask = (handler: typeof GET, query: string, by = token, signal: AbortSignal | null = null) =>
  handler(
    new Request(`http://127.0.0.1/api/v1/groups/${group}/export?${query}`, {
      headers: { authorization: `Bearer ${by}` },
      signal,
    }),
    { params: Promise.resolve({ group }) },
  );

test('the file comes under its name and type, and is whole', async () => {
  const response = await ask(GET, 'format=jsonl');
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/jsonl',
    'content-disposition': expect.stringContaining(`filename="g-${group}.jsonl"`),
    'cache-control': 'private, no-store',
  });
  const lines = (await response.text()).trim().split('\n');
  expect(lines.map((line) => JsonlLine.parse(JSON.parse(line)).kind)).toEqual(['group', 'document']);
});

test('the preview counts the same, and shows how it begins', async () => {
  const preview = await (await ask(previewOf as typeof GET, '')).json();
  expect(preview).toMatchObject({
    counts: { annotations: 1, replies: 1, documents: 1 },
    rows: [{ quote: 'fox 🦊 jumps', tags: ['crux'], replies: 1, person: expect.stringMatching(/^reader-/) }],
    unlicensed: [],
  });
});

test.each([
  ['an unknown format', 'format=docx', 422],
  ['no format', '', 422],
  ['a day that is none', 'format=csv&from=yesterday', 422],
  ['a year that is none', 'format=csv&from=0000-01-01', 422],
  ['a part that is none', 'format=csv&parts=everything', 422],
  ['a choice that is none', 'format=csv&colour=red', 422],
  ['an essay that the group does not have', 'format=csv&essay=none', 404],
  ['a time that ends before it begins', 'format=csv&from=2026-11-02&to=2026-11-01', 422, 'empty-time'],
  ['a time that ends as it begins', 'format=csv&from=2026-11-01&to=2026-11-01', 422, 'empty-time'],
  ['a tag that the group does not have', 'format=csv&tags=crux,nope', 422, 'unknown-tag'],
])('%s is refused with words', async (_, query, status, code = '') => {
  for (const handler of [GET, previewOf as typeof GET]) {
    if (handler !== GET && code === '') continue;
    const response = await ask(handler, query);
    expect(response.status).toBe(status);
    const { type, detail } = await response.json();
    expect(type).toContain(code);
    expect(detail).not.toBe('');
  }
});

test('one person takes one export at a time, and who gives one up may take the next', async () => {
  const first = await ask(GET, 'format=csv');
  const second = await ask(GET, 'format=csv');
  expect([first.status, second.status, second.headers.get('retry-after')]).toEqual([200, 429, '5']);
  await first.body?.cancel();
  const third = await ask(GET, 'format=csv');
  expect(await third.text()).toContain(fox);
});

test.each(['before it begins', 'before it is read'])('who goes away %s may take the next', async (when) => {
  const leaving = new AbortController();
  const first = ask(GET, 'format=csv', token, leaving.signal);
  if (when === 'before it is read') await first;
  leaving.abort();
  await first;
  const next = await ask(GET, 'format=csv');
  expect(await next.text()).toContain(fox);
});
