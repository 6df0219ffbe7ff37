import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBelief } from './joint-belief';
import { nearestConditionals } from './nearest-conditionals';

test.each([
  ['move together where the crux is even', { crux: 50, target: 20, ifTrue: 90, ifFalse: 50 }, [40, 0]],
  ['move by how likely their side is', { crux: 80, target: 60, ifTrue: 90, ifFalse: 50 }, [64, 44]],
  ['leave alone what is taken for impossible', { crux: 100, target: 20, ifTrue: 90, ifFalse: 50 }, [20, 50]],
  ['stop at the end of the scale', { crux: 50, target: 10, ifTrue: 90, ifFalse: 10 }, [20, 0]],
])('the nearest that hold %s', (_name, answers, [ifTrue, ifFalse]) => {
  expect(nearestConditionals(answers)).toEqual({ ifTrue, ifFalse });
});

const percent = fc.integer({ min: 0, max: 100 });

test('the nearest always hold, and no others in whole percent are nearer by more than rounding', () => {
  const answers = fc.record({ crux: percent, target: percent, ifTrue: percent, ifFalse: percent });
  fc.assert(
    fc.property(answers, percent, percent, (given, x, y) => {
      const nearest = nearestConditionals(given);
      expect(readBelief({ ...given, ...nearest, strength: null }).kind).toBe('coherent');
      const distance = (ifTrue: number, ifFalse: number) =>
        Math.hypot(ifTrue - given.ifTrue, ifFalse - given.ifFalse);
      const implied = (given.crux * x + (100 - given.crux) * y) / 100;
      if (implied === given.target)
        expect(distance(nearest.ifTrue, nearest.ifFalse)).toBeLessThanOrEqual(distance(x, y) + 1);
    }),
  );
});
