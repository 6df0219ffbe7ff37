import { describe, expect, test } from 'vitest';
import { importEssay } from './import-essay';
import { outlineOf } from './outline-of';

const read = (content: string) => importEssay({ format: 'markdown', content });

const cases: [name: string, markdown: string, outline: string[]][] = [
  ['headings and paragraphs', '# T\n\na\nb\n\n## x\n\nc', ['h1 T', 'p a b', 'h2 x', 'p c']],
  ['marks', '*a* **b** ~~c~~ `d` [e](https://f.g)', ['p *a* **b** ~c~ `d` <e https://f.g>']],
  ['hard breaks', 'a  \nb\\\nc', ['p a/b/c']],
  ['lists', '- a\n  1. b\n\n     c\n- d', ['ul(li(p a; ol(li(p b; p c))); li(p d))']],
  ['numbers that do not begin at one', '4. a\n5. b', ['ol4(li(p a); li(p b))']],
  ['tasks', '- [x] a\n- [ ] b', ['ul(li(p [x] a); li(p [ ] b))']],
  ['tabs indent', '-\ta\n\n\tb', ['ul(li(p a; p b))']],
  ['quotes and code', '> a\n\n```c++\nb\n```', ['blockquote(p a)', 'pre.c++ b']],
  ['tables', '| a | b |\n|---|---|\n| c | d |', ['table(tr(th(p a); th(p b)); tr(td(p c); td(p d)))']],
  ['raw HTML', '<div align="center"><b>a</b></div>\n\nx <sub onclick="y">z</sub>', ['p **a**', 'p x _z_']],
  ['script links keep their words', '[a](javascript:alert(1)) <a href="vbscript:x">b</a>', ['p a b']],
  ['images', '![cat](https://a.b/c.png)', ['p <[image: cat] https://a.b/c.png>']],
  [
    'footnotes',
    'a[^x] b[^x].\n\n[^x]: note\n\n    more',
    ['p a{[1] 1} b{[1] 1}.', 'footnotes(note#1 1(p note; p more))'],
  ],
  ['a footnote that nothing refers to', 'a\n\n[^x]: note', ['p a', 'p [x] note']],
  [
    'a footnote defined twice',
    'a[^x]\n\n[^x]: one\n\n[^x]: two',
    ['p a{[1] 1}', 'p [x] two', 'footnotes(note#1 1(p one))'],
  ],
  ['a footnote without a word', 'a[^x]\n\n[^x]: ', ['p a^[1]^']],
  [
    'a footnote without a word, after no table',
    '[^1]| a | b |\n|---|---|\n[^1]: ',
    ['p ^[1]^| a | b | |---|---|'],
  ],
  [
    'a footnote that refers to one without a word',
    'a[^x]\n\n[^x]: b[^y]\n\n[^y]: <br>',
    ['p a{[1] 1}', 'footnotes(note#1 1(p b^[2]^))'],
  ],
  [
    'a footnote that refers to an earlier one',
    'a[^x] b[^y]\n\n[^x]: c\n\n[^y]: d[^x]',
    ['p a{[1] 1} b{[2] 2}', 'footnotes(note#1 1(p c); note#2 2(p d{[1] 1}))'],
  ],
  ['a reference to nothing', 'a[^x]', ['p a[^x]']],
  ['bare addresses', 'see https://a.b/c.', ['p see <https://a.b/c https://a.b/c>.']],
];

describe('Markdown to document', () => {
  test.each(cases)('%s', (_name, markdown, outline) => {
    expect(outlineOf(read(markdown).document)).toEqual(outline);
  });
});

describe('front matter', () => {
  test('gives the fields that essays have, and names the rest', () => {
    const { document, text, ...rest } = read(
      '---\ntitle: "On: Names"\nauthors:\n  - Ann Lee\n  - Bo\nlang: en\nurl: https://a.b/c\nlicense: CC BY 4.0\ntags: [x, y]\n---\n\nText',
    );
    expect(rest).toEqual({
      title: 'On: Names',
      authors: ['Ann Lee', 'Bo'],
      language: 'en',
      source: 'https://a.b/c',
      licence: 'CC BY 4.0',
      warnings: ['Front matter that has no place here was left out: tags.'],
    });
    expect([text, document.content.length]).toEqual(['Text', 1]);
  });

  test.each([
    ['author: Ann Lee and Bo', ['Ann Lee', 'Bo']],
    ['authors: [Ann, "Bo"]', ['Ann', 'Bo']],
    ['author: Ann; Bo', ['Ann', 'Bo']],
  ])('%s', (line, authors) => {
    expect(read(`---\n${line}\n---\nText`).authors).toEqual(authors);
  });

  test('what only looks like front matter stays text', () => {
    expect(read('---\nDear reader\n---\nText').text).toContain('Dear reader');
  });
});
