import type { CommentBlock, CommentDocument, CommentInline, CommentMark } from './comment-document';
import { escapeHtml } from './escape-html';
import { isSafeHref } from './safe-href';

/** A comment as HTML for a file of its own: nothing in it is ever read as HTML. On the page it is elements instead. */
export const commentHtml = ({ content }: CommentDocument): string => content.map(block).join('');

function block(node: CommentBlock): string {
  switch (node.type) {
    case 'paragraph':
      return `<p>${(node.content ?? []).map(inline).join('')}</p>`;
    case 'blockquote':
      return `<blockquote>${node.content.map(block).join('')}</blockquote>`;
    case 'codeBlock':
      return `<pre><code>${escapeHtml(node.content[0].text)}</code></pre>`;
    default: {
      const items = node.content.map((item) => `<li>${item.content.map(block).join('')}</li>`).join('');
      return node.type === 'bulletList'
        ? `<ul>${items}</ul>`
        : `<ol start="${node.attrs.start}">${items}</ol>`;
    }
  }
}

function inline(node: CommentInline): string {
  if (node.type === 'hardBreak') return '<br>';
  if (node.type === 'mention') return `@<bdi>${escapeHtml(node.attrs.label)}</bdi>`;
  return (node.marks ?? []).reduceRight(marked, escapeHtml(node.text));
}

const tags = { bold: 'strong', italic: 'em', strike: 's', code: 'code' };

function marked(html: string, mark: CommentMark): string {
  if (mark.type !== 'link') return `<${tags[mark.type]}>${html}</${tags[mark.type]}>`;
  const { href } = mark.attrs;
  return isSafeHref(href)
    ? `<a href="${escapeHtml(href)}" rel="noopener noreferrer nofollow ugc">${html}</a>`
    : html;
}
