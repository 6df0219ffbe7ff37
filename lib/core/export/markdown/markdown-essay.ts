import type {
  Block,
  BulletList,
  EssayDocument,
  Footnote,
  ListItem,
  OrderedList,
} from '@/lib/core/essay/document';
import { blockSeparator } from '@/lib/core/essay/plain-text';
import { inlineMarkdown, type MarkdownPen, signsUpTo } from './markdown-inline';
import { tableMarkdown } from './markdown-table';
import { fenceFor, indented, inMarkdown } from './markdown-text';

/** An essay as Markdown, a block at a time, each with the empty line after it; its own notes stand at its end. */
export function* essayMarkdown({ content }: EssayDocument, pen: MarkdownPen): Generator<string> {
  const write = blockWriter(pen);
  for (const node of content) {
    if (node.type !== 'footnotes') yield `${write(node)}\n\n`;
    else {
      yield '___\n\n';
      for (const note of node.content) yield `${noteMarkdown(note, pen)}\n\n`;
    }
  }
  const rest = signsUpTo(Number.POSITIVE_INFINITY, pen);
  if (rest !== '') yield `${rest}\n\n`;
}

/** Under the sign that the essay gave it, where links to it lead. */
function noteMarkdown({ attrs, content }: Footnote, pen: MarkdownPen): string {
  const label = `<a id="note-${attrs.id}"></a>**${inMarkdown(attrs.label)}**`;
  return `${label}${content[0]?.type === 'paragraph' ? ' ' : '\n\n'}${blocksMarkdown(content, pen)}`;
}

const blocksMarkdown = (content: readonly Block[], pen: MarkdownPen, between = '\n\n'): string =>
  content.map(blockWriter(pen)).join(between);

/** Writes blocks one after another: a list that follows one of its kind has other signs, or they would be one. */
function blockWriter(pen: MarkdownPen): (block: Block) => string {
  let before: Block['type'] | undefined;
  let isOther = false;
  return (block) => {
    isOther = block.type === before && !isOther;
    before = block.type;
    if (block.type === 'bulletList' || block.type === 'orderedList') return listMarkdown(block, pen, isOther);
    return blockMarkdown(block, pen);
  };
}

function blockMarkdown(block: Exclude<Block, BulletList | OrderedList>, pen: MarkdownPen): string {
  switch (block.type) {
    case 'paragraph':
      return textMarkdown(() => inlineMarkdown(block.content, pen, 'block'), pen);
    case 'heading': {
      const sign = '#'.repeat(block.attrs.level);
      return textMarkdown(() => `${sign} ${inlineMarkdown(block.content, pen, 'heading')}`, pen);
    }
    case 'codeBlock':
      return textMarkdown(() => codeMarkdown(block.content[0].text, block.attrs.language, pen), pen);
    case 'blockquote':
      return blocksMarkdown(block.content, pen).replace(/^(?=(.?))/gm, (_, first) => (first ? '> ' : '>'));
    case 'table':
      return tableMarkdown(block, pen);
    case 'horizontalRule':
      return '___';
  }
}

function textMarkdown(write: () => string, pen: MarkdownPen): string {
  const markdown = write();
  pen.offset += blockSeparator.length;
  return markdown;
}

/** As it is, so that no sign and no mark can stand in it: the signs come after it. */
function codeMarkdown(code: string, language: string | null, pen: MarkdownPen): string {
  const fence = fenceFor(code, 3);
  pen.offset += code.length;
  const signs = signsUpTo(pen.offset, pen);
  return `${fence}${language ?? ''}\n${code}\n${fence}${signs && `\n\n${signs}`}`;
}

/** The greatest number that a list may begin with; the numbers after the first one say nothing. */
const greatestNumber = 999_999_999;

function listMarkdown(list: BulletList | OrderedList, pen: MarkdownPen, isOther: boolean): string {
  const tight = isTight(list);
  const items = list.content.map(({ content }, i) => {
    const sign =
      list.type === 'bulletList'
        ? isOther
          ? '* '
          : '- '
        : `${Math.min(list.attrs.start + i, greatestNumber)}${isOther ? ')' : '.'} `;
    return (
      sign + indented(blocksMarkdown(content, pen, tight ? '\n' : '\n\n'), sign.length).slice(sign.length)
    );
  });
  return items.join(tight ? '\n' : '\n\n');
}

/** Whether its items can stand without empty lines: short ones, with lists in them that may follow a line of text. */
const isTight = (list: BulletList | OrderedList): boolean => list.content.every(isTightItem);

function isTightItem({ content: [first, second, ...rest] }: ListItem): boolean {
  if (first?.type !== 'paragraph' || rest.length > 0) return false;
  if (second === undefined) return true;
  if (second.type === 'orderedList') return second.attrs.start === 1 && isTight(second);
  return second.type === 'bulletList' && isTight(second);
}
