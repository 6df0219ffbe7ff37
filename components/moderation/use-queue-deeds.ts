import { useState } from 'react';
import type { DecisionVerb } from '@/lib/core/moderation/standing';
import { canRemove } from './subject-words';
import type { Grounds, useQueue } from './use-queue';
import type { useSelection } from './use-selection';

/** What is done with all that is meant. What nobody has read yet can only be put off; some verbs ask for a reason first. */
export function useQueueDeeds(
  { decide, snooze, undo }: ReturnType<typeof useQueue>,
  { at, meant, goTo, awaitBack, moveOn }: ReturnType<typeof useSelection>,
) {
  const [asking, setAsking] = useState<DecisionVerb | null>(null);
  const isUnread = meant.some(({ withheld }) => withheld);
  const carryOut = (deed: () => void) => {
    if (meant.length === 0) return;
    deed();
    moveOn();
  };
  return {
    approve: () => !isUnread && carryOut(() => decide('approve', meant)),
    putOff: () => carryOut(() => snooze(meant)),
    ask: (verb: DecisionVerb) => {
      if (meant.length > 0 && !isUnread && (verb !== 'remove' || meant.every(canRemove))) {
        goTo(at); // what comes back meanwhile does not change what is asked about
        setAsking(verb);
      }
    },
    asking,
    answer: (grounds: Grounds) => {
      if (asking) carryOut(() => decide(asking, meant, grounds));
      setAsking(null);
    },
    leave: () => setAsking(null),
    takeBack: () => undo(([first]) => awaitBack(first)),
  };
}
