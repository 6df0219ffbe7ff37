import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { conflict } from '@/lib/core/api/problem';
import { db } from './database';
import { oneAtATime } from './one-at-a-time';

const problem = conflict('running', 'It runs.');

/** Begins something under names, and says how to end it. */
async function begun(...names: string[]) {
  let end = () => {};
  let ended: Promise<void> = Promise.resolve();
  await new Promise<void>((running, refused) => {
    ended = oneAtATime(Object.fromEntries(names.map((name) => [name, problem])), () => {
      running();
      return new Promise((done) => {
        end = done;
      });
    });
    ended.catch(refused);
  });
  return {
    end: () => {
      end();
      return ended;
    },
  };
}

test('what runs is refused to others under any of its names, and free when it has ended', async () => {
  const [one, two, three] = [v7(), v7(), v7()];
  const first = await begun(one, two);
  await expect(begun(three, two)).rejects.toBe(problem);
  // What was refused holds nothing.
  await (await begun(three)).end();
  await first.end();
  await (await begun(one, two)).end();
  expect(await db().rateLimit.count({ where: { key: { in: [`alone:${one}`, `alone:${two}`] } } })).toBe(0);
});

test('what fails is free, too', async () => {
  const name = v7();
  await expect(oneAtATime({ [name]: problem }, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await (await begun(name)).end();
});

test('what a process began that ended hinders nobody for ever, and does not free what came after', async () => {
  const name = v7();
  const lost = await begun(name);
  await db().rateLimit.update({ where: { key: `alone:${name}` }, data: { expire: BigInt(Date.now() - 1) } });
  const next = await begun(name);
  await lost.end();
  await expect(begun(name)).rejects.toBe(problem);
  await next.end();
});
