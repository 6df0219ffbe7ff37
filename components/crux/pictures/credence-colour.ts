/**
 * Where a credence stands between doubt and belief: the further from 50 %, the fuller, in even steps to the eye.
 * Text in ink reads on all of it.
 */
export function credenceColour(credence: number): string {
  const end = credence < 50 ? 'low' : 'high';
  const share = Math.round(Math.abs(credence - 50) * 2);
  return `color-mix(in oklab, var(--credence-${end}) ${share}%, var(--credence-middle))`;
}
