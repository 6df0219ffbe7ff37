import { type GroupRole, may } from '@/lib/core/access/permissions';
import type { JumpTarget } from '@/lib/core/api/search';
import { folded } from '@/lib/core/search/found-words';

/** What the palette offers besides what it finds. */
export interface PaletteEntry extends Omit<JumpTarget, 'kind'> {
  kind: JumpTarget['kind'] | 'page';
}

/** Who asks, as far as it is known. */
export interface Asking {
  isSignedIn: boolean;
  /** In the group that one is in; null: none. */
  role: GroupRole | null;
}

const page = (label: string, path: string, detail = ''): PaletteEntry => ({
  kind: 'page',
  label,
  detail,
  path,
});

/** Pages of a group that it offers wherever one is in that group. */
const inGroup: readonly (readonly [label: string, path: string])[] = [
  ['Reading list', ''],
  ['Board', '/cards'],
  ['Ranking', '/cards?view=ranking'],
  ['Map', '/cards?view=map'],
  ['Heat map', '/cards?view=heat-map'],
  ['Scatter', '/cards?view=scatter'],
  ['Double crux', '/cards?view=double-crux'],
  ['Rounds of answers', '/cards/rounds'],
  ['Corpus', '/corpus'],
  ['Export', '/export'],
  ['Agreement', '/agreement'],
  ['Coverage', '/coverage'],
  ['Concordance', '/concordance'],
  ['Releases', '/releases'],
  ['Members', '/members'],
];

/** Slug of the group that the page at this path belongs to. */
export const groupOf = (path: string): string | undefined => /^\/g\/([^/?]+)/.exec(path)?.[1];

/** From the page at this path: what one may go to there. */
export function pageActions(path: string, { isSignedIn, role }: Asking): PaletteEntry[] {
  const group = groupOf(path);
  const own = isSignedIn
    ? [
        page('Inbox', '/inbox'),
        page('Your account', '/settings', 'Profile and settings'),
        page('New group', '/groups/new'),
      ]
    : [page('Sign in', '/sign-in')];
  return [
    ...(group ? groupActions(group, role) : []),
    page('Start page', '/'),
    page('Search', group ? `/search?group=${group}` : '/search'),
    ...own,
  ];
}

function groupActions(group: string, role: GroupRole | null): PaletteEntry[] {
  // Who is no member may do none of these, whatever the visibility.
  const standing = { role: role ?? 'stranger', visibility: 'private' } as const;
  const there: (readonly [label: string, path: string])[] = [
    ...(may('essay.add', standing) ? [['Add an essay', '/add'] as const] : []),
    ...inGroup,
    ...(may('moderation.review', standing) ? [['Moderation', '/moderation'] as const] : []),
    ...(may('corpus.import', standing) ? [['Import', '/import'] as const] : []),
    ...(may('vocabulary.edit', standing) ? [['Settings', '/settings'] as const] : []),
  ];
  return there.map(([label, rest]) => page(label, `/g/${group}${rest}`, 'In this group'));
}

/** Those that have all words that were typed, as the server finds names: in any order, whatever the case and accents. */
export function fitting(entries: readonly PaletteEntry[], typed: string): PaletteEntry[] {
  const words = folded(typed).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [folded(typed)];
  return entries.filter(({ label, detail }) => {
    const text = folded(`${label} ${detail}`);
    return words.every((word) => text.includes(word));
  });
}

/** Pages whose names begin with what was typed are meant before anything that is found; the rest comes after it. */
export function ordered(
  found: readonly PaletteEntry[],
  pages: readonly PaletteEntry[],
  typed: string,
): PaletteEntry[] {
  const isMeant = ({ label }: PaletteEntry) => label.toLowerCase().startsWith(typed.toLowerCase());
  return [...pages.filter(isMeant), ...found, ...pages.filter((one) => !isMeant(one))];
}
