import type { LineMark } from '@/lib/core/essay/mark-nesting';
import { isSafeHref } from '@/lib/core/essay/safe-href';
import { cellCode, codeSpan, escaped, lineOpening, linkTarget } from './markdown-text';
import type { OpenToken, TextToken, Token } from './markdown-tokens';

/** A paragraph, whose lines may look like something else, a heading, or a cell, which are one line each. */
export type LinePlace = 'block' | 'heading' | 'cell';

/** The tokens as Markdown that reads as they are. */
export function lineMarkdown(tokens: readonly Token[], place: LinePlace): string {
  const closings: string[] = [];
  let line = '';
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.kind === 'sign') line += token.markdown;
    else if (token.kind === 'break') line += breakAt(tokens, i, place);
    else if (token.kind === 'text') line += wordsOf(token, [tokens[i - 1], tokens[i + 1]], place);
    else if (token.kind === 'close') line += closings.pop() ?? '';
    else if (token.mark.type === 'code') {
      line += codeOf(tokens.slice(i + 1, token.close), place);
      i = token.close;
    } else {
      const [opening, closing] = around(tokens, i, token);
      line += opening;
      closings.push(closing);
    }
  }
  return line;
}

/** Where no paragraph can be broken by a line end: after nothing, before nothing, in headings and cells. */
function breakAt(tokens: readonly Token[], i: number, place: LinePlace): string {
  if (place === 'heading') return ' ';
  if (place === 'cell') return ' <br> ';
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  return before && before.kind !== 'break' && after && after.kind !== 'break' ? '\\\n' : '<br>';
}

/** A text between what stands before and after it. */
function wordsOf(
  { text, addresses }: TextToken,
  [before, after]: readonly (Token | undefined)[],
  place: LinePlace,
): string {
  const fitting =
    place === 'cell'
      ? addresses.filter(({ start, end }) => !text.slice(start, end).includes('|'))
      : addresses;
  let words = escaped(text, fitting);
  // A note's sign before a bracket would be a link, and before a colon the note itself; after “!” a link is an image.
  if (before?.kind === 'sign' && /^[(:]/.test(words)) words = `\\${words}`;
  if (after && words.endsWith('!')) words = `${words.slice(0, -1)}\\!`;
  if (!before || before.kind === 'break') {
    if (place === 'block') words = lineOpening(words);
    words = words.replace(/^ /, '&#32;');
  }
  if (after && after.kind !== 'break') return words;
  if (place === 'heading') words = words.replace(/#+$/, '\\$&');
  return words.replace(/ $/, '&#32;');
}

function codeOf(tokens: readonly Token[], place: LinePlace): string {
  const code = tokens.map((token) => (token.kind === 'text' ? token.text : '')).join('');
  return place === 'cell' ? cellCode(code) : codeSpan(code);
}

const tags: Partial<Record<LineMark['type'], string>> = {
  bold: 'strong',
  italic: 'em',
  strike: 'del',
  subscript: 'sub',
  superscript: 'sup',
  highlight: 'mark',
};
const emphases: Partial<Record<LineMark['type'], string>> = { bold: '**', italic: '_', strike: '~~' };

/** What stands before and after the words of a mark: Markdown where it would be read as such, and else HTML. */
function around(tokens: readonly Token[], open: number, { mark, close }: OpenToken): [string, string] {
  if (mark.type === 'link')
    return isSafeHref(mark.attrs.href) ? ['[', `]${linkTarget(mark.attrs.href)}`] : ['', ''];
  if (mark.type === 'footnoteReference') return ['[', `](#note-${mark.attrs.id})`];
  const emphasis = emphases[mark.type];
  if (emphasis && isReadAs(emphasis, tokens, [open, close])) return [emphasis, emphasis];
  return [`<${tags[mark.type]}>`, `</${tags[mark.type]}>`];
}

type Kind = 'word' | 'space' | 'sign' | 'other';

/** Signs of emphasis count only beside the right characters: https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run */
function isReadAs(emphasis: string, tokens: readonly Token[], [open, close]: [number, number]): boolean {
  const [before, first] = [kindOf(tokens[open - 1], 'end'), kindOf(tokens[open + 1], 'start')];
  const [last, after] = [kindOf(tokens[close - 1], 'end'), kindOf(tokens[close + 1], 'start')];
  const isFree = (outside: Kind) => outside === 'space' || outside === 'sign';
  if (first === 'space' || last === 'space') return false;
  if (emphasis === '_') return isFree(before) && isFree(after);
  return (first === 'word' || isFree(before)) && (last === 'word' || isFree(after));
}

/** Of the character with which a token ends or starts. Of “other” ones, emoji among them, dialects think differently. */
function kindOf(token: Token | undefined, at: 'start' | 'end'): Kind {
  if (!token || token.kind === 'break') return 'space';
  if (token.kind !== 'text') return 'sign';
  // An address is written in angle brackets, or without them in a cell.
  if (token.addresses.some(({ start, end }) => (at === 'start' ? start === 0 : end === token.text.length)))
    return 'other';
  const character = (at === 'start' ? /^./u : /.$/u).exec(token.text)?.[0] ?? ' ';
  if (/\s/.test(character)) return 'space';
  if (/[!-/:-@[-`{-~]/.test(character)) return 'sign';
  return /[\p{L}\p{N}]/u.test(character) ? 'word' : 'other';
}
