// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keyboard } from './keyboard';
import type { KeyBinding } from './keymap';
import type { ReaderStore } from './reader-store';
import { watchKeyboard } from './watch-keyboard';

const ran: string[] = [];
const binding = (key: string): KeyBinding => ({
  keys: [key],
  section: 'read',
  label: key,
  run: () => ran.push(key),
});
const keys = keyboard();
const store = { keys, get: () => ({ settings: {} }) } as unknown as ReaderStore;
let stops: (() => void)[];

function press(key: string, target: Element = document.body): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  return target.dispatchEvent(event);
}

beforeEach(() => {
  document.body.innerHTML = '<textarea></textarea>';
  ran.length = 0;
  stops = [watchKeyboard(store)];
});

afterEach(() => {
  for (const stop of stops) stop();
});

test('what is pressed before the keys are there is answered in order when they come', async () => {
  const source = vi.fn(async () => [binding('j'), binding('k')]);
  stops.push(keys.add(source));
  for (const key of ['j', 'x', 'k', 'j']) press(key);
  expect(ran).toEqual([]);
  await vi.waitFor(() => expect(ran).toEqual(['j', 'k', 'j']));
  expect(source).toHaveBeenCalledTimes(1);
  expect([press('j'), press('x')]).toEqual([false, true]);
  expect(ran).toEqual(['j', 'k', 'j', 'j']);
});

test('keys that could not be fetched are asked for again by the next press', async () => {
  const source = vi.fn(async () => [binding('j')]).mockRejectedValueOnce(new Error('offline'));
  stops.push(keys.add(source));
  press('j');
  await vi.waitFor(() => expect(source).toHaveBeenCalledTimes(1));
  await vi.waitFor(() => {
    press('j');
    expect(source).toHaveBeenCalledTimes(2);
  });
  await vi.waitFor(() => expect(ran).not.toEqual([]));
});

test('whoever writes presses no keys of the page', async () => {
  const source = vi.fn(async () => [binding('j')]);
  stops.push(keys.add(source));
  press('j', document.querySelector('textarea')!);
  expect(source).not.toHaveBeenCalled();
});

test('what follows a key that opens a box to write in is for that box, also while the keys are fetched', async () => {
  const source = async () => [{ ...binding('a'), writes: true as const }, binding('j')];
  stops.push(keys.add(source));
  for (const key of ['j', 'a', 'j', 'x', 'Backspace', 'Enter', 'a']) press(key);
  await vi.waitFor(() => expect(ran).toEqual(['j', 'a']));
  expect(press('!')).toBe(false);
  const box = document.querySelector('textarea')!;
  const heard = vi.fn();
  box.addEventListener('input', heard);
  box.focus();
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
  expect(box.value).toBe('j\na!');
  box.blur();
  press('j');
  expect(ran).toEqual(['j', 'a', 'j']);
});

test('a box that does not come, or is not wanted, keeps no keys for itself', async () => {
  stops.push(keys.add(async () => [{ ...binding('a'), writes: true as const }, binding('j')]));
  await keys.fetch();
  for (const key of ['a', 'j', 'Escape', 'j']) press(key);
  expect(ran).toEqual(['a', 'j']);
  vi.useFakeTimers();
  press('a');
  vi.advanceTimersByTime(3_000);
  vi.useRealTimers();
  press('j');
  expect(ran).toEqual(['a', 'j', 'a', 'j']);
});

test('keys that are taken out mean nothing any more', async () => {
  const stop = keys.add(async () => [binding('j')]);
  await keys.fetch();
  stop();
  expect((await keys.fetch()).bindings).toEqual([]);
});
