import type { Element, ElementContent } from 'hast';
import { element } from './element';
import type { TextLayout } from './text-layout';
import { textListAt } from './text-list';

const deepest = 8;
const rule = /^ *(?:[-_*=~] ?){3,}$|^ *\* +\* +\*$/;
const quote = /^ {0,3}> ?/;
const codeSign = /[{}();=<>]|^\s*(?:[$#]|\/\/)/;

/** Longer lines are paragraphs of their own, even in a text that has blank lines. */
const longLine = 120;

/** The lines of a plain text as elements: p, ul, ol, blockquote, pre, hr. Lines carry no white space at their ends. */
export function textBlocks(lines: readonly string[], layout: TextLayout, depth = 0): Element[] {
  const blocks: Element[] = [];
  const isNested = depth < deepest;
  for (let index = 0; index < lines.length; ) {
    const line = lines[index]!;
    const list = isNested ? textListAt(lines, index, layout === 'wrapped') : undefined;
    if (line === '') index += 1;
    else if (rule.test(line)) {
      blocks.push(element('hr', []));
      index += 1;
    } else if (isNested && quote.test(line)) {
      const end = runEnd(lines, index, (next) => quote.test(next));
      const inner = lines.slice(index, end).map((each) => each.replace(quote, ''));
      blocks.push(element('blockquote', textBlocks(inner, layout, depth + 1)));
      index = end;
    } else if (list !== undefined) {
      const items = list.items.map((item) => element('li', textBlocks(item, layout, depth + 1)));
      blocks.push(list.ordered ? element('ol', items, { start: list.start }) : element('ul', items));
      index = list.end;
    } else {
      const end = paragraphEnd(lines, index, layout);
      blocks.push(...paragraphs(lines.slice(index, end), layout));
      index = end;
    }
  }
  return blocks;
}

function runEnd(lines: readonly string[], from: number, belongs: (line: string) => boolean): number {
  let end = from + 1;
  while (end < lines.length && belongs(lines[end]!)) end++;
  return end;
}

function paragraphEnd(lines: readonly string[], from: number, layout: TextLayout): number {
  if (layout === 'lines') return from + 1;
  let end = from + 1;
  while (end < lines.length && lines[end] !== '' && !quote.test(lines[end]!)) {
    if (textListAt(lines, end, layout === 'wrapped') !== undefined) break;
    end++;
  }
  return end;
}

function paragraphs(lines: string[], layout: TextLayout): Element[] {
  if (isCode(lines)) return [element('pre', [{ type: 'text', value: dedented(lines).join('\n') }])];
  const trimmed = lines.map((line) => line.trim());
  if (layout === 'wrapped') return [paragraph(unwrapped(trimmed))];
  if (trimmed.some((line) => line.length > longLine)) return trimmed.map((line) => paragraph(line));
  const content = trimmed.flatMap((line, index): ElementContent[] => [
    ...(index === 0 ? [] : [element('br', [])]),
    { type: 'text', value: line },
  ]);
  return [element('p', content)];
}

/** A paragraph of one text. */
export function paragraph(text: string): Element {
  return element('p', [{ type: 'text', value: text }]);
}

/** Joins lines that only the column ended. A hyphen at the end stays, and the word goes on behind it. */
function unwrapped(lines: readonly string[]): string {
  return lines.reduce((text, line) =>
    /\p{L}-$/u.test(text) && /^\p{Ll}/u.test(line) ? text + line : `${text} ${line}`,
  );
}

/** Indented by four or more, every line, and half of them with signs that prose seldom has. */
function isCode(lines: readonly string[]): boolean {
  const signs = lines.filter((line) => codeSign.test(line)).length;
  return lines.every((line) => line.startsWith('    ')) && signs * 2 >= lines.length;
}

function dedented(lines: readonly string[]): string[] {
  const indent = Math.min(...lines.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(indent));
}
