import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accountName, idOfAccount } from './account-name';

test('an id comes back from its name, which Hypothesis takes', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      expect(accountName(id)).toMatch(/^[A-Za-z0-9._]{3,30}$/);
      expect(idOfAccount(accountName(id))).toBe(id);
    }),
  );
});

test.each(['ann', '', 'z'.repeat(25), 'a'.repeat(24), `${'a'.repeat(24)}.`])(
  '%j stands for no id',
  (name) => {
    expect(idOfAccount(name)).toBeNull();
  },
);
