import { expect, test } from 'vitest';
import { slowJson } from './slow-json';

const pieces = async (work: AsyncGenerator<number, unknown>) => {
  const all: string[] = [];
  for await (const bytes of slowJson(work)) all.push(Buffer.from(bytes).toString());
  return all;
};

test('what takes long is told of by blanks while it is done, and is JSON in the end', async () => {
  async function* work() {
    yield* [0, 0.004, 0.25, 0.251, 1];
    return { a: [1] };
  }
  const all = await pieces(work());
  expect(all.map((piece) => piece.length)).toEqual([25, 75, 9]);
  expect(JSON.parse(all.join(''))).toEqual({ a: [1] });
});

test('who goes away ends the work', async () => {
  let isOver = false;
  async function* work() {
    try {
      while (true) yield 0.5;
    } finally {
      isOver = true;
    }
  }
  for await (const _ of slowJson(work())) break;
  expect(isOver).toBe(true);
});

test('what fails meanwhile is no JSON', async () => {
  async function* work() {
    yield 0.5;
    throw new Error('Not what was frozen.');
  }
  await expect(pieces(work())).rejects.toThrow('frozen');
});
