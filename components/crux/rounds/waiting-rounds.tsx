import type { Route } from 'next';
import Link from 'next/link';
import { When } from '@/components/crux/when';
import type { Round } from '@/lib/core/api/rounds';

interface Props {
  /** Slug. */
  group: string;
  rounds: readonly Round[];
}

/** Tells members which rounds wait for them. */
export function WaitingRounds({ group, rounds }: Props) {
  const waiting = rounds.filter((round) => round.waiting > 0);
  return waiting.map(({ id, title, closes, answered, cards }) => (
    <p
      key={id}
      className="mb-4 flex items-center justify-between gap-x-3 rounded-md border border-accent/30 bg-accent-soft px-4 py-2 text-sm sm:justify-start"
    >
      <span className="min-w-0">
        <bdi className="font-medium">{title}</bdi>: you answered {answered} of {cards}. Closes{' '}
        <When at={closes} />.
      </span>
      <Link
        href={`/g/${group}/cards/rounds/${id}` as Route}
        prefetch={false}
        className="flex min-h-9 shrink-0 items-center font-medium underline pointer-coarse:min-h-11"
      >
        {answered === 0 ? 'Answer' : 'Go on'}
      </Link>
    </p>
  ));
}
