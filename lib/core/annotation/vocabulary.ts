/** One of the four colours that stay apart for colour-blind readers; a free slot is a number, never a hue. */
export type Slot = 1 | 2 | 3 | 4;
export type Line = 'solid' | 'dashed' | 'dotted' | 'double';

/** How a word of the vocabulary looks: the line and the glyph say the same as the colour, for those who see none. */
export interface TagLook {
  slot: Slot;
  line: Line;
  glyph: string;
}

export interface BuiltInTag extends TagLook {
  slug: string;
  name: string;
  definition: string;
  shortcut: string;
}

/** Every group begins with these three words. Slot 4 is left for the group's own. */
export const builtInTags: readonly BuiltInTag[] = [
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

/** The look that a fourth word is offered first. */
export const freeLook: TagLook = { slot: 4, line: 'double', glyph: '●' };

/** Single keys that mean something else on the reading page, so no word may take them. */
export const reservedKeys: ReadonlySet<string> = new Set('jknpuvahres./?');
