import { expect, test } from 'vitest';
import { type RelationStep, relationStepWords } from './relation-step';

test.each<[string, Partial<RelationStep>]>([
  ['Supports “It rains.”', {}],
  ['Supported by “It rains.”', { isFrom: false }],
  ['Is a crux for “It rains.”: rejected', { type: 'crux-for', state: 'rejected' }],
])('a relation is told as %s', (said, step) => {
  const drawn = { type: 'supports', isFrom: true, other: 'It rains.', state: null } as const;
  expect(relationStepWords({ ...drawn, ...step })).toBe(said);
});
