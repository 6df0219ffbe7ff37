import { useRef } from 'react';
import type { AdjudicationCase } from '@/lib/core/api/adjudication';
import type { Choice, Place, useAdjudication } from './use-adjudication';
import type { useCaseSteps } from './use-case-steps';
import type { Done } from './use-done';
import { useKeptReasons } from './use-kept-reasons';

const accepting = (one: AdjudicationCase) => {
  const [{ start, end, tags } = { start: 0, end: 0, tags: [] }] = one.candidates;
  return { case: one, verdict: 'accept' as const, marks: [{ start, end, tags }], reason: '' };
};

/** What is decided here, where one goes after it, and the words that were typed for it. */
export function useCaseDeeds(
  { place, viewer }: { place: Place; viewer: string | null },
  { decide, takeBack, last }: ReturnType<typeof useAdjudication>,
  { asSeen, choose, open }: ReturnType<typeof useCaseSteps>,
) {
  const { reasonOf, setReason } = useKeptReasons(place, viewer);
  /** Of what was decided here, for whoever takes it back. */
  const given = useRef<Record<string, string>>({});

  /** What others did with it meanwhile is seen then. */
  async function reopen(done: Done) {
    const { case: id } = done;
    if (!(await takeBack(done))) return;
    setReason({ id }, (before) => before || (given.current[id] ?? ''));
    open(id);
  }

  return {
    reasonOf,
    setReason,
    /** Goes on to the next, once it is decided. */
    async settle(one: AdjudicationCase, choice: Choice, next = one) {
      const outcome = await decide([{ ...choice, case: asSeen(one) }]);
      if (outcome === 'otherwise') choose('all', one.id);
      if (outcome !== 'decided') return;
      given.current[one.id] = choice.reason;
      setReason(one, (before) => (before === choice.reason ? '' : before));
      open(next.id);
    },
    async acceptAll(agreed: readonly AdjudicationCase[]) {
      if ((await decide(agreed.map(accepting))) === 'decided') open(null);
    },
    /** Takes back what holds of a case, whoever decided it. */
    reopen: ({ id, decision }: AdjudicationCase) =>
      decision && reopen({ case: id, verdict: decision.verdict, decisions: [decision.id] }),
    /** Takes back what was decided here last. */
    undo: () => last && reopen(last),
  };
}
