import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';

interface Props {
  /** Slug. */
  group: string;
  title: string;
  children?: ReactNode;
}

/** The head of a page below the cards of a group, and the way back to them. */
export function CardsCrumb({ group, title, children }: Props) {
  return (
    <div className="mb-5 flex flex-wrap items-end justify-between gap-x-4 gap-y-3">
      <div>
        <p className="text-sm">
          <Link
            href={`/g/${group}/cards` as Route}
            prefetch={false}
            className="inline-flex min-h-9 items-center pointer-coarse:min-h-11 min-w-11 text-ink-2"
          >
            Cards
          </Link>
        </p>
        <h2 className="wrap-anywhere text-2xl" dir="auto">
          {title}
        </h2>
      </div>
      {children}
    </div>
  );
}
