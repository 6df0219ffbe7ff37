import type { Annotation } from '@/lib/core/annotation/annotation';
import type { CommentDocument } from '@/lib/core/essay/comment-document';

/** What an annotation or a reply in its thread says; null when nothing. */
export function wordsOf(annotation: Annotation, reply: string | null): CommentDocument | null {
  const thing = reply === null ? annotation : annotation.replies.find((one) => one.id === reply);
  return (thing?.comment?.document as CommentDocument | undefined) ?? null;
}
