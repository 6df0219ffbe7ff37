import { expect, test } from 'vitest';
import { invalidWords } from './use-request';

test.each([
  ['left empty', { valueMissing: true }, 'This is missing.'],
  ['too short', { tooShort: true }, 'At least 8 characters.'],
  ['no address', { typeMismatch: true }, 'This is no e-mail address: it needs an @ and what follows it.'],
  ['wrong otherwise', { patternMismatch: true }, 'As the browser says it.'],
])('a field that is %s says so in our words where we have some', (_, validity, words) => {
  const field = { type: 'email', minLength: 8, validationMessage: 'As the browser says it.' };
  expect(invalidWords({ ...field, validity: validity as ValidityState })).toBe(words);
});
