import { expect, test } from 'vitest';
import { fitting, pageActions } from './page-actions';

const labels = (path: string, canAdd: boolean, isSignedIn: boolean) =>
  pageActions(path, { canAdd, isSignedIn }).map(({ label }) => label);

test('what is offered depends on where one is and who one is', () => {
  expect(labels('/', false, false)).toEqual(['Start page', 'Search', 'Sign in']);
  expect(labels('/inbox', false, true)).toContain('Your account');
  expect(labels('/g/club/essay', true, true)).toEqual(
    expect.arrayContaining(['Add an essay', 'Cards of this group']),
  );
  expect(labels('/g/club', false, true)).not.toContain('Add an essay');
  expect(pageActions('/g/club/cards/3', { canAdd: false, isSignedIn: true })).toContainEqual({
    ...{ kind: 'page', label: 'Search', detail: '', path: '/search?group=club' },
  });
});

test('words fit in any order, in name or place', () => {
  const entries = pageActions('/g/club', { canAdd: false, isSignedIn: true });
  expect(fitting(entries, 'group cards').map(({ label }) => label)).toEqual(['Cards of this group']);
  expect(fitting(entries, 'zebra')).toEqual([]);
});
