import { describe, expect, test } from 'vitest';
import { refuseWeakPassword } from './weak-password';

const about = { name: 'Ada Lovelace', email: 'ada.king@example.test' };

describe('refused', () => {
  test.each([
    ['a very common one', 'password1'],
    ['the same in capitals', 'PASSWORD1'],
    ['digits in a row', '1234567890'],
    ['one character again and again', 'aaaaaaaaaaaa'],
    ['the surname', 'Lovelace'],
    ['the surname and a year', 'lovelace1815!'],
    ['the address', 'ada.king@example.test'],
    ['the name of this app and digits', 'Cruxbook2026'],
  ])('%s', async (_, password) => {
    await expect(refuseWeakPassword(password, about)).rejects.toMatchObject({
      status: 422,
      extensions: { issues: [{ path: ['password'] }] },
    });
  });
});

describe('accepted', () => {
  test.each([
    ['a few words', 'correct horse battery'],
    ['lower case only', 'tidepoolwhistle'],
    ['other scripts', 'кит плывёт домой'],
    ['a name within more', 'lovelace swims at dawn'],
  ])('%s', async (_, password) => {
    await expect(refuseWeakPassword(password, about)).resolves.toBeUndefined();
  });
});
