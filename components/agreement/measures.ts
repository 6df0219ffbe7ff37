import type { TagFigures } from '@/lib/core/agreement/agreement-figures';

export type MeasureName = Exclude<keyof TagFigures, 'tag' | 'passages' | 'annotators' | 'markers' | 'marked'>;

export interface MeasureWords {
  key: MeasureName;
  /** In the head of a table. */
  short: string;
  /** Below that, in two or three words. */
  gloss: string;
  name: string;
  /** What it asks, in a sentence. */
  asks: string;
  /** How to read a value. */
  reads: string;
  source: string;
}

const chance = '1: always. 0: no more often than by chance. Below 0: less often than that.';
const noChance = 'From 0, none, to 1, all. Chance alone gives more than 0, so compare it with α.';

/** The measures as they stand on screens, the one to look at first comes first. */
export const measures: readonly MeasureWords[] = [
  {
    key: 'alpha',
    short: 'α',
    gloss: 'same words',
    name: 'Krippendorff’s α on tokens',
    asks: 'Do people mark the same words?',
    reads: `${chance} From .80 on you may draw conclusions, from .67 on tentative ones.`,
    source: 'Krippendorff 2011',
  },
  {
    key: 'unitAlpha',
    short: 'uα',
    gloss: 'same stretches',
    name: 'α for units',
    asks: 'Do people set the same stretches apart, with the same ends?',
    reads: chance,
    source: 'Krippendorff, Mathet, Bouvry, Widlöcher 2016',
  },
  {
    key: 'valueAlpha',
    short: '(k)uα',
    gloss: 'same tag',
    name: 'α for one tag',
    asks: 'Where two people marked something, do they call it this? In the row of all tags: do they call it the same?',
    reads: chance,
    source: 'Krippendorff, Mathet, Bouvry, Widlöcher 2016',
  },
  {
    key: 'exact',
    short: 'F1 exact',
    gloss: 'same passages',
    name: 'F1 of spans, exact',
    asks: 'How many passages of one person has the other from and to the same word? Mean over pairs.',
    reads: noChance,
    source: 'Hripcsak, Rothschild 2005',
  },
  {
    key: 'overlap',
    short: 'F1 overlap',
    gloss: 'touching',
    name: 'F1 of spans, overlapping',
    asks: 'How many passages of one person share at least a word with a passage of the other? Mean over pairs.',
    reads: noChance,
    source: 'Hripcsak, Rothschild 2005',
  },
  {
    key: 'cohen',
    short: 'κ pairs',
    gloss: 'by pairs',
    name: 'Cohen’s κ on tokens',
    asks: 'As α, for two people at a time, each with their own habits. Mean over pairs.',
    reads: chance,
    source: 'Cohen 1960',
  },
  {
    key: 'fleiss',
    short: 'κ all',
    gloss: 'all at once',
    name: 'Fleiss’ κ on tokens',
    asks: 'As α, where every text was annotated by equally many people.',
    reads: chance,
    source: 'Fleiss 1971',
  },
  {
    key: 'ac1',
    short: 'AC1',
    gloss: 'rare tags',
    name: 'Gwet’s AC1 on tokens',
    asks: 'As α, but a rare tag does not bring it down by itself: what nobody marked counts as agreement.',
    reads: `${chance} Often high where tags are rare.`,
    source: 'Gwet 2008',
  },
  {
    key: 'alphaU',
    short: 'α_U',
    gloss: 'older',
    name: 'α for units, of 1995',
    asks: 'As uα, for one text and two people, to compare with older work.',
    reads: chance,
    source: 'Krippendorff 1995, 2004',
  },
];

/** "3 passages", "1 passage". */
export const counted = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
