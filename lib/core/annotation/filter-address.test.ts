import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Filter } from './filter';
import { filterOf, withFilter } from './filter-address';

const filters: fc.Arbitrary<Filter> = fc.record({
  tags: fc.uniqueArray(fc.string({ minLength: 1 })),
  people: fc.uniqueArray(fc.uuid()),
  mine: fc.boolean(),
  unread: fc.boolean(),
  open: fc.boolean(),
});

test('the URL gives back the filter that was put there, and keeps what else it says', () => {
  fc.assert(
    fc.property(filters, filters, (before, filter) => {
      const search = withFilter(withFilter(new URLSearchParams('sort=time'), before), filter);
      const again = new URLSearchParams(search.toString());
      expect(filterOf(again)).toEqual(filter);
      expect(again.get('sort')).toBe('time');
    }),
  );
});
