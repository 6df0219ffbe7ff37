import { expect, test, vi } from 'vitest';
import { GET } from '@/app/api/v1/openapi.json/route';
import { openApi } from '@/lib/core/api/openapi';

process.env.DATABASE_URL = 'postgresql://nobody@localhost/none';
process.env.AUTH_SECRET = 'a secret for tests, long enough to be one';

vi.mock(import('@/lib/core/api/openapi'), async (original) => {
  const { openApi } = await original();
  return { openApi: vi.fn(openApi) };
});

test('the description is built once for all who ask', async () => {
  const ask = async () => {
    const request = new Request('http://127.0.0.1:3000/api/v1/openapi.json');
    return (await GET(request, { params: Promise.resolve({}) })).json();
  };
  const first = await ask();
  expect(first).toMatchObject({ openapi: '3.1.1', servers: [{ url: 'http://127.0.0.1:3000/api/v1' }] });
  expect(await ask()).toEqual(first);
  expect(openApi).toHaveBeenCalledTimes(1);
});
