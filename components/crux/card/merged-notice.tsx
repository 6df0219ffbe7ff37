import type { CardPlace } from '@/components/crux/card-place';
import { FocusOnArrival } from '@/components/focus-on-arrival';
import { Notice } from '@/components/ui/notice';
import type { CardEvent } from '@/lib/core/api/card-schemas';
import { UndoStep } from './undo-step';

interface Props {
  place: CardPlace;
  /** Number of the card whose address led here, if one did. */
  from: number;
  events: readonly CardEvent[];
  /** May take the merge back. */
  moderates: boolean;
}

/** Says that the address of another card led here, and what became of that one. */
export function MergedNotice({ place, from, events, moderates }: Props) {
  const event = events.find(
    ({ verb, after, undoneBy }) => verb === 'absorb' && undoneBy === null && partOf(after).card === from,
  );
  if (!event) return null;
  return (
    <FocusOnArrival className="mb-6 max-w-prose rounded-md">
      <Notice look="good">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <span>
            Card {from} was merged into this one
            {partOf(event.after).negated ? ' as its opposite: answers to it were turned round.' : '.'}
          </span>
          {moderates && <UndoStep place={place} event={event} />}
        </div>
      </Notice>
    </FocusOnArrival>
  );
}

const partOf = (after: unknown) => (after ?? {}) as { card?: number; negated?: boolean };
