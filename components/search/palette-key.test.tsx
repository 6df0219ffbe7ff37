// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PaletteKey } from './palette-key';

vi.mock('./palette', () => {
  throw new Error('offline');
});
vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

let root: Root;
const assign = vi.fn();

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.stubGlobal('location', { assign });
  document.body.innerHTML = '<a href="/search?group=g" data-palette>Search</a><div></div>';
  root = createRoot(document.querySelector('div')!);
  await act(async () => root.render(<PaletteKey />));
});

afterEach(() => {
  act(() => root.unmount());
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
