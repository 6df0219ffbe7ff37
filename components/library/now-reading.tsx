import type { Route } from 'next';
import Link from 'next/link';
import type { ListedEssay } from '@/lib/core/api/essays';
import { daysUntil } from './due-date';
import { EssayFacts } from './essay-facts';

/** What the group reads now: of several essays, the one that is due next. */
export function nowReading(essays: ListedEssay[], now: number): ListedEssay | null {
  const coming = essays.filter(({ due }) => due !== null && daysUntil(due, now) >= 0);
  const [next] = coming.sort((a, b) => a.due!.localeCompare(b.due!) || a.position - b.position);
  return essays.length > 1 && next ? next : null;
}

export function NowReading({ group, essay }: { group: { slug: string }; essay: ListedEssay }) {
  return (
    <section
      aria-labelledby="now-reading"
      className="relative mb-10 rounded-lg border border-accent/30 bg-accent-soft px-5 py-5 sm:px-6"
    >
      <h2 id="now-reading" className="mb-2 font-semibold font-ui text-accent text-sm">
        Now reading
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
      {essay.authors.length > 0 && (
        <p className="mt-0.5 truncate text-ink-2 text-sm">
          <bdi>{essay.authors.join(', ')}</bdi>
        </p>
      )}
      <EssayFacts essay={essay} />
    </section>
  );
}
