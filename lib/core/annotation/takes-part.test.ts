import { expect, test } from 'vitest';
import { annotation, idOf, reply } from './annotation.fixture';
import { takesPart } from './takes-part';

const thread = annotation('a1', 'Ann', {
  replies: [reply('r1', 'Ben'), reply('r2', 'Cat', { comment: null })],
});

test.each([
  ['who wrote the annotation', idOf('Ann'), true],
  ['who replied', idOf('Ben'), true],
  ['whose only reply is deleted', idOf('Cat'), false],
  ['who only reads', idOf('Dan'), false],
  ['who is not signed in', null, false],
])('of one %s', (_name, person, expected) => {
  expect(takesPart(thread, person)).toBe(expected);
});
