import { afterEach, expect, test, vi } from 'vitest';
import { fetchDiff } from './fetch-diff';

afterEach(() => void vi.unstubAllGlobals());

function answering(pieces: (string | Error)[], status = 200) {
  const bytes = new TextEncoder();
  const left = [...pieces];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = left.shift();
      if (next === undefined) controller.close();
      else if (typeof next === 'string') controller.enqueue(bytes.encode(next));
      else controller.error(next);
    },
  });
  vi.stubGlobal('fetch', async () => new Response(body, { status }));
  const told: number[] = [];
  const signal = new AbortController().signal;
  return { told, diff: fetchDiff('/x', { signal, told: (n) => void told.push(n) }) };
}

test('the blanks before a comparison say how far it is', async () => {
  const { told, diff } = answering([' ', '  ', ' {"from":1', ',"to":2}']);
  expect(await diff).toEqual({ from: 1, to: 2 });
  expect(told).toEqual([1, 3]);
});

test.each<[string, (string | Error)[]]>([
  ['by an error', [' ', new Error('gone')]],
  ['without a word', ['  ']],
])('a comparison that breaks off %s says so', async (_, pieces) => {
  await expect(answering(pieces).diff).rejects.toMatchObject({ message: /broke off/ });
});

test('what may not be compared is said in the words of the server', async () => {
  const { diff } = answering(['{"detail":"Release 2 was withdrawn."}'], 410);
  await expect(diff).rejects.toMatchObject({ status: 410, message: 'Release 2 was withdrawn.' });
});
