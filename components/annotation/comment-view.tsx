import { createElement, type ReactNode } from 'react';
import type {
  CommentBlock,
  CommentDocument,
  CommentInline,
  CommentMark,
} from '@/lib/core/essay/comment-document';
import { isSafeHref } from '@/lib/core/essay/safe-href';

/** A comment as elements of the page; nothing in it is ever read as HTML. */
export function CommentView({ document }: { document: CommentDocument }) {
  return (
    <div className="comment" dir="auto">
      {document.content.map(block)}
    </div>
  );
}

const marks = { bold: 'strong', italic: 'em', strike: 's', code: 'code' } as const;

function block(node: CommentBlock, key: number): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return <p key={key}>{node.content?.map(inline)}</p>;
    case 'codeBlock':
      return (
        <pre key={key}>
          <code>{node.content.map((text) => text.text)}</code>
        </pre>
      );
    case 'blockquote':
      return <blockquote key={key}>{node.content.map(block)}</blockquote>;
    case 'orderedList':
      return (
        <ol key={key} start={node.attrs.start}>
          {node.content.map(item)}
        </ol>
      );
    case 'bulletList':
      return <ul key={key}>{node.content.map(item)}</ul>;
  }
}

const item = (node: { content: CommentBlock[] }, key: number) => <li key={key}>{node.content.map(block)}</li>;

function inline(node: CommentInline, key: number): ReactNode {
  switch (node.type) {
    case 'hardBreak':
      return <br key={key} />;
    case 'mention':
      return (
        <span key={key} className="mention">
          @<bdi>{node.attrs.label}</bdi>
        </span>
      );
    case 'text':
      return (node.marks ?? []).reduceRight((inner, one) => wrap(one, inner, key), node.text as ReactNode);
  }
}

function wrap(mark: CommentMark, inner: ReactNode, key: number): ReactNode {
  if (mark.type !== 'link') return createElement(marks[mark.type], { key }, inner);
  if (!isSafeHref(mark.attrs.href)) return inner;
  return (
    <a key={key} href={mark.attrs.href} rel="noopener noreferrer nofollow ugc" target="_blank">
      {inner}
    </a>
  );
}
