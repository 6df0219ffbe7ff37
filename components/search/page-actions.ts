import type { JumpTarget } from '@/lib/core/api/search';

/** What the palette offers besides what it finds. */
export interface PaletteEntry extends Omit<JumpTarget, 'kind'> {
  kind: JumpTarget['kind'] | 'page';
}

const page = (label: string, path: string, detail = ''): PaletteEntry => ({
  kind: 'page',
  label,
  detail,
  path,
});

/** Pages of a group that it offers wherever one is in that group. */
const inGroup: readonly (readonly [label: string, path: string])[] = [
  ['Cards of this group', '/cards'],
  ['Corpus of this group', '/corpus'],
  ['Concordance of this group', '/concordance'],
  ['Agreement in this group', '/agreement'],
  ['Members of this group', '/members'],
  ['Export this group', '/export'],
  ['Releases of this group', '/releases'],
];

/** Slug of the group that the page at this path belongs to. */
export const groupOf = (path: string): string | undefined => /^\/g\/([^/]+)/.exec(path)?.[1];

/** From the page at this path; `canAdd`: one may add an essay there. */
export function pageActions(
  path: string,
  { canAdd, isSignedIn }: { canAdd: boolean; isSignedIn: boolean },
): PaletteEntry[] {
  const group = groupOf(path);
  const there = group
    ? [
        ...(canAdd ? [page('Add an essay', `/g/${group}/add`)] : []),
        ...inGroup.map(([label, rest]) => page(label, `/g/${group}${rest}`)),
      ]
    : [];
  const own = isSignedIn
    ? [page('Inbox', '/inbox'), page('Your account', '/settings'), page('New group', '/groups/new')]
    : [page('Sign in', '/sign-in')];
  return [
    ...there,
    page('Start page', '/'),
    page('Search', group ? `/search?group=${group}` : '/search'),
    ...own,
  ];
}

/** Those that have what was typed, words in any order. */
export function fitting(entries: readonly PaletteEntry[], typed: string): PaletteEntry[] {
  const words = typed.toLowerCase().split(/\s+/);
  return entries.filter(({ label, detail }) => {
    const text = `${label} ${detail}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
