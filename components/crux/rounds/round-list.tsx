import type { Route } from 'next';
import Link from 'next/link';
import type { Round } from '@/lib/core/api/rounds';
import { RoundState } from './round-state';

/** The rounds of a group, those that are open first. */
export function RoundList({ group, rounds }: { group: string; rounds: readonly Round[] }) {
  return (
    <ul className="grid gap-3">
      {rounds.map((round) => (
        <li
          key={round.id}
          className="relative grid gap-1 rounded-lg border border-rule bg-raised p-4 hover:shadow-raised"
        >
          <h2 className="font-medium font-ui text-base" dir="auto">
            <Link
              href={`/g/${group}/cards/rounds/${round.id}` as Route}
              prefetch={false}
              className="no-underline after:absolute after:inset-0 after:rounded-lg"
            >
              {round.title}
            </Link>
          </h2>
          <RoundState round={round} />
        </li>
      ))}
    </ul>
  );
}
