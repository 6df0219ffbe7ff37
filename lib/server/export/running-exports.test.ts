import { expect, test, vi } from 'vitest';
import { amongPreviews, beginRunning } from './running-exports';

const codeOf = (begin: () => unknown) => {
  try {
    begin();
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test('one person runs one export at a time, and all together a few', () => {
  const leases = ['ann', 'bo', 'cy'].map((who) => beginRunning(who));
  expect(codeOf(() => beginRunning('ann'))).toBe('export-running');
  expect(codeOf(() => beginRunning('dee'))).toBe('busy');
  for (const lease of leases) lease.end();
  beginRunning('ann').end();
});

test('an export that nobody took away for a minute is over', () => {
  let time = 0;
  const lease = beginRunning('ann', () => time);
  time = 50_000;
  lease.keep();
  time = 100_000;
  expect(codeOf(() => beginRunning('ann', () => time))).toBe('export-running');
  time = 111_000;
  beginRunning('ann', () => time).end();
});

test('an export of which nothing can be taken away yet goes on as long as it is made', async () => {
  vi.useFakeTimers();
  const lease = beginRunning('ann');
  const making = lease.during(new Promise((resolve) => setTimeout(resolve, 300_000, 'made')));
  await vi.advanceTimersByTimeAsync(299_000);
  expect(codeOf(() => beginRunning('ann'))).toBe('export-running');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await making).toBe('made');
  await vi.advanceTimersByTimeAsync(61_000);
  beginRunning('ann').end();
  vi.useRealTimers();
});

test('an export that is over does not begin again while its last part is still being made', async () => {
  vi.useFakeTimers();
  const lease = beginRunning('ann');
  const making = lease.during(new Promise((resolve) => setTimeout(resolve, 100_000)));
  await vi.advanceTimersByTimeAsync(10_000);
  lease.end();
  await vi.advanceTimersByTimeAsync(100_000);
  await making;
  beginRunning('ann').end();
  vi.useRealTimers();
});

test('an export that is over does not end the next one of the same person', () => {
  let time = 0;
  const now = () => time;
  const before = beginRunning('ann', now);
  time = 61_000;
  const next = beginRunning('ann', now);
  before.end();
  expect(codeOf(() => beginRunning('ann', now))).toBe('export-running');
  next.end();
});

test('who takes a little now and then comes to an end after an hour', () => {
  let time = 0;
  const lease = beginRunning('ann', () => time);
  time = 3_600_001;
  expect(() => lease.keep()).toThrow('too long');
  lease.end();
});

test('of previews one person has three made at once, and all together six', async () => {
  const over: (() => void)[] = [];
  const make = () => new Promise<void>((resolve) => void over.push(resolve));
  const six = ['ann', 'ann', 'ann', 'bo', 'bo', 'cy'];
  const first = six.slice(0, 3).map((who) => amongPreviews(who, make));
  await expect(amongPreviews('ann', make)).rejects.toMatchObject({ code: 'export-running' });
  const rest = six.slice(3).map((who) => amongPreviews(who, make));
  await expect(amongPreviews('dee', make)).rejects.toMatchObject({ code: 'busy' });
  for (const end of over) end();
  await Promise.all([...first, ...rest]);
  await amongPreviews('ann', async () => {});
});
