import { When } from '@/components/crux/when';
import type { Round } from '@/lib/core/api/rounds';

/** How far a round is, and how far the viewer is in it. */
export function RoundState({ round }: { round: Round }) {
  const { isClosed, closes, cards, answered, people } = round;
  return (
    <p className="flex flex-wrap gap-x-2 text-ink-2 text-sm">
      <span className={isClosed ? '' : 'font-medium text-ink'}>
        {isClosed ? 'Closed' : 'Open until'} <When at={closes} />
      </span>
      <span>
        · you answered {answered} of {cards}
      </span>
      <span>
        · {people} {people === 1 ? 'person' : 'people'} took part
      </span>
    </p>
  );
}
