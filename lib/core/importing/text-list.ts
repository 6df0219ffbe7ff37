/** A list found in plain text: the lines of each item without marker and indent, and where the text goes on. */
export interface TextList {
  ordered: boolean;
  /** Number of the first item. */
  start: number;
  items: string[][];
  /** Index of the first line after the list. */
  end: number;
}

interface Marker {
  indent: number;
  /** Column at which the item's text begins. */
  column: number;
  number: number | undefined;
  rest: string;
}

const bullet = /^( *)([-*•‣◦]) +(?=\S)/;
const numbered = /^( *)(\d{1,4})\. +(?=\S)/;

/**
 * The list that begins at a line, if there is one: at least two items of one kind and indent, numbers counting up.
 * A single "1. …" is more likely a numbered heading, and "1999. …" a sentence; both stay text.
 */
export function textListAt(
  lines: readonly string[],
  begin: number,
  isWrapped: boolean,
): TextList | undefined {
  const first = markerOf(lines[begin]);
  if (first === undefined) return undefined;
  const items: string[][] = [];
  let marker: Marker | undefined = first;
  let index = begin;
  while (marker !== undefined) {
    const body = itemBody(lines, index, { ...marker, isWrapped });
    items.push([marker.rest, ...body.lines]);
    index = body.end;
    const next = nextFilled(lines, index);
    marker = continues(markerOf(lines[next]), first, items.length) ? markerOf(lines[next]) : undefined;
    if (marker !== undefined) index = next;
  }
  if (items.length < 2) return undefined;
  return { ordered: first.number !== undefined, start: first.number ?? 1, items, end: index };
}

function markerOf(line: string | undefined): Marker | undefined {
  const match = line === undefined ? null : (bullet.exec(line) ?? numbered.exec(line));
  if (!match) return undefined;
  const number = /^\d/.test(match[2]!) ? Number(match[2]) : undefined;
  return { indent: match[1]!.length, column: match[0].length, number, rest: line!.slice(match[0].length) };
}

function continues(marker: Marker | undefined, first: Marker, count: number): boolean {
  if (marker === undefined || Math.abs(marker.indent - first.indent) > 1) return false;
  return first.number === undefined ? marker.number === undefined : marker.number === first.number + count;
}

/** Lines that belong to the item: indented ones, and in wrapped text those that follow without a blank line. */
function itemBody(
  lines: readonly string[],
  at: number,
  marker: Marker & { isWrapped: boolean },
): { lines: string[]; end: number } {
  const body: string[] = [];
  let index = at + 1;
  for (;;) {
    const next = nextFilled(lines, index);
    const line = lines[next];
    if (line === undefined) break;
    const indent = line.length - line.trimStart().length;
    const isInside = indent >= marker.indent + 2;
    const isLazy = marker.isWrapped && next === index && markerOf(line) === undefined;
    if (!isInside && !isLazy) break;
    while (index++ < next) body.push('');
    body.push(line.slice(Math.min(indent, marker.column)));
  }
  return { lines: body, end: index };
}

function nextFilled(lines: readonly string[], from: number): number {
  let index = from;
  while (lines[index] === '') index++;
  return index;
}
