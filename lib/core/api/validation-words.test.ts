import { expect, test } from 'vitest';
import { z } from 'zod';
import { ExportChoice } from '@/lib/core/corpus/export-choice';
import { essayContracts } from './essays';
import { groupContracts } from './groups';
import { validationWords } from './validation-words';

const essay = essayContracts['PATCH /groups/{group}/essays/{essay}'].body;
const group = groupContracts['POST /groups'].body;

test.each([
  ['an empty field', essay, { title: ' ' }, 'Fill this in.'],
  ['a field left out', group, { visibility: 'public' }, 'Fill this in.'],
  ['a text too long', essay, { licence: 'x'.repeat(201) }, 'At most 200 characters.'],
  ['a text too short', z.string().min(12), 'abc', 'At least 12 characters.'],
  ['too many of them', essay, { authors: Array(51).fill('A') }, 'At most 50 items.'],
  ['one at most', z.string().max(1), 'ab', 'At most 1 character.'],
  ['a number too small', essay, { position: -1 }, 'At least 0.'],
  ['an empty number', z.number(), Number.NaN, 'This is not a number.'],
  ['no web address', essay, { sourceUrl: 'example' }, 'This is not a web address.'],
  ['a web address of another kind', essay, { sourceUrl: 'ftp://a.example' }, 'This is not a web address.'],
  ['no e-mail address', z.email(), 'ann', 'This is not an e-mail address.'],
  ['no language', essay, { language: 'English' }, 'Give a code such as en, de, ar or zh-Hant.'],
  ['no such choice', group, { name: 'A', visibility: 'open' }, 'Choose public or private.'],
  [
    'one of a list that is no choice',
    ExportChoice.shape.parts,
    'texts,foo',
    'Choose texts, annotations, replies, cards, positions, coverage, or moderation.',
  ],
  ['neither yes nor no', ExportChoice.shape.named, 'perhaps', 'Choose true or false.'],
  [
    'a wrong type, in words for programmers',
    essay,
    { title: 7 },
    'Invalid input: expected string, received number',
  ],
])('%s is told in a sentence', (_, schema: z.ZodType, input, words) => {
  const { error } = schema.safeParse(input, { error: validationWords });
  expect(error?.issues.map(({ message }) => message)).toEqual([words]);
});
