import { describe, expect, test } from 'vitest';
import { isSafeHref, safeHref } from './safe-href';

const refused = [
  'javascript:alert(1)',
  'jAvA\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  ' javascript:alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  'ftp://example.org',
  'tel:+123',
  '//example.org',
  '/relative',
  '#fragment',
  'http:javascript:alert(1)',
  'https://',
  'https:///path',
  'mailto:',
  'https://example.org/a\nb',
  'https://example.org/\ud800',
  `https://example.org/${'a'.repeat(2048)}`,
  '',
];

describe('links', () => {
  test.each(refused)('%j is refused', (href) => {
    expect(isSafeHref(href)).toBe(false);
  });

  test.each([
    'https://example.org',
    'HTTP://EXAMPLE.ORG/a?b#c',
    'mailto:ann@example.org',
    'https://münchen.de/ä',
  ])('%j is kept', (href) => {
    expect(safeHref(href)).toBe(href);
  });

  test('outer white space goes and inner spaces are escaped', () => {
    expect(safeHref(' https://example.org/a b\n')).toBe('https://example.org/a%20b');
  });
});
