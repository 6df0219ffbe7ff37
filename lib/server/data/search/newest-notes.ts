import 'server-only';
import { Problem } from '@/lib/core/api/problem';
import type { Viewer } from '@/lib/server/data/viewer';
import { byTime, type Candidate } from './candidate';
import { type Asked, fittingEntries } from './fitting-entries';
import { firstPace, further, stepAfter } from './pace';
import { shownNotes } from './shown-notes';

/** Milliseconds after which a search among very many that are hidden gives up. */
const patience = 10_000;

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
  let pace = firstPace(most, behind);
  const latest = performance.now() + patience;
  while (performance.now() < latest) {
    const { ids, to, isFull, newest, entries } = await fittingEntries(sought, pace);
    having += ids.length;
    unasked.push(...ids);
    // Few are asked about together with those that come next.
    if (isFull || to === null || shown.length + unasked.length > most) {
      shown.push(...(await shownNotes(unasked, { viewer, leftOut }, sought)));
      unasked = [];
    }
    if (to === null || shown.length > most) return shown.sort(byTime);
    const next = { ...pace, step: stepAfter({ most, got: shown.length + unasked.length, having }), from: to };
    const begin: number = (pace.from?.created ?? newest)?.getTime() ?? 0;
    const read = { found: ids.length, span: begin - to.created.getTime(), entries };
    pace = isFull ? next : further(next, read);
  }
  throw new Problem(503, 'busy', 'This takes too long. Narrow it down: to a group, or by more words.');
}
