import { expect, test, vi } from 'vitest';
import { inTurns } from './in-turns';

/** So many steps of five milliseconds each, by a clock of its own. */
function* work(steps: number) {
  for (let n = 0; n < steps; n++) {
    clock += 5;
    yield;
  }
  return steps;
}

let clock = 0;
vi.spyOn(performance, 'now').mockImplementation(() => clock);

test('long work lets others in after ten milliseconds, and comes to the same', async () => {
  let others = 0;
  const count = () => {
    others++;
    waiting = setImmediate(count);
  };
  let waiting = setImmediate(count);
  expect(await inTurns(work(100))).toBe(100);
  clearImmediate(waiting);
  expect(others).toBeGreaterThanOrEqual(50);
});

test('short work is done at once', async () => {
  const between = vi.fn(async () => {});
  expect(await inTurns(work(1), between)).toBe(1);
  expect(between).not.toHaveBeenCalled();
});

test('what goes wrong between turns ends the work', async () => {
  let steps = 0;
  function* counted() {
    for (const step of work(100)) {
      steps++;
      yield step;
    }
  }
  await expect(inTurns(counted(), () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  expect(steps).toBe(2);
});
