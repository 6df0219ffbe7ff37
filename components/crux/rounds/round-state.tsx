import { When } from '@/components/crux/when';
import type { Round } from '@/lib/core/api/rounds';

/** How far a round is, and how far the viewer is in it. */
export function RoundState({ round }: { round: Round }) {
  const { isClosed, closes, cards, answered, people } = round;
  return (
    <p className="text-ink-2 text-sm tabular-nums">
      <span className={isClosed ? '' : 'font-medium text-ink'}>
        {isClosed ? 'Closed' : 'Open until'} <When at={closes} />
      </span>
      {`\u00a0· you answered ${answered} of ${cards}\u00a0· ${people} ${people === 1 ? 'person' : 'people'} took part`}
    </p>
  );
}
