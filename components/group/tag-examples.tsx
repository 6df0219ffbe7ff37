import type { Route } from 'next';
import Link from 'next/link';
import { TagChip } from '@/components/annotation/tag-chip';
import type { GuidelineExample } from '@/lib/core/api/adjudication';
import type { Tag } from '@/lib/core/api/groups';
import { DropExample } from './drop-example';

interface Props {
  group: string;
  tags: readonly Tag[];
  examples: readonly GuidelineExample[];
  mayDrop: boolean;
}

/** Passages that show what each tag is meant for, or what not; folded away, and not there while there are none. */
export function TagExamples({ group, tags, examples, mayDrop }: Props) {
  const shown = tags.filter(({ slug }) => examples.some(({ tag }) => tag === slug));
  if (shown.length === 0) return null;
  return (
    <details className="mt-3 max-w-prose rounded-md border border-rule">
      <summary className="min-h-11 px-4 py-2.5 font-medium text-sm">
        What the tags are meant for: examples
      </summary>
      <div className="grid gap-6 px-4 pt-2 pb-4">
        {shown.map((tag) => (
          <section key={tag.slug} aria-label={tag.name} className="grid gap-3">
            <p className="wrap-anywhere text-ink-2 text-sm">
              <TagChip tag={tag} /> {tag.definition}
            </p>
            <ul className="grid gap-3">
              {examples
                .filter((example) => example.tag === tag.slug)
                .map((example) => (
                  <li key={example.id} className="grid gap-1 border-rule border-s-2 ps-3">
                    <Example group={group} example={example} />
                    {mayDrop && <DropExample group={group} id={example.id} />}
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </details>
  );
}

function Example({ group, example }: { group: string; example: GuidelineExample }) {
  const { positive, prefix, exact, suffix, reason, essay } = example;
  return (
    <>
      <p className="font-medium text-sm">{positive ? 'This is one' : 'This is not one'}</p>
      <blockquote className="wrap-anywhere font-read text-ink-2 leading-snug" dir="auto">
        {prefix && `…${prefix.replace(/^\S*\s/, '')}`}
        <span className="text-ink underline decoration-2 decoration-rule-strong underline-offset-4">
          {exact}
        </span>
        {suffix && `${suffix.replace(/\s\S*$/, '')}…`}
      </blockquote>
      {reason && (
        <p className="wrap-anywhere whitespace-pre-line text-sm" dir="auto">
          {reason}
        </p>
      )}
      <p className="text-sm">
        <Link href={`/g/${group}/${essay.slug}` as Route} prefetch={false} className="text-ink-2" dir="auto">
          {essay.title}
        </Link>
      </p>
    </>
  );
}
