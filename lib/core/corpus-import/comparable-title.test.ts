import { expect, test } from 'vitest';
import { comparableTitles } from './comparable-title';

test.each([
  ['case and white space', 'The  FOX', ['the fox', 'the fox']],
  ['typography', 'The fox’s “den” – and mine', ['the fox s den and mine', 'the fox s den']],
  ['straight signs', 'The fox\'s "den" - and mine', ['the fox s den and mine', 'the fox s den']],
  ['a site behind it', 'The fox | Essays', ['the fox essays', 'the fox']],
  ['a site behind a subtitle', 'The fox - A fable | Essays', ['the fox a fable essays', 'the fox a fable']],
  ['words with hyphens', 'Double-crux', ['double crux', 'double crux']],
  ['Arabic', 'قال الباحث', ['قال الباحث', 'قال الباحث']],
  ['nothing but signs', '…!', []],
])('a title is compared in spite of %s', (_, title, expected) => {
  expect(comparableTitles(title)).toEqual(expected);
});
