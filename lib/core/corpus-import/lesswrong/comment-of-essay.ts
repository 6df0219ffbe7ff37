import type { CommentDocument, CommentMark } from '@/lib/core/essay/comment-document';
import { checkedComment } from '@/lib/core/essay/comment-schema';
import type { Block, EssayDocument, Footnotes, Inline, Mark } from '@/lib/core/essay/document';
import { type LooseBlock, type LooseInline, normalComment } from '@/lib/core/essay/normal-comment';

/**
 * A text as a comment, or a `CommentError` (too long, nested too deeply). As with Markdown, headings become bold
 * paragraphs and table rows paragraphs; a footnote becomes a paragraph behind the rest, with its sign.
 */
export const commentOfEssay = (document: EssayDocument): CommentDocument =>
  checkedComment(normalComment(document.content.flatMap(looseBlocks)));

function looseBlocks(block: Block | Footnotes): LooseBlock[] {
  switch (block.type) {
    case 'paragraph':
      return [{ type: 'paragraph', content: inlines(block.content) }];
    case 'heading':
      return [{ type: 'paragraph', content: inlines(block.content, [{ type: 'bold' }]) }];
    case 'codeBlock':
      return [block];
    case 'blockquote':
      return [{ type: 'blockquote', content: block.content.flatMap(looseBlocks) }];
    case 'bulletList':
    case 'orderedList': {
      const content = block.content.map((item) => ({
        type: 'listItem' as const,
        content: item.content.flatMap(looseBlocks),
      }));
      return [block.type === 'bulletList' ? { type: 'bulletList', content } : { ...block, content }];
    }
    case 'table':
      return block.content.flatMap(({ content }) =>
        content.flatMap((cell) => cell.content.flatMap(looseBlocks)),
      );
    case 'footnotes':
      return block.content.flatMap(({ attrs, content }) => [
        paragraph(`[${attrs.label}]:`),
        ...content.flatMap(looseBlocks),
      ]);
    case 'horizontalRule':
      return [];
  }
}

const paragraph = (text: string): LooseBlock => ({ type: 'paragraph', content: [{ type: 'text', text }] });

function inlines(content: readonly Inline[], more: readonly CommentMark[] = []): LooseInline[] {
  return content.map((inline) =>
    inline.type === 'text'
      ? { type: 'text', text: inline.text, marks: [...more, ...(inline.marks ?? []).flatMap(commentMark)] }
      : inline,
  );
}

/** Comments have neither raised signs nor references to notes: their words stay. */
function commentMark(mark: Mark): CommentMark[] {
  const { type } = mark;
  if (type === 'link') return [mark];
  return type === 'subscript' || type === 'superscript' || type === 'footnoteReference' ? [] : [{ type }];
}
