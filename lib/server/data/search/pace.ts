import type { Place } from './candidate';

/** What is read at once: the newest `step` behind `from`, of so many entries or of what was written since then. */
export type Pace = { step: number; from: Place | null } & (
  | { source: 'recent'; back: number }
  | { source: 'indexed'; back: Date | null }
);

/** So many of the newest are looked at one by one before it is known how rare what fits is. */
const walked = 1_000;

/** Where next to nothing of what fits may be seen, so many are read and asked about in one statement. */
const mostAtOnce = 20_000;

/** What is looked for may lie so many times as far back as what was met says, by chance: to look twice costs more. */
const spare = 3;

/** So many times as many are read as are wanted: some may be hidden. */
const withHidden = 1.1;

export const firstPace = (most: number, from: Place | null): Pace => ({
  source: 'recent',
  step: Math.ceil(withHidden * most),
  back: walked,
  from,
});

/**
 * How many to read next, of which so many are `got` that may be seen and more than `most` are wanted: as many as hold the
 * rest, if it goes on like this. What follows may all be hidden: it is at least half as many as were read.
 */
export function stepAfter({ most, got, having }: Record<'most' | 'got' | 'having', number>): number {
  const rest = (withHidden * (most + 1 - got) * Math.max(having, 1)) / Math.max(got, 1);
  return Math.ceil(Math.min(Math.max(rest, having / 2), 4 * Math.max(having, most), mostAtOnce));
}

/** Of what was read: how many fit, its milliseconds, and how many entries there are in all. */
type Read = Record<'found' | 'span' | 'entries', number>;

/**
 * How to go on from where all was looked at: so many times as far as it was. It is walked unless fewer fit in all than there
 * would be to walk past; these are looked for by the indexes of words and of the times they are expected in.
 */
export function further(pace: Pace, { found, span, entries }: Read): Pace {
  // Where none was met the next may be the first: how rare they are is not known.
  const share = pace.step / (found + 1);
  if (pace.source === 'recent') {
    // Of all groups as many are taken to fit as of the viewer's own.
    const [past, inAll] = [share * pace.back, (entries * found) / pace.back];
    if (past <= inAll) return { ...pace, back: Math.max(walked, Math.ceil(spare * past)) };
  }
  const since = pace.from!.created.getTime() - span * spare * share;
  return { ...pace, source: 'indexed', back: span > 0 && since > 0 ? new Date(since) : null };
}
