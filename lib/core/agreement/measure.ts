/** Why a measure has no value; a number that would say nothing is never shown. */
export const whyUndefined = [
  'one-annotator', // fewer than two people annotated the text
  'not-looked-for', // two did, but not both for this tag, or for every one
  'nothing-marked',
  'nothing-shared', // no item has the values of two people
  'one-category', // everything is the same, so chance alone would agree as well
  'no-overlap', // no two people's marks meet
  'no-length', // the text, or everything marked in it, is empty
  'uneven-annotators', // the measure knows only items with equally many annotators
  'not-two-annotators', // the measure is for two
  'filtered-corpus', // only a part of what people marked is there
  'few-decided', // against what was decided: fewer than half of the cases are
] as const;
export type WhyUndefined = (typeof whyUndefined)[number];

/** A value (at most 1; what 0 means is the measure's), or why there is none. Never NaN. */
export type Measure = { value: number; because: null } | { value: null; because: WhyUndefined };

export const measured = (value: number): Measure => ({ value, because: null });

export const undefinedBecause = (because: WhyUndefined): Measure => ({ value: null, because });

/**
 * 1 − observed/expected disagreement, the form of all measures of Krippendorff. Where nothing would differ by chance
 * there is nothing to correct for, so it is undefined however well people agree.
 */
export const corrected = (observed: number, expected: number): Measure =>
  expected > 0 ? measured(1 - observed / expected) : undefinedBecause('one-category');
