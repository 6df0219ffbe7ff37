// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { leave, show } from '@/components/page.fixture';
import type { JumpTarget } from '@/lib/core/api/search';
import { useChosen, usePalette } from './use-palette';

/** A line so slow that nothing comes, unless a test says what does. */
const answer = vi.hoisted(() => ({ current: null as { items: JumpTarget[] } | null }));
vi.mock('@/components/api-client', () => ({ api: async () => answer.current ?? new Promise(() => {}) }));

beforeEach(() => {
  history.replaceState(null, '', '/g/club/cards');
});

afterEach(() => {
  answer.current = null;
  vi.useRealTimers();
});

/** Paths, with what is said of each; the one that Enter would go to with a sign. */
function Entries({ typed }: { typed: string }) {
  const { entries } = usePalette(typed);
  const { current } = useChosen(entries);
  return entries
    .map(({ path, detail }, at) => `${at === current ? '→' : ''}${path}${detail ? ` (${detail})` : ''}`)
    .join(' ');
}

/** What is offered to somebody whose account's menu the page has like this. */
async function offered(menu: string, typed = 'mod'): Promise<string> {
  document.body.innerHTML = menu;
  await show(<Entries typed={typed} />);
  return document.querySelector('main')!.textContent;
}

test.each([
  [
    'a moderator',
    '<div id="account" data-role="moderator"></div>',
    '→/g/club/moderation (In this group) /search?q=mod',
  ],
  ['a member', '<div id="account" data-role="member"></div>', '→/search?q=mod'],
  ['a visitor', '', '→/search?q=mod'],
])('what %s may open is offered before the server answers', async (_, menu, paths) => {
  expect(await offered(menu)).toBe(paths);
});

test('the page one is on is told to whoever looks for it, and to nobody else', async () => {
  expect(await offered('', 'board')).toBe('→/search?q=board /g/club/cards (In this group · you are here)');
  await leave();
  const all = await offered('', '');
  expect(all).toContain('/g/club/cards?view=map (In this group)');
  expect(all).not.toContain('/g/club/cards (');
});

const essay = (path: string): JumpTarget => ({ kind: 'essay', label: 'Emus', detail: '', path });
const card: JumpTarget = { kind: 'card', label: 'Emus run.', detail: '', path: '/g/club/cards/1' };

test.each([
  [
    'behind others of its kind',
    [essay('/g/club/cards'), card, essay('/g/club/emus'), { ...card, path: '/2' }],
    '→/g/club/cards/1 /g/club/emus /g/club/cards (you are here) /2 /search?q=emu',
  ],
  [
    'in its place where it is the only one, and not chosen',
    [essay('/g/club/cards'), card],
    '/g/club/cards (you are here) →/g/club/cards/1 /search?q=emu',
  ],
  [
    'not chosen where there is but the search',
    [essay('/g/club/cards')],
    '/g/club/cards (you are here) →/search?q=emu',
  ],
])('what one is reading comes %s', async (_, items, paths) => {
  vi.useFakeTimers();
  answer.current = { items };
  await offered('', 'emu');
  await act(() => vi.runAllTimersAsync());
  expect(document.querySelector('main')!.textContent).toBe(paths);
});
