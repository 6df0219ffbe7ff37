import type { CommentDocument } from '@/lib/core/essay/comment-document';
import { markdownToComment } from '@/lib/core/essay/comment-markdown';
import { CommentError } from '@/lib/core/essay/comment-schema';
import { plainComment } from '@/lib/core/essay/plain-comment';

/** Markdown of a corpus as a comment; what is too much to read as Markdown stays as it was typed. */
export function standingComment(markdown: string): CommentDocument {
  try {
    return markdownToComment(markdown);
  } catch (error) {
    if (error instanceof CommentError) return plainComment(markdown);
    throw error;
  }
}
