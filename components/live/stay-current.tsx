'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useState } from 'react';
import { cardVerbs } from '@/lib/core/crux/card-states';
import { followGroup, type GroupEvent } from './follow-group';
import { spaced } from './spaced';
import { watchWriting } from './watch-writing';

interface Props {
  /** Slug. */
  group: string;
  about: 'group' | 'cards';
  /** Where the page's data stands, by `groupCursor`. */
  from: string;
  /** Id of the card that the page is about. */
  card?: string;
}

/** After these a card may take no more answers, or be part of another. */
const steps = new Set<string>([...cardVerbs, 'undo']);

/**
 * Shows a page of a group as it is whenever others change something. Forms keep what was typed; a step that may take
 * the form away waits until the writer has sent it, or asks for the step.
 */
export function StayCurrent({ group, about, from, card }: Props) {
  const router = useRouter();
  const [heldSince, setHeldSince] = useState<string | null>(null);
  const isHeld = heldSince === from;
  const begin = useEffectEvent(() => from);
  const refresh = useEffectEvent(() => router.refresh());
  const hold = useEffectEvent(() => setHeldSince(from));
  const mayTakeForms = useEffectEvent(
    (event: GroupEvent | null) =>
      card !== undefined && (isHeld || event === null || (event.id === card && steps.has(event.change))),
  );
  useEffect(() => {
    const writing = watchWriting();
    const soon = spaced(() => refresh());
    const stop = followGroup({ group, about, from: begin() }, (event) =>
      mayTakeForms(event) && writing.isUnsent() ? hold() : soon.run(),
    );
    return () => {
      stop();
      soon.cancel();
      writing.stop();
    };
  }, [group, about]);
  return (
    <div role="status">
      {isHeld && (
        <p className="fixed inset-x-4 bottom-4 z-50 mx-auto flex w-fit max-w-lg items-center gap-3 rounded-lg bg-ink py-1 ps-4 pe-1 text-paper text-sm shadow-raised forced-colors:border">
          Somebody changed this card while you were writing.
          <button
            type="button"
            onClick={() => router.refresh()}
            className="min-h-9 rounded-md px-3 font-semibold underline pointer-coarse:min-h-11"
          >
            Show it
          </button>
        </p>
      )}
    </div>
  );
}
