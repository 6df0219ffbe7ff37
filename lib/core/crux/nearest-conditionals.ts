/** Answers to one joint belief, in whole percent. */
interface BothConditionals {
  target: number;
  crux: number;
  ifTrue: number;
  ifFalse: number;
}

/**
 * The conditionals closest to those given that imply the stated P(U): the point of P(C)·x + P(¬C)·y = P(U) at the least
 * distance, and where that lies outside [0 %, 100 %], where the line leaves there. Whole percent.
 */
export function nearestConditionals({ target, crux, ifTrue, ifFalse }: BothConditionals): {
  ifTrue: number;
  ifFalse: number;
} {
  const [c, rest] = [crux / 100, 1 - crux / 100];
  const step = (target - c * ifTrue - rest * ifFalse) / (c * c + rest * rest);
  const x = ifTrue + c * step;
  const y = ifFalse + rest * step;
  const [atX, atY] = [inPercent(x), inPercent(y)];
  // One of them at most lies outside; the other then follows from the line.
  if (atX !== x) return whole(atX, (target - c * atX) / rest);
  if (atY !== y) return whole((target - rest * atY) / c, atY);
  return whole(x, y);
}

const inPercent = (value: number) => Math.min(100, Math.max(0, value));
const whole = (x: number, y: number) => ({
  ifTrue: Math.round(inPercent(x)),
  ifFalse: Math.round(inPercent(y)),
});
