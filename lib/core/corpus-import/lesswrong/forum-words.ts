import { type CommentDocument, commentToText, maximumCommentLength } from '@/lib/core/essay/comment-document';
import { commentToMarkdown, markdownToComment } from '@/lib/core/essay/comment-markdown';
import { CommentError } from '@/lib/core/essay/comment-schema';
import { ImportError } from '@/lib/core/importing/import-error';
import { importEssay } from '@/lib/core/importing/import-essay';
import { commentOfEssay } from './comment-of-essay';
import { type ForumComment, htmlOf } from './forum-json';

/** What a comment says, as Markdown. */
export interface ForumWords {
  comment: string;
  /** Plain text of the quotation that it begins with; null where it begins with words of its own. */
  quote: string | null;
  /** The comment without that quotation; null where nothing else is in it. */
  rest: string | null;
}

/** The words of a comment, from its HTML or else its Markdown; or a sentence that says why there are none. */
export function wordsOf(said: ForumComment): ForumWords | string {
  const html = htmlOf(said);
  try {
    const document = html
      ? commentOfEssay(importEssay({ format: 'html', content: html }).document)
      : markdownToComment(said.contents?.markdown ?? '');
    if (commentToText(document).trim() === '') return 'It has no words.';
    const [first, ...others] = document.content;
    const quote = first?.type === 'blockquote' ? commentToText({ type: 'doc', content: [first] }) : null;
    const told = (content: CommentDocument['content']) =>
      [...(said.retracted ? [withdrawn] : []), commentToMarkdown({ type: 'doc', content })]
        .join('\n\n')
        .trim();
    const comment = told(document.content);
    if (comment.length > maximumCommentLength) return 'It is too long for a comment.';
    return { comment, quote, rest: told(quote === null ? document.content : others) || null };
  } catch (error) {
    if (error instanceof CommentError || error instanceof ImportError) return error.message;
    throw error;
  }
}

/** LessWrong strikes such words through, and leaves them to be read. */
const withdrawn = '*Retracted by its author.*';

/** Words as a quotation in Markdown. */
export const quotation = (text: string): string =>
  commentToMarkdown({
    type: 'doc',
    content: [{ type: 'blockquote', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }],
  });
