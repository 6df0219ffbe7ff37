import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerWith, rememberAnswers } from './answer-status';

const pause = () => new Promise((resolve) => setImmediate(resolve));

/** Answers with the status that its path names, which it sets far from the response. */
const server = http.createServer(async ({ url }, response) => {
  await pause();
  const isSet = url === '/late' ? true : await status(Number(url!.slice(1)));
  if (url === '/late') response.flushHeaders();
  response.end(String(url === '/late' ? answerWith(404) : isSet));
});

async function status(wanted: number) {
  await pause();
  return answerWith(wanted);
}

beforeAll(async () => {
  rememberAnswers();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

const ask = async (path: string) => {
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`);
  return [answer.status, await answer.text()];
};

test('each of many requests at once gets the status that was set for it', async () => {
  const wanted = [404, 200, 410, 404, 403, 200, 404];
  expect(await Promise.all(wanted.map((one) => ask(`${one}`)))).toEqual(wanted.map((one) => [one, 'true']));
});

test('a status that comes after the headers is refused', async () => {
  expect(await ask('late')).toEqual([200, 'false']);
});

test('without a server below there is nothing to set', () => {
  expect(answerWith(404)).toBe(false);
});
