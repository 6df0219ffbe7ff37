// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { show } from '@/components/page.fixture';
import { PaletteKey } from './palette-key';

vi.mock('./palette', () => {
  throw new Error('offline');
});

const assign = vi.fn();

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.stubGlobal('location', { assign });
  document.body.innerHTML = '<a href="/search?group=g" data-palette>Search</a>';
  await show(<PaletteKey />);
});

afterEach(() => {
  vi.restoreAllMocks();
  assign.mockClear();
});

test('a link leads where it says when the palette cannot be fetched, each time', async () => {
  for (const times of [1, 2]) {
    await act(async () => document.querySelector('a')!.click());
    await vi.waitFor(() => expect(assign).toHaveBeenCalledTimes(times));
  }
  expect(assign).toHaveBeenCalledWith('/search?group=g');
});
