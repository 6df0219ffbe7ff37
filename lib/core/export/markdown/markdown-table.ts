import type { Block, ListItem, Table, TableCell, TableRow, TextBlock } from '@/lib/core/essay/document';
import { blockSeparator, isTextBlock } from '@/lib/core/essay/plain-text';
import { inlineMarkdown, type MarkdownPen, signsUpTo } from './markdown-inline';
import { cellCode } from './markdown-text';

/**
 * A table of GitHub's dialect: it has a head, which is empty where the essay's has none, and a cell is one line. What spans
 * several columns or rows stands in the first of them. Source: https://github.github.com/gfm/#tables-extension-
 */
export function tableMarkdown({ content }: Table, pen: MarkdownPen): string {
  const rows = gridOf(content, pen);
  const columns = longest(rows);
  const line = (cells: readonly string[]) =>
    `|${Array.from({ length: columns }, (_, i) => ` ${cells[i] ?? ''} |`).join('')}`;
  const hasHead = content[0]?.content.every(({ type }) => type === 'tableHeader') ?? false;
  const [head = [], ...body] = hasHead ? rows : [[], ...rows];
  return [line(head), `|${' --- |'.repeat(columns)}`, ...body.map(line)].join('\n');
}

/** The words of cells by row and column. No span makes more columns than the longest row has cells. */
function gridOf(rows: readonly TableRow[], pen: MarkdownPen): string[][] {
  const most = longest(rows.map(({ content }) => content));
  /** Of each column, the row at which a cell of an earlier row has ended. */
  const free: number[] = [];
  return rows.map(({ content }, row) => {
    const line: string[] = [];
    for (const cell of content) {
      while (line.length < most && (free[line.length] ?? 0) > row) line.push('');
      const width = Math.max(1, Math.min(cell.attrs.colspan, most - line.length));
      const words = cellMarkdown(cell, pen);
      for (let i = 0; i < width; i++) {
        free[line.length] = row + cell.attrs.rowspan;
        line.push(i === 0 ? words : '');
      }
    }
    return line;
  });
}

const longest = (lists: readonly (readonly unknown[])[]): number =>
  lists.reduce((most, { length }) => Math.max(most, length), 0);

/** Blocks become lines, as far as a cell has any. */
const cellMarkdown = ({ content }: TableCell, pen: MarkdownPen): string =>
  linesOf(content, pen).filter(Boolean).join(' <br> ');

function linesOf(content: readonly (Block | ListItem | TableRow | TableCell)[], pen: MarkdownPen): string[] {
  return content.flatMap((block) => {
    if (isTextBlock(block)) return textLines(block, pen);
    return 'content' in block ? linesOf(block.content, pen) : [];
  });
}

function textLines(block: TextBlock, pen: MarkdownPen): string[] {
  const lines =
    block.type === 'codeBlock'
      ? codeLines(block.content[0].text, pen)
      : [inlineMarkdown(block.content, pen, 'cell')];
  pen.offset += blockSeparator.length;
  return lines;
}

function codeLines(code: string, pen: MarkdownPen): string[] {
  pen.offset += code.length;
  const lines = code.split('\n').map((line) => (line === '' ? '' : cellCode(line)));
  return [...lines, signsUpTo(pen.offset, pen)];
}
