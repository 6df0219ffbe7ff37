import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';

interface Props {
  /** Why it stands above the others. */
  reason: 'Now reading' | 'Continue reading';
  group: { slug: string };
  essay: { slug: string; title: string; language: string };
  /** What there is to know about it, below the title. */
  children: ReactNode;
}

/** One essay above all others, as a card that leads to it. */
export function FeaturedEssay({ reason, group, essay, children }: Props) {
  return (
    <section
      aria-labelledby="featured"
      className="relative mb-10 rounded-lg border border-accent/30 bg-accent-soft px-5 py-5 sm:px-6"
    >
      <h2 id="featured" className="mb-2 font-semibold font-ui text-accent text-sm">
        {reason}
      </h2>
      <p
        className="wrap-anywhere font-read font-semibold text-2xl leading-snug"
        lang={essay.language}
        dir="auto"
      >
        <Link
          href={`/g/${group.slug}/${essay.slug}` as Route}
          prefetch={false}
          className="no-underline after:absolute after:inset-0 after:rounded-lg hover:underline"
        >
          {essay.title}
        </Link>
      </p>
      {children}
    </section>
  );
}
