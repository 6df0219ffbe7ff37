import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitParagraph } from './split-paragraph';

const long = 'The persona says no to most of what anybody asks of it, and it is believed. '.repeat(8);

describe('cutting a long paragraph', () => {
  test.each<[name: string, text: string, pieces: string[]]>([
    ['a short text stays whole', 'One. Two. Three.', ['One. Two. Three.']],
    ['at the first end of a sentence after 550 characters', `${long}Next one.`, [long.trim(), 'Next one.']],
    ['after a closing quotation mark', `${long}“It is.” Next.`, [long.trim(), '“It is.” Next.']],
    [
      'not after an initial',
      `${'a'.repeat(560)} J. Smith wrote. Next.`,
      [`${'a'.repeat(560)} J. Smith wrote.`, 'Next.'],
    ],
    [
      'not after et al.',
      `${'a'.repeat(560)} et al. It says. Next.`,
      [`${'a'.repeat(560)} et al. It says.`, 'Next.'],
    ],
    [
      'not before a word in lower case',
      `${'a'.repeat(560)}. and so on. Next.`,
      [`${'a'.repeat(560)}. and so on.`, 'Next.'],
    ],
    ['in Arabic', `${'كلمة '.repeat(120)}هل؟ نعم.`, [`${'كلمة '.repeat(120)}هل؟`, 'نعم.']],
    ['in Hindi', `${'शब्द '.repeat(120)}है। हाँ।`, [`${'शब्द '.repeat(120)}है।`, 'हाँ।']],
    ['in Chinese, without spaces', `${'字'.repeat(560)}。下一句。`, [`${'字'.repeat(560)}。`, '下一句。']],
    ['text without sentences stays whole', 'word '.repeat(400).trim(), ['word '.repeat(400).trim()]],
  ])('%s', (_name, text, pieces) => {
    expect(splitParagraph(text)).toEqual(pieces);
  });

  test.each<[text: string, pieces: string[]]>([
    ['These are its goals.It realizes that.', ['These are its goals.', 'It realizes that.']],
    ['He asked “why?”Nobody knew.', ['He asked “why?”', 'Nobody knew.']],
    ['So it behaves.I agree.', ['So it behaves.', 'I agree.']],
    ['Read node.js and U.S.A. and e.g.This.', ['Read node.js and U.S.A. and e.g.This.']],
    ['See http://example.Org/a.', ['See http://example.Org/a.']],
  ])('where a line end was lost: %s', (text, pieces) => {
    expect(splitParagraph(text)).toEqual(pieces);
  });

  test('loses nothing but white space, whatever the text', () => {
    const part = fc.constantFrom(
      'Ann reads. ',
      'why?',
      'Why',
      '. ',
      '。',
      'et al. ',
      ' ',
      'words and words '.repeat(20),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const pieces = splitParagraph(text);
        expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        expect(pieces.every((piece) => piece === piece.trim() && piece !== '')).toBe(true);
      }),
    );
  });
});
