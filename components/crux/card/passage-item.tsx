import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { CommentView } from '@/components/annotation/comment-view';
import type { MindChange, Occurrence } from '@/lib/core/api/card-schemas';
import type { Tag } from '@/lib/core/api/groups';
import type { CommentDocument } from '@/lib/core/essay/comment-document';

interface Props {
  group: string;
  passage: Occurrence;
  tags: readonly Tag[];
  moved: MindChange | undefined;
  children: ReactNode;
}

const replies = (n: number) => (n === 1 ? '1 reply' : `${n} replies`);

const signed = new Intl.NumberFormat('en', { signDisplay: 'exceptZero', maximumFractionDigits: 0 });

function movedWords({ people, median }: MindChange): string {
  const points = signed.format(median).replace('-', '−');
  return people === 1
    ? `moved 1 person by ${points} points`
    : `moved ${people} people, median ${points} points`;
}

/** The words of a passage, leading to their exact place, and what was said there. */
export function PassageItem({ group, passage, tags, moved, children }: Props) {
  const { essay, exact, author, comment } = passage;
  const words = tags
    .filter(({ slug }) => passage.tags.includes(slug))
    .map(({ glyph, name }) => `${glyph}\u00a0${name}`);
  const href = `/g/${group}/${essay.slug}#a-${passage.annotation}` as Route;
  return (
    <article className="min-w-0">
      <blockquote
        className="wrap-anywhere line-clamp-6 border-rule-strong border-s-2 ps-4 font-read text-lg leading-snug"
        dir="auto"
      >
        <Link href={href} prefetch={false} className="no-underline hover:underline">
          {exact}
        </Link>
      </blockquote>
      {comment && (
        <div className="wrap-anywhere mt-2 line-clamp-4 text-ink-2">
          <CommentView document={comment.document as CommentDocument} />
        </div>
      )}
      <div className="mt-1 flex items-start justify-between gap-x-4 text-ink-2 text-sm">
        <p className="min-w-0 py-1.5">
          <cite className="not-italic" dir="auto">
            {essay.title}
          </cite>
          {`\u00a0· marked by `}
          <bdi>{author.name}</bdi>
          {[...words, ...(passage.replies > 0 ? [replies(passage.replies)] : [])].map(
            (fact) => `\u00a0· ${fact}`,
          )}
          {moved && <span className="font-medium text-accent">{`\u00a0· ${movedWords(moved)}`}</span>}
        </p>
        {children}
      </div>
    </article>
  );
}
