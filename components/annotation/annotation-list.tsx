import './comment.css';
import type { Annotation, Comment, Reply } from '@/lib/core/annotation/annotation';
import { quoteOf } from '@/lib/core/annotation/highlight';
import type { Tag } from '@/lib/core/api/groups';
import type { CommentDocument } from '@/lib/core/essay/comment-document';
import { CommentView } from './comment-view';

interface Props {
  annotations: readonly Annotation[];
  tags: readonly Tag[];
  /** Address of the reading page, where the passages are. */
  essay: string;
}

/** All annotations with their threads, to print or to read without script. */
export function AnnotationList({ annotations, tags, essay }: Props) {
  const names = new Map(tags.map(({ slug, glyph, name }) => [slug, `${glyph} ${name}`]));
  return (
    <ol className="mt-10 grid gap-10">
      {annotations.map((annotation) => (
        <li key={annotation.id} id={`a-${annotation.id}`} className="break-inside-avoid">
          <blockquote className="border-rule-strong border-s-2 ps-4 font-read text-lg" dir="auto">
            <a
              href={`${essay}#a-${annotation.id}`}
              className="inline-block no-underline hover:underline pointer-coarse:py-2.5"
            >
              {quoteOf(annotation) ?? 'A passage'}
            </a>
          </blockquote>
          <p className="mt-2 text-ink-2 text-sm">
            {annotation.tags.map((tag) => `${names.get(tag) ?? tag} · `)}
            <Byline {...annotation} />
            {annotation.visibility === 'private' && ' · Only you see this'}
            {annotation.held && ` · ${forWhom(annotation.held)}`}
            {annotation.resolved && ' · Resolved'}
          </p>
          <Words comment={annotation.comment} />
          <Replies of={null} replies={annotation.replies} />
        </li>
      ))}
    </ol>
  );
}

const forWhom = ({ as }: NonNullable<Annotation['held']>): string =>
  as === 'sealed' ? 'Only you see this until the reveal' : 'Only its author and moderators see this';

function Byline({ creator, created }: Pick<Reply, 'creator' | 'created'>) {
  return (
    <>
      <bdi>{creator.name}</bdi>, <time dateTime={created}>{created.slice(0, 10)}</time>
    </>
  );
}

function Words({ comment }: { comment: Comment | null }) {
  return comment && <CommentView document={comment.document as CommentDocument} />;
}

function Replies({ of, replies }: { of: string | null; replies: readonly Reply[] }) {
  const own = replies.filter(({ parent }) => parent === of);
  return (
    own.length > 0 && (
      <ul className="mt-3 grid gap-3 border-rule border-s ps-4">
        {own.map((reply) => (
          <li key={reply.id}>
            <p className="text-ink-2 text-sm">
              <Byline {...reply} />
            </p>
            {reply.comment ? <Words comment={reply.comment} /> : <p className="text-ink-3">Deleted</p>}
            <Replies of={reply.id} replies={replies} />
          </li>
        ))}
      </ul>
    )
  );
}
