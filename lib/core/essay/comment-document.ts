/**
 * The document of a comment or reply: Tiptap JSON of a small schema, shared by editor, server and exports.
 * Normal form (`normal-comment.ts`) is the only form that is stored. Types and plain text only, so that readers pay
 * nothing for it; validation is in `comment-schema.ts`.
 */
export interface CommentDocument {
  type: 'doc';
  /** At least one block; the empty comment is one empty paragraph. */
  content: CommentBlock[];
}

export type CommentBlock =
  | CommentParagraph
  | { type: 'bulletList'; content: CommentListItem[] }
  | { type: 'orderedList'; attrs: { start: number }; content: CommentListItem[] }
  | { type: 'blockquote'; content: CommentBlock[] }
  | { type: 'codeBlock'; attrs: { language: string | null }; content: [{ type: 'text'; text: string }] };

/** Without content only where the editor's schema needs a paragraph: in an empty comment or first in a list item. */
interface CommentParagraph {
  type: 'paragraph';
  content?: CommentInline[];
}

export interface CommentListItem {
  type: 'listItem';
  content: CommentBlock[];
}

export type CommentInline =
  | { type: 'text'; text: string; marks?: CommentMark[] }
  | { type: 'hardBreak' }
  | { type: 'mention'; attrs: { id: string; label: string } };

export type CommentMark =
  | { type: 'bold' | 'italic' | 'strike' | 'code' }
  | { type: 'link'; attrs: { href: string } };

/** Longest comment, in UTF-16 code units of its plain text. */
export const maximumCommentLength = 20_000;

/** The words of a comment, for search, mail and spoken labels; blocks stand on lines of their own. */
export function commentToText(document: CommentDocument): string {
  return document.content.map(blockText).join('\n');
}

/** Whether there is nothing in it. */
export function isEmptyComment(document: CommentDocument): boolean {
  return document.content.every((block) => block.type === 'paragraph' && block.content === undefined);
}

function blockText(block: CommentBlock | CommentListItem): string {
  switch (block.type) {
    case 'paragraph':
      return (block.content ?? []).map(inlineText).join('');
    case 'codeBlock':
      return block.content[0].text;
    default:
      return (block.content as (CommentBlock | CommentListItem)[]).map(blockText).join('\n');
  }
}

function inlineText(inline: CommentInline): string {
  if (inline.type === 'text') return inline.text;
  return inline.type === 'mention' ? `@${inline.attrs.label}` : '\n';
}
