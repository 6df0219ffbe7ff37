import type { TagFigures } from '@/lib/core/agreement/agreement-figures';

export type MeasureName = Exclude<keyof TagFigures, 'tag' | 'passages' | 'markers' | 'marked'>;

interface MeasureWords {
  key: MeasureName;
  /** In the head of a table. */
  short: string;
  name: string;
  /** What it asks, in a sentence. */
  asks: string;
  source: string;
}

/** The measures as they stand on screens, the one to look at first comes first. */
export const measures: readonly MeasureWords[] = [
  {
    key: 'alpha',
    short: 'α',
    name: 'Krippendorff’s α on tokens',
    asks: 'Do people mark the same words? 1: always. 0: as often as by chance. Below 0: less often.',
    source: 'Krippendorff 2011',
  },
  {
    key: 'unitAlpha',
    short: 'uα',
    name: 'α for units',
    asks: 'Do people set the same stretches apart, with the same ends?',
    source: 'Krippendorff, Mathet, Bouvry, Widlöcher 2016',
  },
  {
    key: 'valueAlpha',
    short: '(k)uα',
    name: 'α for one tag',
    asks: 'Where two people marked something, do they call it this? In the row of all tags: do they call it the same?',
    source: 'Krippendorff, Mathet, Bouvry, Widlöcher 2016',
  },
  {
    key: 'exact',
    short: 'F1 exact',
    name: 'F1 of spans, exact',
    asks: 'How many passages of the one has the other from and to the same word? Mean over pairs; chance is not taken off.',
    source: 'Hripcsak, Rothschild 2005',
  },
  {
    key: 'overlap',
    short: 'F1 overlap',
    name: 'F1 of spans, overlapping',
    asks: 'How many passages of the one meet a passage of the other in at least one word? Mean over pairs.',
    source: 'Hripcsak, Rothschild 2005',
  },
  {
    key: 'cohen',
    short: 'κ pairs',
    name: 'Cohen’s κ on tokens',
    asks: 'As α, for two people at a time, each with their own habits; mean over pairs.',
    source: 'Cohen 1960',
  },
  {
    key: 'fleiss',
    short: 'κ all',
    name: 'Fleiss’ κ on tokens',
    asks: 'As α, where every text was annotated by equally many people.',
    source: 'Fleiss 1971',
  },
  {
    key: 'ac1',
    short: 'AC1',
    name: 'Gwet’s AC1 on tokens',
    asks: 'As α, but a tag that is rare does not by itself bring it down: what nobody marked counts as agreement.',
    source: 'Gwet 2008',
  },
  {
    key: 'alphaU',
    short: 'α_U',
    name: 'α for units, of 1995',
    asks: 'For one text and two people, to compare with older work.',
    source: 'Krippendorff 1995, 2004',
  },
];

/** "3 passages", "1 passage". */
export const counted = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
