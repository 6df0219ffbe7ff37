import { expect, test } from 'vitest';
import { comparableUrl } from './comparable-url';

test.each([
  ['no address', 'The fox', ''],
  ['nothing', null, ''],
  ['scheme, www and a last stroke', 'http://www.example.org/fox/', 'example.org/fox'],
  [
    'where a reader came from',
    'https://example.org/fox?utm_source=mail&b=2&a=1#top',
    'example.org/fox?a=1&b=2',
  ],
  [
    'what follows the id of a post',
    'https://www.lesswrong.com/posts/AbcdEfghIjklMnop1/the-fox',
    'posts/AbcdEfghIjklMnop1',
  ],
  ['a mirror', 'https://www.greaterwrong.com/posts/AbcdEfghIjklMnop1', 'posts/AbcdEfghIjklMnop1'],
  ['another post', 'https://example.org/posts/the-fox', 'example.org/posts/the-fox'],
])('an address is compared in spite of %s', (_, url, expected) => {
  expect(comparableUrl(url)).toBe(expected);
});
