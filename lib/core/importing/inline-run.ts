import { canonicalText } from '@/lib/core/essay/canonical-text';
import type { Inline, Mark } from '@/lib/core/essay/document';

/** A mark that starts a text node may belong to the character before it; conjoining jamo do the same. */
const joining = /^[\p{M}\u1160-\u11ff\ud7b0-\ud7ff]+/u;
const visible = /[^\s\u200b-\u200d\u2060\u00ad]/;

/**
 * Raw inline content as the content of textblocks: white space collapsed as a browser would, trimmed, canonical across
 * node borders, neighbours with equal marks joined. Two line breaks in a row begin a new textblock.
 */
export function textBlockContents(run: readonly Inline[]): Inline[][] {
  const result: Inline[][] = [];
  let current: Inline[] = [];
  let breaks = 0;
  for (const inline of withNeighboursJoined(run)) {
    if (inline.type === 'hardBreak') {
      breaks += 1;
      continue;
    }
    const text = canonicalText(inline.text).replace(/[ \n]+/g, ' ');
    if (text.trim() === '' && (breaks > 0 || current.length === 0)) continue;
    if (breaks > 1) {
      result.push(current);
      current = [];
    } else if (breaks === 1 && current.length > 0) current.push({ type: 'hardBreak' });
    breaks = 0;
    appendText(current, text, inline.marks ?? []);
  }
  result.push(current);
  return result
    .map(trimmed)
    .filter((content) => content.some((i) => i.type === 'text' && visible.test(i.text)));
}

/** Pieces with equal marks as one, before anything is done to them: a paragraph may have 60,000. */
function withNeighboursJoined(run: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  let pieces: string[] = [];
  for (const inline of run) {
    const last = result.at(-1);
    if (inline.type === 'text' && last?.type === 'text' && sameMarks(last.marks ?? [], inline.marks ?? [])) {
      pieces.push(inline.text);
      continue;
    }
    if (last?.type === 'text') last.text = pieces.join('');
    pieces = inline.type === 'text' ? [inline.text] : [];
    result.push({ ...inline });
  }
  const last = result.at(-1);
  if (last?.type === 'text') last.text = pieces.join('');
  return result;
}

function appendText(content: Inline[], text: string, marks: Mark[]): void {
  const last = content.at(-1);
  if (last?.type !== 'text') {
    push(content, text.trimStart(), marks);
    return;
  }
  const rest = last.text.endsWith(' ') ? text.replace(/^ /, '') : text;
  const joins = joining.exec(rest)?.[0] ?? '';
  if (joins !== '') last.text = composed(last.text, joins);
  push(content, rest.slice(joins.length), marks);
}

function push(content: Inline[], text: string, marks: Mark[]): void {
  if (text === '') return;
  const last = content.at(-1);
  if (last?.type === 'text' && sameMarks(last.marks ?? [], marks)) last.text = composed(last.text, text);
  else content.push(marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks });
}

/** Two texts in NFC as one, which changes only from the last character of the first on. */
function composed(first: string, second: string): string {
  let cut = first.length;
  do cut -= /[\udc00-\udfff]/.test(first.charAt(cut - 1)) ? 2 : 1;
  while (cut > 0 && joining.test(first.slice(cut, cut + 2)));
  return first.slice(0, cut) + (first.slice(cut) + second).normalize('NFC');
}

/** No white space at the ends of a textblock and around its line breaks. */
function trimmed(content: readonly Inline[]): Inline[] {
  const fromStart = trimmedAfterEdges(content, (text) => text.trimStart());
  return trimmedAfterEdges(fromStart.reverse(), (text) => text.trimEnd()).reverse();
}

function trimmedAfterEdges(content: readonly Inline[], trim: (text: string) => string): Inline[] {
  const result: Inline[] = [];
  for (const inline of content) {
    if (inline.type === 'hardBreak') {
      result.push(inline);
      continue;
    }
    const text = result.at(-1)?.type === 'text' ? inline.text : trim(inline.text);
    if (text !== '') result.push({ ...inline, text });
  }
  return result;
}

function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return a === b || (a.length === b.length && JSON.stringify(a) === JSON.stringify(b));
}
