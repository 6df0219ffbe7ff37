import fc from 'fast-check';
import type { TextMark } from '@/lib/core/agreement/contested-sentences';

/** `mark('ann', 'claim crux', 4, 9)`; ids are in the order of making. */
export function marker() {
  let made = 0;
  return (author: string, tags: string, start: number, end: number): TextMark => ({
    id: `m${String(++made).padStart(3, '0')}`,
    author,
    start,
    end,
    tags: tags.split(' ').filter(Boolean),
  });
}

/** Marks of up to six people in a short text, so that they meet. */
export const anyMarks = fc
  .array(
    fc.record({
      author: fc.constantFrom('ann', 'ben', 'cy', 'dee', 'eve', 'fay'),
      tags: fc.subarray(['claim', 'crux', 'failure-mode'], { minLength: 1 }),
      start: fc.nat(40),
      length: fc.integer({ min: 1, max: 15 }),
    }),
    { maxLength: 25 },
  )
  .map((all) =>
    all.map(({ length, ...mark }, i): TextMark => ({ ...mark, id: `m${100 + i}`, end: mark.start + length })),
  );
