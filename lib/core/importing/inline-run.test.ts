import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText } from '@/lib/core/essay/canonical-text';
import type { Inline, Mark } from '@/lib/core/essay/document';
import { inlineText } from '@/lib/core/essay/plain-text';
import { textBlockContents } from './inline-run';

const bold: Mark = { type: 'bold' };
const text = (value: string, ...marks: Mark[]): Inline =>
  marks.length ? { type: 'text', text: value, marks } : { type: 'text', text: value };
const br: Inline = { type: 'hardBreak' };

describe('raw inline content', () => {
  test.each<[name: string, run: Inline[], contents: Inline[][]]>([
    ['nothing', [], []],
    ['white space only', [text(' \n\t '), text('\u00a0')], []],
    [
      'white space collapses, also across nodes',
      [text(' a \n'), text('\t b ', bold), text(' c ')],
      [[text('a '), text('b ', bold), text('c')]],
    ],
    ['no-break spaces inside stay', [text('a\u00a0b')], [[text('a\u00a0b')]]],
    ['equal neighbours join', [text('a', bold), text('b', bold), text('c')], [[text('ab', bold), text('c')]]],
    ['a break', [text('a '), br, text(' b')], [[text('a'), br, text('b')]]],
    ['breaks at the ends', [br, text('a'), br], [[text('a')]]],
    ['two breaks make two textblocks', [text('a'), br, text(' '), br, text('b')], [[text('a')], [text('b')]]],
    [
      'an accent in the next node joins its letter',
      [text('e'), text('\u0301x', bold)],
      [[text('é'), text('x', bold)]],
    ],
    ['jamo join across nodes', [text('\u1100'), text('\u1161', bold)], [[text('가')]]],
    ['white space in several nodes at the end', [text('a'), text(' ', bold), text('\u00a0')], [[text('a')]]],
    ['joiners alone are nothing', [text('\u200b\u200d')], []],
    ['joiners between letters stay', [text('a\u200db')], [[text('a\u200db')]]],
  ])('%s', (_name, run, contents) => {
    expect(textBlockContents(run)).toEqual(contents);
  });

  test('becomes trimmed canonical text without empty nodes, whatever it was', () => {
    const piece = fc.oneof(
      fc.constant(br),
      fc
        .tuple(
          fc.constantFrom(
            ' ',
            'a',
            'e',
            '\u0301',
            '\u1100',
            '\u1161',
            '\u11a8',
            '\u00a0',
            '\0',
            '\ud83d',
            '\ude00',
            '\u0338',
            '>',
            '\n',
          ),
          fc.boolean(),
        )
        .map(([value, isBold]) => text(value, ...(isBold ? [bold] : []))),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (run) => {
        for (const content of textBlockContents(run)) {
          const joined = inlineText(content);
          expect(joined).toBe(canonicalText(joined));
          expect(joined).toBe(joined.trim());
          expect(joined).not.toMatch(/ {2}|\n | \n|\n\n/);
          expect(content.every((inline) => inline.type === 'hardBreak' || inline.text !== '')).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
