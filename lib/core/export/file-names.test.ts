import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corpusFileName, fileNamer, safeFileName } from './file-names';

describe('a safe file name', () => {
  test.each([
    ['the-fox', 'the-fox'],
    ['../../etc/passwd', 'etc-passwd'],
    ['..\\..\\x', 'x'],
    ['/absolute', 'absolute'],
    ['.hidden', 'hidden'],
    ['a\0b\nc', 'a-b-c'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['com1', '_com1'],
    ['命题 与 关键', '命题-与-关键'],
    ['ends with dots...', 'ends-with-dots'],
    ['🦊', 'file'],
    ['', 'file'],
  ])('of %j is %s', (words, name) => {
    expect(safeFileName(words)).toBe(name);
  });

  test('is short in bytes and splits no character', () => {
    const name = safeFileName('語'.repeat(300));
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
    expect(name).toBe('語'.repeat(40));
  });

  test('never leaves its folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        const name = safeFileName(words);
        expect(name).not.toMatch(/[/\\:*?"<>|]|\p{Cc}|^\.|\.$/u);
        expect(name).not.toBe('');
        expect(Buffer.byteLength(name)).toBeLessThan(130);
      }),
    );
  });
});

test('names are told apart where capitals and small letters are the same', () => {
  const name = fileNamer();
  expect([name('Fox', 'txt'), name('fox', 'txt'), name('fox', 'ann'), name('FOX', 'txt')]).toEqual([
    'Fox.txt',
    'fox-2.txt',
    'fox.ann',
    'FOX-3.txt',
  ]);
});

test.each([
  [{}, 'night-school.csv'],
  [{ release: { number: 3 } }, 'night-school-release-3.csv'],
  [{ release: { number: 3, part: true } }, 'night-school-release-3-part.csv'],
])('what is of %j says so in its name', (of, name) => {
  expect(`${corpusFileName({ group: { slug: 'night-school' }, ...of })}.csv`).toBe(name);
});
