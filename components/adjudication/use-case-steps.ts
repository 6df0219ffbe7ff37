'use client';

import { useState } from 'react';
import type { AdjudicationCase } from '@/lib/core/api/adjudication';
import { type Filter, filtered, isAbout } from './case-filters';

/** A case as somebody looked at it when others' decisions came. */
interface Kept {
  id: string;
  state: string;
  /** Id of what had been decided. */
  decision: string | null;
}

const keptOf = ({ id, state, decision }: AdjudicationCase): Kept => ({
  id,
  state,
  decision: decision?.id ?? null,
});

/** Which cases are shown, and which of them is looked at; `show`: what to begin with. */
export function useCaseSteps(
  listed: readonly AdjudicationCase[],
  viewer: string | null,
  show: { filter: Filter; of: string | null },
) {
  const asked = listed.find((one) => isAbout(one, show.of))?.id ?? null;
  const [filter, setFilter] = useState<Filter>(asked ? 'all' : show.filter);
  const [chosenId, setChosenId] = useState(asked);
  const [kept, setKept] = useState<Kept | null>(null);

  function open(id: string | null) {
    setKept(null);
    setChosenId(id);
  }
  return {
    filter,
    /** It was reached by a key or a click. */
    isChosen: chosenId !== null,
    open,
    /** Those of a filter, and perhaps one of them at once. */
    choose(next: Filter, id = chosenId) {
      open(id);
      setFilter(next);
    },
    /** When others decided: it stays, and is decided only as it was seen first. */
    keep: (current: AdjudicationCase | undefined) =>
      setKept((before) => before ?? (current ? keptOf(current) : null)),
    /** What others did with it since somebody looks at it. */
    newsOf: ({ id, state, decision }: AdjudicationCase): string | null => {
      if (kept?.id !== id || kept.state === state) return null;
      if (decision && decision.id !== kept.decision)
        return `${decision.by.name} has just decided this passage.`;
      return 'This passage has just changed. Look at it again before you decide.';
    },
    asSeen: (one: AdjudicationCase) => (kept?.id === one.id ? { ...one, state: kept.state } : one),
    /** Those that are shown, and the place of the one that is looked at. */
    among(cases: readonly AdjudicationCase[]) {
      const matching = new Set(filtered(cases, filter, viewer));
      const visible = cases.filter((one) => matching.has(one) || one.id === kept?.id);
      const found = visible.findIndex(({ id }) => id === (chosenId ?? kept?.id));
      const at = Math.max(found, 0);
      const goTo = (index: number) =>
        open(visible[Math.min(Math.max(index, 0), visible.length - 1)]?.id ?? null);
      return { visible, at, current: visible[at], goTo };
    },
  };
}
