// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { show } from '@/components/page.fixture';
import { DownloadPanel } from './download-panel';

const button = (name: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent.includes(name))!;
const said = () => [...document.querySelectorAll('[role=status]')].map((one) => one.textContent).join('');

/** A server that answers, and sends bytes, when it is told to. */
function slowServer() {
  let answer = (_: Response) => {};
  const { readable, writable } = new TransformStream({}, { highWaterMark: 10 });
  const body = writable.getWriter();
  vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => {
    return new Promise<Response>((resolve, reject) => {
      answer = resolve;
      signal!.addEventListener('abort', () => reject(signal!.reason));
    });
  });
  return {
    begin: () => answer(new Response(readable)),
    send: (bytes: number) => body.write(new Uint8Array(bytes)),
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a file that is not on its way yet is being prepared, and one that is given up says so', async () => {
  const server = slowServer();
  await show(<DownloadPanel url="/one" link="/" />);
  await act(async () => button('Download').click());
  expect(said()).toBe('Preparing…');
  await act(async () => server.begin());
  expect(said()).toBe('Preparing…');
  await act(async () => server.send(10));
  expect(said()).toBe('10 bytes so far…');
  await act(async () => button('Cancel').click());
  expect(said()).toBe('Cancelled.');
  await show(<DownloadPanel url="/another" link="/" />);
  expect(said()).toBe('');
});
