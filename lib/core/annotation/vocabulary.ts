import type { Tag } from '@/lib/core/api/groups';

/** Every group begins with these three words. Slot 4 is left for the group's own. */
export const builtInTags: readonly Omit<Tag, 'retired'>[] = [
  {
    slug: 'claim',
    name: 'Claim',
    definition: 'A statement that could be true or false, and that the author wants you to believe.',
    slot: 1,
    line: 'solid',
    glyph: '◆',
    shortcut: 'c',
  },
  {
    slug: 'crux',
    name: 'Crux',
    definition: 'A claim that would change your mind about the conclusion if you changed your mind about it.',
    slot: 2,
    line: 'dashed',
    glyph: '▲',
    shortcut: 'x',
  },
  {
    slug: 'failure-mode',
    name: 'Failure mode',
    definition: 'A way in which the plan or the system described could go wrong.',
    slot: 3,
    line: 'dotted',
    glyph: '■',
    shortcut: 'f',
  },
];

/** Single keys that mean something else on the reading page, so no word may take them. */
export const reservedKeys: ReadonlySet<string> = new Set('jknpuvahres./?');
