import type { Element, ElementContent } from 'hast';
import type { Block, TableCell, TableRow } from '@/lib/core/essay/document';

const sections = new Set(['thead', 'tbody', 'tfoot']);

/**
 * A table element as blocks: what stands outside of its cells first (captions, strays), then the table. Tables that
 * only lay out a page, with one column, become their content. `read` makes blocks of what a cell holds.
 */
export function tableFrom(table: Element, read: (content: ElementContent[]) => Block[]): Block[] {
  const outside: ElementContent[] = [];
  const rows: TableRow[] = [];
  for (const row of rowsOf(table, outside)) {
    const cells = cellsOf(row, outside, read);
    if (cells.length > 0) rows.push({ type: 'tableRow', content: cells });
  }
  const before = read(outside);
  const cells = rows.flatMap((row) => row.content);
  if (rows.every((row) => row.content.length === 1))
    return [...before, ...cells.flatMap((cell) => cell.content)];
  return cells.some((cell) => cell.content.length > 0)
    ? [...before, { type: 'table', content: rows }]
    : before;
}

function rowsOf(parent: Element, outside: ElementContent[]): Element[] {
  return parent.children.flatMap((child) => {
    if (child.type === 'element' && child.tagName === 'tr') return [child];
    if (child.type === 'element' && sections.has(child.tagName)) return rowsOf(child, outside);
    outside.push(child);
    return [];
  });
}

function cellsOf(
  row: Element,
  outside: ElementContent[],
  read: (content: ElementContent[]) => Block[],
): TableCell[] {
  return row.children.flatMap((child): TableCell[] => {
    if (child.type !== 'element' || (child.tagName !== 'td' && child.tagName !== 'th')) {
      outside.push(child);
      return [];
    }
    const { colSpan, rowSpan } = child.properties;
    const attrs = { colspan: spanFrom(colSpan), rowspan: spanFrom(rowSpan) };
    const type = child.tagName === 'th' ? 'tableHeader' : 'tableCell';
    return [{ type, attrs, content: read(child.children) }];
  });
}

function spanFrom(value: unknown): number {
  const span = Number(value ?? 1);
  return Number.isInteger(span) && span >= 1 && span <= 1000 ? span : 1;
}
