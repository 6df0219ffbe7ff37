import { expect, test } from 'vitest';
import { type DecisionVerb, type Standing, standingAfter, standingAfterEdit } from './standing';

test.each<[DecisionVerb, Standing]>([
  ['approve', 'shown'],
  ['hide', 'hidden'],
  ['remove', 'removed'],
])('after %s it is %s', (verb, standing) => {
  expect(standingAfter(verb)).toBe(standing);
});

test.each<[before: Standing, ofSomebodyNew: Standing, ofOthers: Standing]>([
  ['shown', 'pending', 'shown'],
  ['pending', 'pending', 'pending'],
  ['hidden', 'pending', 'pending'],
  ['removed', 'removed', 'removed'],
])('an edit of what is %s leaves it %s for somebody new and %s for others', (before, ofNew, ofOthers) => {
  expect(standingAfterEdit(before, true)).toBe(ofNew);
  expect(standingAfterEdit(before, false)).toBe(ofOthers);
});
