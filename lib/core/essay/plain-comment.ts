import type { CommentDocument, CommentInline } from './comment-document';

/** Typed text as a comment: blank lines part paragraphs, single line ends stay breaks. Nothing is read as Markdown. */
export function plainComment(text: string): CommentDocument {
  const paragraphs = text.split(/\n\s*\n/).map((part) => part.replace(/^\n+|\n+$/g, ''));
  return {
    type: 'doc',
    content: paragraphs.map((part) =>
      part === '' ? { type: 'paragraph' } : { type: 'paragraph', content: lines(part) },
    ),
  };
}

const lines = (part: string): CommentInline[] =>
  part
    .split('\n')
    .flatMap((line, i): CommentInline[] => [
      ...(i > 0 ? [{ type: 'hardBreak' as const }] : []),
      ...(line === '' ? [] : [{ type: 'text' as const, text: line }]),
    ]);
