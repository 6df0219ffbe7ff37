import { expect, test } from 'vitest';
import { type Asking, fitting, ordered, type PaletteEntry, pageActions } from './page-actions';

const visitor: Asking = { isSignedIn: false, role: null };
const member: Asking = { isSignedIn: true, role: 'member' };
const moderator: Asking = { isSignedIn: true, role: 'moderator' };
const labels = (path: string, asking: Asking) => pageActions(path, asking).map(({ label }) => label);

test('what is offered depends on where one is and who one is', () => {
  expect(labels('/', visitor)).toEqual(['Start page', 'Search', 'Sign in']);
  expect(labels('/inbox', { isSignedIn: true, role: null })).toContain('Your account');
  expect(labels('/g/club/essay', member)).toEqual(
    expect.arrayContaining(['Add an essay', 'Reading list', 'Board', 'Ranking', 'Map', 'Export', 'Members']),
  );
  expect(labels('/g/club', visitor)).not.toContain('Add an essay');
  expect(pageActions('/g/club/cards/3', member)).toContainEqual({
    kind: 'page',
    label: 'Search',
    detail: '',
    path: '/search?group=club',
  });
});

test('only who moderates is led to what moderators do', () => {
  const theirs = ['Moderation', 'Settings', 'Import'];
  expect(labels('/g/club', moderator)).toEqual(expect.arrayContaining(theirs));
  for (const asking of [visitor, member])
    expect(labels('/g/club', asking).filter((label) => theirs.includes(label))).toEqual([]);
});

test('words fit in any order, in name or place', () => {
  const entries = pageActions('/g/club', member);
  expect(fitting(entries, 'group corp').map(({ label }) => label)).toEqual(['Corpus']);
  expect(fitting(entries, 'profile').map(({ path }) => path)).toEqual(['/settings']);
  expect(fitting(entries, 'zebra')).toEqual([]);
  expect(fitting(entries, '?')).toEqual([]);
});

test('what the server finds fits also while the next letters are typed', () => {
  const zoe: PaletteEntry = { kind: 'essay', label: 'Zoë’s AI-risk', detail: '', path: '/g/club/zoe' };
  for (const typed of ['zoe', 'Zoë', 'risk zoe', 'ai risk', 'zoe, ai'])
    expect(fitting([zoe], typed)).toEqual([zoe]);
});

test('a page whose name is typed comes before what is found, and any other after it', () => {
  const card: PaletteEntry = { kind: 'card', label: 'Maps mislead.', detail: '', path: '/g/club/cards/1' };
  const pages = fitting(pageActions('/g/club', member), 'map');
  expect(ordered([card], pages, 'map').map(({ label }) => label)).toEqual([
    'Map',
    'Maps mislead.',
    'Heat map',
  ]);
});
