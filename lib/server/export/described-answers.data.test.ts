import { beforeAll, expect, test } from 'vitest';
import { contracts } from '@/lib/core/api/contracts';
import { openApi } from '@/lib/core/api/openapi';
import { createApiToken } from '@/lib/server/data/api-tokens';
import { deleteAnnotation } from '@/lib/server/data/change-annotation';
import { db } from '@/lib/server/data/database';
import { roomForExports } from '@/lib/server/data/export/prepared-exports';
import { loadHandlers } from '@/lib/server/data/route-handlers.fixture';
import { runDue } from '@/lib/server/jobs/worker';
import { hashToken, secretToken } from '@/lib/server/secret-token';
import { exportingGroup } from './exporting-group.fixture';
import { amongPreviews } from './running-exports';

process.env.RATE_LIMIT_FACTOR = '1000000';

interface Described {
  headers?: Record<string, unknown>;
  content?: Record<string, unknown>;
}
type Operation = { responses: Record<string, Described> };
const { paths, components } = openApi(contracts, '/api/v1') as {
  paths: Record<string, Record<string, Operation>>;
  components: { responses: { Problem: Described } };
};

let handlers: Awaited<ReturnType<typeof loadHandlers>>;
let club: Awaited<ReturnType<typeof exportingGroup>>;
let token: string;
beforeAll(async () => {
  handlers = await loadHandlers();
  club = await exportingGroup();
  token = secretToken(24);
  await createApiToken(club.bo, { name: 't', scope: 'write', days: null, tokenHash: hashToken(token) });
}, 60_000);

const collection = '/groups/{group}/exports';
const file = `${collection}/{id}/file`;

/** The status of an answer that is as the description says: of that status, or else a problem. */
async function ask(key: string, id = '', { body, ...headers }: Record<string, string> = {}): Promise<number> {
  const [method = '', path = ''] = key.split(' ');
  const request = new Request(`http://127.0.0.1/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body }),
  });
  const response = await handlers.get(key)!(request, {
    params: Promise.resolve({ group: club.group, id }),
  });
  const own = paths[path]?.[method.toLowerCase()]?.responses[response.status];
  const { content = {}, headers: promised = {} } = own ?? components.responses.Problem;
  const type = response.headers.get('content-type');
  // A file has the type of its format.
  const isFile = type === 'application/jsonl' && 'application/octet-stream' in content;
  const hasBody = (await response.arrayBuffer()).byteLength > 0;
  expect(isFile || !hasBody ? [] : [type], `types of ${response.status}`).toEqual(
    isFile ? [] : Object.keys(content),
  );
  for (const name of Object.keys(promised)) expect(response.headers.get(name), name).not.toBeNull();
  return response.status;
}

test('whatever is answered about an export in the background is as the API describes it', async () => {
  const asking = { body: JSON.stringify({ format: 'jsonl' }) };
  expect(await ask(`POST ${collection}`, '', asking)).toBe(202);
  expect(await ask(`POST ${collection}`, '', asking)).toBe(409);
  expect(await ask(`POST ${collection}`, '', { body: '{"format": "docx"}' })).toBe(422);
  const { id } = await db().export.findFirstOrThrow({ where: { userId: club.bo.user.id } });
  expect(await ask(`GET ${file}`, id)).toBe(409);
  await runDue('export');
  expect(await ask(`GET ${collection}`)).toBe(200);
  expect(await ask(`GET ${collection}/{id}`, id)).toBe(200);
  expect(await ask(`GET ${file}`, id)).toBe(200);
  expect(await ask(`GET ${file}`, id, { range: 'bytes=0-9' })).toBe(206);
  const { sha256 } = await db().export.findUniqueOrThrow({ where: { id } });
  expect(await ask(`GET ${file}`, id, { 'if-none-match': `"${sha256}"` })).toBe(304);
  expect(await ask(`GET ${file}`, id, { range: 'bytes=9999999-' })).toBe(416);

  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const looks = [1, 2, 3].map(() => amongPreviews(club.bo.user.id, () => finished));
  expect(await ask(`GET ${file}`, id)).toBe(429);
  finish();
  await Promise.all(looks);

  await db().export.update({ where: { id }, data: { bytes: roomForExports } });
  expect(await ask(`POST ${collection}`, '', asking)).toBe(503);
  await deleteAnnotation(club.ann, club.fox);
  expect(await ask(`GET ${file}`, id)).toBe(410);
  expect(await ask(`DELETE ${collection}/{id}`, id)).toBe(204);
  expect(await ask(`DELETE ${collection}/{id}`, id)).toBe(404);
});
