import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestStatement, statementsFrom } from './statement-from';

const long = Array.from({ length: 80 }, (_, i) => `word${i}`).join(' ');

describe('the statement of a card', () => {
  test.each([
    ['is the first sentence of the comment', 'Bees mourn. I saw it.', 'A hive', 'Bees mourn.'],
    ['is a comment without a full stop', 'Bees mourn', 'A hive', 'Bees mourn'],
    ['stays on the first line that says something', '\n\nBees mourn\nand dance', 'A hive', 'Bees mourn'],
    ['is the whole passage where there is no comment', null, 'A hive.\n\nIt hums.', 'A hive. It hums.'],
    ['is the passage where the comment is empty', ' \n ', 'A hive', 'A hive'],
    ['is the passage where the comment asks', 'Do bees mourn? I doubt it.', 'A hive', 'A hive'],
    ['is the passage where the comment asks in Japanese', '本当ですか？', 'A hive', 'A hive'],
    ['is the passage where the comment asks in quotes', '“Do bees mourn?”', 'A hive', 'A hive'],
    ['is the passage where the comment is long', `Bees mourn. Then ${long}`, 'A hive', 'A hive'],
    ['is a question where there is no passage', 'Do bees mourn?', null, 'Do bees mourn?'],
    [
      'is the first sentence of a passage that is too long',
      null,
      `A hive hums. Then ${long}`,
      'A hive hums.',
    ],
    ['keeps a decimal in its sentence', 'It is 3.5 years. Then more.', null, 'It is 3.5 years.'],
    ['is empty where nothing was said', null, null, ''],
  ])('%s', (_, comment, quote, statement) => {
    expect(statementsFrom({ comment, quote, language: 'en' })[0]?.statement ?? '').toBe(statement);
  });

  test.each([
    ['el', 'Πενθούν οι μέλισσες;', 'passage'],
    ['en', 'Bees mourn;', 'comment'],
  ])('takes a semicolon in %s for its question mark or not', (language, comment, from) => {
    expect(statementsFrom({ comment, quote: 'A hive', language })[0]?.from).toBe(from);
  });

  test('may also be what was not preferred', () => {
    const [comment, passage] = [
      { from: 'comment', statement: 'Do bees mourn?' },
      { from: 'passage', statement: 'A hive' },
    ];
    expect(statementsFrom({ comment: 'Do bees mourn?', quote: 'A hive' })).toEqual([passage, comment]);
    const bees = { from: 'comment', statement: 'Bees mourn.' };
    expect(statementsFrom({ comment: 'Bees mourn. Why?', quote: 'A hive' })).toEqual([bees, passage]);
    expect(statementsFrom({ comment: null, quote: 'A hive' })).toEqual([passage]);
  });

  test('ends in whole words where it had to be cut', () => {
    const cut = statementsFrom({ comment: long, quote: null })[0]!.statement;
    expect(cut).toMatch(/ word\d+…$/);
    expect(long).toContain(`${cut.slice(0, -1)} `);
  });

  test('ends between characters where a word is too long', () => {
    const [family] = statementsFrom({ comment: '👩‍👩‍👧‍👦'.repeat(30), quote: null });
    expect(family?.statement).toBe(`${'👩‍👩‍👧‍👦'.repeat(25)}…`);
  });

  test('is never too long, on one line, and well formed', () => {
    const text = fc.option(fc.string({ unit: 'grapheme', maxLength: 400 }));
    fc.assert(
      fc.property(text, text, (comment, quote) => {
        for (const { statement } of statementsFrom({ comment, quote })) {
          expect(statement.length).toBeLessThanOrEqual(longestStatement);
          expect(statement).not.toMatch(/[\n\t]|^\s|\s$/);
          expect(statement.isWellFormed()).toBe(true);
        }
      }),
    );
  });
});
