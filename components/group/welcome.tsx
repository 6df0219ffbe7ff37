import type { Route } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import type { Group } from '@/lib/core/api/groups';

const tags = [
  ['◆', 'claim', '--hl-1', 'solid'],
  ['▲', 'crux', '--hl-2', 'dashed'],
  ['■', 'failure mode', '--hl-3', 'dotted'],
] as const;

interface Props {
  sample: Group | null;
  /** Anybody may make an account. */
  mayJoin: boolean;
}

/** What a visitor sees first: what this is, shown as the page itself would show it. */
export function Welcome({ sample, mayJoin }: Props) {
  return (
    <section className="grid gap-6 py-8 sm:py-14">
      <h1 className="max-w-3xl text-4xl sm:text-5xl">
        Read essays together, and find what you really disagree about.
      </h1>
      <p className="max-w-prose font-read text-ink-2 text-xl leading-relaxed">
        Select a passage and press one key: it is a{' '}
        {tags.map(([glyph, name, token, line], index) => (
          <span key={name}>
            {index === 1 && ', a '}
            {index === 2 && ' or a '}
            <mark
              className="border-b-2 text-ink"
              style={{
                background: `var(${token}-tint)`,
                borderBottomColor: `var(${token}-edge)`,
                borderBottomStyle: line,
              }}
            >
              <span aria-hidden="true">{glyph}&#8239;</span>
              {name}
            </mark>
          </span>
        ))}
        . The others see it as they read, and answer beside the text.
      </p>
      <p className="flex flex-wrap gap-3">
        {sample && (
          <Link href={`/g/${sample.slug}` as Route} className={buttonClass('primary')}>
            Look at the sample group
          </Link>
        )}
        {mayJoin && (
          <Link href="/sign-up" className={buttonClass(sample ? 'outline' : 'primary')}>
            Make an account
          </Link>
        )}
        <Link href="/sign-in" className={buttonClass('outline')}>
          Sign in
        </Link>
      </p>
    </section>
  );
}
