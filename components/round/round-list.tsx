import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';

interface Props<Round> {
  /** Below which each has its page. */
  path: string;
  rounds: readonly Round[];
  /** Where one of them stands. */
  children: (round: Round) => ReactNode;
}

/** Rounds of any kind, each with the way to it. */
export function RoundList<Round extends { id: string; title: string }>({
  path,
  rounds,
  children,
}: Props<Round>) {
  return (
    <ul className="grid gap-3">
      {rounds.map((round) => (
        <li
          key={round.id}
          className="relative grid gap-1 rounded-lg border border-rule bg-raised p-4 hover:shadow-raised"
        >
          <h2 className="wrap-anywhere font-medium font-ui text-base" dir="auto">
            <Link
              href={`${path}/${round.id}` as Route}
              prefetch={false}
              className="no-underline after:absolute after:inset-0 after:rounded-lg"
            >
              {round.title}
            </Link>
          </h2>
          {children(round)}
        </li>
      ))}
    </ul>
  );
}
