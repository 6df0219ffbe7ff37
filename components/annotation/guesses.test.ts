import { expect, test } from 'vitest';
import type { Annotation } from '@/lib/core/annotation/annotation';
import { type Guess, guesses } from './guesses';

const annotation = (tags: string[], version = 1) => ({ id: 'a', tags, version }) as Annotation;
const tagged =
  (tag: string): Guess =>
  (one) =>
    one && { ...one, tags: [...one.tags.filter((other) => other !== tag), tag] };

function setUp() {
  const shown: (string[] | null)[] = [];
  const overlay = guesses((_, one) => shown.push(one?.tags ?? null));
  return { overlay, last: () => shown.at(-1) };
}

test('an answer to the first of two guesses does not undo the second', () => {
  const { overlay, last } = setUp();
  const [claim, crux] = [tagged('claim'), tagged('crux')];
  overlay.add('a', claim, annotation([]));
  overlay.add('a', crux, null);
  overlay.drop('a', claim, annotation(['claim'], 2));
  expect(last()).toEqual(['claim', 'crux']);
  overlay.drop('a', crux, annotation(['claim', 'crux'], 3));
  expect(last()).toEqual(['claim', 'crux']);
  expect(overlay.ids()).toEqual([]);
});

test('a refusal takes back that guess alone', () => {
  const { overlay, last } = setUp();
  const [claim, crux] = [tagged('claim'), tagged('crux')];
  overlay.add('a', claim, annotation(['x']));
  overlay.add('a', crux, null);
  overlay.drop('a', claim);
  expect(last()).toEqual(['x', 'crux']);
});

test('a live event arrives under the open guesses', () => {
  const { overlay, last } = setUp();
  overlay.add('a', tagged('claim'), annotation([]));
  overlay.learn('a', annotation(['theirs']));
  expect(last()).toEqual(['theirs', 'claim']);
  expect(overlay.truth('a')?.tags).toEqual(['theirs']);
});

test('a refused creation leaves nothing', () => {
  const { overlay, last } = setUp();
  const create: Guess = (one) => one ?? annotation(['new']);
  overlay.add('a', create, null);
  expect(last()).toEqual(['new']);
  overlay.drop('a', create);
  expect(last()).toBeNull();
});
