import { useState } from 'react';
import { useSaid } from '@/components/ui/said-message';
import type { Verdict } from '@/lib/core/adjudication/decisions-in-force';
import { doneWords } from './verdict-words';

/** Something that was decided, and can be taken back. */
export interface Done {
  verdict: Verdict;
  /** Of the case, and ids of the decisions. */
  case: string;
  decisions: string[];
}

/** What was decided here and can be taken back, by the key also when nothing on the screen tells of it any more. */
export function useDone() {
  const [done, setDone] = useState<readonly Done[]>([]);
  const { said, say, sayDone, sayTakenBack, hush } = useSaid();
  return {
    last: done.at(-1) ?? null,
    said,
    say,
    hush,
    remember: (one: Done) => {
      sayDone(doneWords[one.verdict]);
      setDone((before) => [...before, one]);
    },
    /** These are taken back; `verdict` is theirs, or null where somebody decided otherwise meanwhile. */
    forget: (made: readonly string[], verdict: Verdict | null) => {
      if (verdict) sayTakenBack(doneWords[verdict]);
      else hush();
      setDone((before) => before.filter((one) => !one.decisions.some((decision) => made.includes(decision))));
    },
  };
}
