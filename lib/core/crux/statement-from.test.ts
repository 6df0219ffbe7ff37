import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestStatement, statementFrom } from './statement-from';

const long = Array.from({ length: 80 }, (_, i) => `word${i}`).join(' ');

describe('the statement of a card', () => {
  test.each([
    ['is the first sentence of the comment', 'Bees mourn. I saw it.', 'A hive', 'Bees mourn.'],
    ['is a comment without a full stop', 'Bees mourn', 'A hive', 'Bees mourn'],
    ['stays on the first line that says something', '\n\nBees mourn\nand dance', 'A hive', 'Bees mourn'],
    ['is the whole passage where there is no comment', null, 'A hive.\n\nIt hums.', 'A hive. It hums.'],
    ['is the passage where the comment is empty', ' \n ', 'A hive', 'A hive'],
    [
      'is the first sentence of a passage that is too long',
      null,
      `A hive hums. Then ${long}`,
      'A hive hums.',
    ],
    ['keeps a decimal in its sentence', 'It is 3.5 years. Then more.', null, 'It is 3.5 years.'],
    ['is empty where nothing was said', null, null, ''],
  ])('%s', (_, comment, quote, statement) => {
    expect(statementFrom({ comment, quote, language: 'en' })).toBe(statement);
  });

  test('ends in whole words where it had to be cut', () => {
    const cut = statementFrom({ comment: long, quote: null });
    expect(cut).toMatch(/ word\d+…$/);
    expect(long).toContain(`${cut.slice(0, -1)} `);
  });

  test('ends between characters where a word is too long', () => {
    expect(statementFrom({ comment: '👩‍👩‍👧‍👦'.repeat(30), quote: null })).toBe(`${'👩‍👩‍👧‍👦'.repeat(25)}…`);
  });

  test('is never too long, on one line, and well formed', () => {
    const text = fc.option(fc.string({ unit: 'grapheme', maxLength: 400 }));
    fc.assert(
      fc.property(text, text, (comment, quote) => {
        const statement = statementFrom({ comment, quote });
        expect(statement.length).toBeLessThanOrEqual(longestStatement);
        expect(statement).not.toMatch(/[\n\t]|^\s|\s$/);
        expect(statement.isWellFormed()).toBe(true);
      }),
    );
  });
});
