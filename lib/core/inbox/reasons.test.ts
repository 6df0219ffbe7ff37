import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Reason, reasons, strongestReason } from './reasons';

test.each<[string, Reason[], Reason | null]>([
  [
    'a mention in a reply to one’s own, in an essay that one follows',
    ['essay', 'reply', 'mention'],
    'mention',
  ],
  ['a reply in one’s own thread, which one follows too', ['thread', 'reply'], 'reply'],
  ['a person who is followed, in an essay that is', ['essay', 'person'], 'person'],
  ['nothing', [], null],
])('%s is told once, for its strongest reason', (_, given, strongest) => {
  expect(strongestReason(given)).toBe(strongest);
});

test('neither order nor repetition of reasons changes which one is told', () => {
  const some = fc.array(fc.constantFrom(...reasons), { minLength: 1 });
  fc.assert(
    fc.property(some, (given) => {
      const strongest = strongestReason(given);
      expect(given).toContain(strongest);
      expect(strongestReason([...given, ...given].reverse())).toBe(strongest);
      expect(strongestReason([...given, 'mention'])).toBe('mention');
    }),
  );
});
