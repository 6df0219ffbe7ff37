import type { Route } from 'next';
import Link from 'next/link';
import type { AnnotationRound } from '@/lib/core/api/annotation-rounds';
import { AnnotationRoundState } from './round-state';

interface Props {
  /** Of the list of rounds. */
  path: string;
  rounds: readonly AnnotationRound[];
}

/** The rounds of an essay, the newest first. */
export function AnnotationRoundList({ path, rounds }: Props) {
  return (
    <ul className="grid gap-3">
      {rounds.map((round) => (
        <li
          key={round.id}
          className="relative grid gap-1 rounded-lg border border-rule bg-raised p-4 hover:shadow-raised"
        >
          <h2 className="font-medium font-ui text-base" dir="auto">
            <Link
              href={`${path}/${round.id}` as Route}
              prefetch={false}
              className="no-underline after:absolute after:inset-0 after:rounded-lg"
            >
              {round.title}
            </Link>
          </h2>
          <AnnotationRoundState round={round} />
        </li>
      ))}
    </ul>
  );
}
