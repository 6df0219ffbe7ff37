// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { store, stored } from './browser-storage';

const key = 'words';

afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
  localStorage.clear();
});

test.each(['sessionStorage', 'localStorage'] as const)('%s keeps until it is to keep no more', (where) => {
  store(where, key, { text: 'Mine' });
  expect(stored(where, key)).toEqual({ text: 'Mine' });
  expect(stored(where === 'localStorage' ? 'sessionStorage' : 'localStorage', key)).toBeNull();
  store(where, key, null);
  expect([stored(where, key), window[where].length]).toEqual([null, 0]);
});

test('what cannot be read is nothing', () => {
  localStorage.setItem(key, '{"text":');
  expect(stored('localStorage', key)).toBeNull();
});

test('where storage is forbidden nothing is kept, and nothing else happens', () => {
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('Denied', 'SecurityError');
  });
  for (const value of [{ text: 'Mine' }, null]) store('localStorage', key, value);
  expect(stored('localStorage', key)).toBeNull();
});

test('where it is full what was kept before stays', () => {
  store('sessionStorage', key, { text: 'Mine' });
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('Full', 'QuotaExceededError');
  });
  store('sessionStorage', key, { text: 'Mine and more' });
  expect(stored('sessionStorage', key)).toEqual({ text: 'Mine' });
});
