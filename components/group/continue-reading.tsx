import type { Route } from 'next';
import Link from 'next/link';

interface Props {
  group: { slug: string; name: string };
  essay: { slug: string; title: string; language: string };
  percent: number;
}

/** Back to where somebody stopped reading. */
export function ContinueReading({ group, essay, percent }: Props) {
  return (
    <section
      aria-labelledby="continue"
      className="relative mb-12 rounded-lg border border-accent/30 bg-accent-soft px-5 py-5 sm:px-6"
    >
      <h2 id="continue" className="mb-2 font-semibold font-ui text-accent text-sm">
        Continue reading
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
      <p className="mt-2 flex flex-wrap gap-x-3 text-ink-2 text-sm">
        <bdi>{group.name}</bdi> <span>{percent} % read</span>
      </p>
    </section>
  );
}
