import fc from 'fast-check';
import type { CorpusPerson } from './corpus';
import { at } from './corpus-names.fixture';

/** What random corpora are made of. */
export const arbitraryWords = fc.constantFrom(
  'Plain words.',
  'Emoji 🧭👩‍👩‍👧 and "quotes" \\ back',
  'قال الباحث هذا',
  '研究者认为\n\n> 引用',
  '=SUM(A1)\u2028</script>',
  'x'.repeat(270),
);

const people: readonly CorpusPerson[] = ['Ann', 'רות', 'reader-k7f3qa2m'].map((name, i) => ({
  id: `0190000${i}-0000-8000-8000-000000000000`,
  name,
  pseudonymous: i === 2,
}));
export const arbitraryPerson = fc.constantFrom(...people);

/** A minute, as a time. */
export const arbitraryTime = fc.nat(58).map(at);

export const arbitraryRole = fc.constantFrom(
  'states' as const,
  'supports' as const,
  'opposes' as const,
  'mentions' as const,
);
