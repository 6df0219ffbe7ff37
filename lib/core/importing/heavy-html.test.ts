import { expect, test } from 'vitest';
import { isHeavyHtml } from './heavy-html';
import { importEssay } from './import-essay';

test.each<[name: string, html: string, heavy: boolean]>([
  ['prose', '<p>a <b>b</b> <a href="x">c</a></p>'.repeat(10_000), false],
  ['a few that stay open', '<p><b>a'.repeat(300), false],
  ['hundreds that stay open', '<p><b>a'.repeat(301), true],
  ['links in links', '<a href="#x">1'.repeat(301), true],
  ['elements whose names begin alike', '<article><body><blockquote><section>'.repeat(301), false],
  ['attributes on the next line', '<font\ncolor=red>'.repeat(301), true],
])('%s', (_name, html, heavy) => {
  expect(isHeavyHtml(html)).toBe(heavy);
});

test.each(['html', 'markdown'] as const)('%s of that kind is refused with a sentence', (format) => {
  expect(() => importEssay({ format, content: '<i><b><p>\n\n'.repeat(1000) })).toThrow('formatting');
});
