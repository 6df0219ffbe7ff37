import 'server-only';
import type { Viewer } from '@/lib/server/data/viewer';
import { byTime, type Candidate } from './candidate';
import { type Asked, fittingEntries, type Pace } from './fitting-entries';
import { shownNotes } from './shown-notes';

/** So many of the newest are looked at one by one before it is known how rare what fits is. */
const walked = 1_000;

/** Where next to nothing of what fits may be seen, so many are read and asked about in one statement. */
const mostAtOnce = 20_000;

/** Further than so many times as far, the times to look at would be most of all. */
const mostTimes = 60;

interface Notes extends Asked {
  /** Where there are more, more are returned. */
  most: number;
  /** Only annotations and replies that may go into a file, which holds nothing of these users. */
  leftOut?: readonly string[] | undefined;
}

/**
 * Annotations, replies and cards that have the words and may be seen, the newest first. Asking who may see it of all that
 * have a common word would take long: it is asked of some, and of as many more as it takes.
 */
export async function newestNotes(viewer: Viewer, sought: Notes): Promise<Candidate[]> {
  const { reach, filter, behind = null, most, leftOut } = sought;
  if (filter.kind === 'essay' || reach.groups.length === 0) return [];
  const shown: Candidate[] = [];
  let unasked: string[] = [];
  let having = 0;
  const first = Math.ceil(1.2 * most);
  let pace: Pace = { source: 'recent', step: first, back: walked, from: behind };
  while (true) {
    const { ids, to, isFull, newest, entries } = await fittingEntries(sought, pace);
    having += ids.length;
    unasked.push(...ids);
    // Few are asked about together with those that come next.
    if (isFull || to === null || shown.length + unasked.length > most) {
      shown.push(...(await shownNotes(unasked, { viewer, leftOut }, sought)));
      unasked = [];
    }
    if (to === null || shown.length > most) return shown.sort(byTime);
    // As many as hold the rest, if it goes on like this: the more, the fewer of them are theirs to see.
    const got = shown.length + unasked.length;
    const rest = (1.3 * (most + 1 - got) * Math.max(having, 1)) / Math.max(got, 1);
    const step = Math.ceil(Math.min(rest, 4 * Math.max(having, first), mostAtOnce));
    const next: Pace = { ...pace, step, from: to };
    const begin: number = (pace.from?.created ?? newest)?.getTime() ?? 0;
    const read = { found: ids.length, span: begin - to.created.getTime(), entries };
    pace = isFull ? next : further(next, read);
  }
}

/** Of what was read: how many fit, its milliseconds, and how many entries there are in all. */
type Read = Record<'found' | 'span' | 'entries', number>;

/**
 * How to go on from where all was looked at: so many times as far as it was. It is walked unless fewer fit in all than there
 * would be to walk past. These are looked for in the index of words, and in that of times where these are not most of all.
 */
function further(pace: Pace, { found, span, entries }: Read): Pace {
  const share = pace.step / found;
  if (pace.source === 'recent') {
    // Of all groups as many are taken to fit as of the viewer's own.
    const [past, inAll] = [share * pace.back, (entries * found) / pace.back];
    if (past <= inAll) return { ...pace, back: Math.max(walked, Math.ceil(past)) };
  }
  const since = pace.from!.created.getTime() - span * share;
  const isNear = share <= mostTimes && span > 0 && since > 0;
  return { ...pace, source: 'indexed', back: isNear ? new Date(since) : null };
}
