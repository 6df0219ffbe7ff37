import { describe, expect, test } from 'vitest';
import { addressToken, provesAddress, unsubscriberOf, unsubscribeToken } from './mail-tokens';

const [ann, ben] = [crypto.randomUUID(), crypto.randomUUID()];

describe('the token of an unsubscribe link', () => {
  test('says whose mail it stops', () => {
    expect(unsubscriberOf(unsubscribeToken(ann))).toBe(ann);
  });

  const [, signature = ''] = unsubscribeToken(ann).split('.');
  test.each([
    ['somebody else’s name before our signature', `${ben}.${signature}`],
    ['a signature that is cut short', `${ann}.${signature.slice(0, -1)}`],
    ['one that was made for another purpose', `${ann}.${addressToken(ann, '')}`],
    ['nothing', ''],
  ])('is not %s', (_, token) => {
    expect(unsubscriberOf(token)).toBeNull();
  });
});

test('the token of an address proves that address, for that person and no other', () => {
  const token = addressToken(ann, 'ann@example.org');
  expect(provesAddress(token, ann, 'ann@example.org')).toBe(true);
  expect(provesAddress(token, ben, 'ann@example.org')).toBe(false);
  expect(provesAddress(token, ann, 'ann@example.com')).toBe(false);
  expect(provesAddress('', ann, 'ann@example.org')).toBe(false);
});
