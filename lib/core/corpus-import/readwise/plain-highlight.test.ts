import { expect, test } from 'vitest';
import { plainHighlight } from './plain-highlight';

test.each([
  ['emphasis', 'A **very** __old__ fox', 'A very old fox'],
  ['links', 'See [the den](https://example.org/den) there', 'See the den there'],
  ['pictures', '![](https://example.org/fox.png)', ''],
  ['white space around it', '\n A fox 🦊 \n', 'A fox 🦊'],
])('a highlight is read without %s', (_, highlight, words) => {
  expect(plainHighlight(highlight)).toBe(words);
});

test.each(['2 * 3 ** 4', 'snake_case and __init', 'notes [5] (see below)', 'f[x](y)'])(
  'what only looks like Markdown stays: %s',
  (highlight) => {
    expect(plainHighlight(highlight)).toBe(highlight);
  },
);
