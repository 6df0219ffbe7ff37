import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv } from './csv';

describe('CSV', () => {
  test('puts a header over rows, and quotes only what has to be', () => {
    expect(
      csv([
        ['card', 'mean'],
        ['It rains, often.', 40.5],
        ['He said "no".', null],
      ]),
    ).toBe('card,mean\r\n"It rains, often.",40.5\r\n"He said ""no"".",\r\n');
  });

  test.each([
    ['=', "'=1+1"],
    ['+', "'+1+1"],
    ['-', "'-1+1"],
    ['@', "'@1+1"],
    ['\t', "'\t1+1"],
    ['\r', '"\'\r1+1"'],
    ['\n', '"\'\n1+1"'],
    ['＝', "'＝1+1"],
  ])('lets no spreadsheet take %j for the beginning of a formula', (sign, cell) => {
    expect(csv([[`${sign}1+1`]])).toBe(`${cell}\r\n`);
  });

  test('leaves a negative number a number', () => {
    expect(csv([[-0.25]])).toBe('-0.25\r\n');
  });

  test('begins no cell of text with a sign of a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        expect(csv([[`x${words}`, words]]).slice(csv([[`x${words}`]]).length - 1)).not.toMatch(
          /^"?[=+\-@\t\r\n＝＋－＠]./u,
        );
      }),
    );
  });
});
