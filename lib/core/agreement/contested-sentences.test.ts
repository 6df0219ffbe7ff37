import { expect, test } from 'vitest';
import { findingSentences } from './contested-sentences';

function sentencesOf(text: string): string[] {
  const steps = findingSentences(text, 'en');
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value.map(({ start, end }) => text.slice(start, end));
}

test.each([
  ['One is. Two is.', ['One is.', 'Two is.']],
  ['Fear them.[8] Any mind has it.', ['Fear them.[8]', 'Any mind has it.']],
  ['Fear them.[8][12] Any mind has it.', ['Fear them.[8][12]', 'Any mind has it.']],
  ['Fear them.[8]', ['Fear them.[8]']],
  ['Fear them.[8]\n\nAny mind has it.', ['Fear them.[8]', 'Any mind has it.']],
  ['Fear them [8] now. Any mind.', ['Fear them [8] now.', 'Any mind.']],
])('the sign of a footnote belongs to the sentence before it: %j', (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});
