// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { show } from '@/components/page.fixture';
import { onDemand } from './on-demand';

beforeEach(() => {
  // React tells of what a boundary catches.
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

const Whole = ({ said }: { said: string }) => <p>{said} Undo</p>;

/** A part whose code cannot be fetched while the line is down, and what the page shows of it. */
function part() {
  const line = { isDown: true };
  const fetch = vi.fn(async () => {
    if (line.isDown) throw new Error('Failed to load chunk');
    return Whole;
  });
  return { line, fetch, shown: () => document.body.textContent };
}

test('what stands instead of a part gives way to it when the next is shown', async () => {
  const { line, fetch, shown } = part();
  const Part = onDemand(fetch, { otherwise: ({ said }) => <p>{said}</p> });
  await show(<Part said="Not moved." />);
  expect(shown()).toBe('Not moved.');
  await show(<Part said="Not moved either." />);
  expect(shown()).toBe('Not moved either.');
  expect(fetch).toHaveBeenCalledTimes(2);
  line.isDown = false;
  await show(<Part said="Moved." />);
  expect(shown()).toBe('Moved. Undo');
});

test('what fails whenever it is drawn is not tried without end', async () => {
  const draw = vi.fn((_: { said: string }) => {
    throw new Error('It cannot be drawn.');
  });
  const Part = onDemand<{ said: string }>(async () => draw, { otherwise: ({ said }) => <p>{said}</p> });
  await show(<Part said="One." />);
  await show(<Part said="Two." />);
  expect(document.body.textContent).toBe('Two.');
  expect(draw.mock.calls.length).toBeLessThan(10);
});

test('a part that says that it could not be loaded waits to be asked', async () => {
  const { line, fetch, shown } = part();
  const Part = onDemand(fetch);
  await show(<Part said="One." />);
  line.isDown = false;
  await show(<Part said="Two." />);
  expect(shown()).toContain('This could not be loaded.');
  expect(fetch).toHaveBeenCalledTimes(1);
});
