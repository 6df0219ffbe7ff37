// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { usePalette } from './use-palette';

/** A line so slow that nothing comes. */
vi.mock('@/components/api-client', () => ({ api: () => new Promise(() => {}) }));
vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

let root: Root;

beforeEach(() => {
  history.replaceState(null, '', '/g/club/cards');
});

afterEach(() => {
  act(() => root.unmount());
});

function Entries({ typed }: { typed: string }) {
  const { entries } = usePalette(typed);
  return entries.map(({ path, detail }) => (detail ? `${path} (${detail})` : path)).join(' ');
}

/** What is offered to somebody whose account's menu the page has like this. */
async function offered(menu: string, typed = 'mod'): Promise<string> {
  document.body.innerHTML = `${menu}<main></main>`;
  const main = document.querySelector('main')!;
  root = createRoot(main);
  await act(async () => root.render(<Entries typed={typed} />));
  return main.textContent;
}

test.each([
  [
    'a moderator',
    '<div id="account" data-role="moderator"></div>',
    '/g/club/moderation (In this group) /search?q=mod',
  ],
  ['a member', '<div id="account" data-role="member"></div>', '/search?q=mod'],
  ['a visitor', '', '/search?q=mod'],
])('what %s may open is offered before the server answers', async (_, menu, paths) => {
  expect(await offered(menu)).toBe(paths);
});

test('the page one is on is told to whoever looks for it, and to nobody else', async () => {
  expect(await offered('', 'board')).toBe('/g/club/cards (In this group · you are here) /search?q=board');
  act(() => root.unmount());
  const all = await offered('', '');
  expect(all).toContain('/g/club/cards?view=map (In this group)');
  expect(all).not.toContain('/g/club/cards (');
});
