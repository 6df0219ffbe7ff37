/** Cells of a record, and the line on which it begins, from 1. */
export interface CsvRow {
  cells: string[];
  row: number;
}

/**
 * The records of a CSV file (RFC 4180), blank lines left out: a cell in quotes may hold commas, line ends and doubled
 * quotes. A quote that is never closed closes with the file; one within a bare cell is a character like others.
 * Takes time linear in the file.
 */
export function* csvRows(text: string): Generator<CsvRow> {
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const row = line;
    const cells: string[] = [];
    let isLast = false;
    while (!isLast) {
      const cell = text[at] === '"' ? quotedCell(text, at) : bareCell(text, at);
      cells.push(cell.value);
      line += cell.lines;
      at = cell.end;
      isLast = text[at] !== ',';
      if (!isLast) at++;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    line++;
    if (cells.length > 1 || cells[0]!.trim() !== '') yield { cells, row };
  }
}

interface Cell {
  value: string;
  /** Offset of the sign that ends it. */
  end: number;
  /** Line ends in it. */
  lines: number;
}

const endOfBare = /,|\r?\n|\r$/g;

function bareCell(text: string, start: number): Cell {
  endOfBare.lastIndex = start;
  const end = endOfBare.exec(text)?.index ?? text.length;
  return { value: text.slice(start, end), end, lines: 0 };
}

function quotedCell(text: string, start: number): Cell {
  let end = start + 1;
  for (; end < text.length; end += 2) {
    const quote = text.indexOf('"', end);
    end = quote < 0 ? text.length : quote;
    if (text[end + 1] !== '"') break;
  }
  const inside = text.slice(start + 1, end);
  const { value: after, end: last } = bareCell(text, end + 1);
  const value = inside.replaceAll('""', '"').replace(/\r\n?/g, '\n');
  return { value: value + after, end: last, lines: inside.split('\n').length - 1 };
}
