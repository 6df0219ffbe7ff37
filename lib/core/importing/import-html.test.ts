import { describe, expect, test } from 'vitest';
import { importEssay } from './import-essay';
import { outlineOf } from './outline-of';

const read = (content: string) => importEssay({ format: 'html', content });

const cases: [name: string, html: string, outline: string[]][] = [
  ['bare text', 'a <b>b</b> c', ['p a **b** c']],
  [
    'white space collapses across elements',
    '<p> a <i> b</i>\n\t c </p>',
    ['p a * b* c'.replace('* b*', '*b*')],
  ],
  [
    'headings without gaps, the title above them',
    '<h1>T</h1><p>a</p><h3>x</h3><p>b</p><h5>y</h5><p>c</p>',
    ['h1 T', 'p a', 'h2 x', 'p b', 'h3 y', 'p c'],
  ],
  [
    'several main headings are sections',
    '<h1>a</h1><p>x</p><h1>b</h1><p>y</p>',
    ['h2 a', 'p x', 'h2 b', 'p y'],
  ],
  ['inline content beside blocks gets paragraphs', 'a<p>b</p>c<div>d</div>', ['p a', 'p b', 'p c', 'p d']],
  ['blocks inside inline elements keep the mark', '<b><p>a</p><p>b</p></b>', ['p **a**', 'p **b**']],
  [
    'nested lists',
    '<ul><li>a<ol start="3"><li>b<li>c</ol><li>d</ul>',
    ['ul(li(p a; ol3(li(p b); li(p c))); li(p d))'],
  ],
  ['text loose in a list', '<ul>a<li>b</li><p>c</p></ul>', ['ul(li(p a); li(p b); li(p c))']],
  ['empty blocks go', '<p></p><ul><li> </li></ul><blockquote></blockquote><p>&nbsp;</p>a', ['p a']],
  ['quotes', '<blockquote>a<p>b</blockquote>', ['blockquote(p a; p b)']],
  [
    'code keeps its lines',
    '<pre><code class="language-js x">\nif (a)\n\t b\n</code></pre>',
    ['pre.js if (a)\n     b'],
  ],
  ['code without a class', '<pre>a<br>b</pre>', ['pre a\nb']],
  ['one break stays, two make paragraphs', 'a<br>b<br><br>c', ['p a/b', 'p c']],
  ['breaks at the edges go', '<p><br>a<br></p>', ['p a']],
  ['definition lists are paragraphs', '<dl><dt>a<dd>b<dt>c<dd>d</dl>', ['p a', 'p b', 'p c', 'p d']],
  [
    'tables',
    '<table><caption>t</caption><thead><tr><th>a<th>b<tbody><tr><td>c<td><p>d<p>e</table>',
    ['p t', 'table(tr(th(p a); th(p b)); tr(td(p c); td(p d; p e)))'],
  ],
  [
    'a malformed table',
    '<table>loose<tr><td colspan="2">a</td><td colspan="-1">b</td></tr><td>c',
    ['p loose', 'table(tr(td2(p a); td(p b)); tr(td(p c)))'],
  ],
  [
    'a table that only lays out',
    '<table><tr><td>a</td></tr><tr><td><p>b</p></td></tr></table>',
    ['p a', 'p b'],
  ],
  [
    'an empty cell keeps its place',
    '<table><tr><td></td><td>b</td></tr></table>',
    ['table(tr(td(); td(p b)))'],
  ],
  ['rules', 'a<hr>b', ['p a', 'hr', 'p b']],
  [
    'all marks',
    '<em>a</em><strong>b</strong><del>c</del><code>d</code><sub>e</sub><sup>f</sup>',
    ['p *a***b**~c~`d`_e_^f^'],
  ],
  [
    'links',
    '<a href="https://a.b/?c=d&amp;e">x</a> <a href="/rel">y</a> <a href="javascript:x">z</a>',
    ['p <x https://a.b/?c=d&e> y z'],
  ],
  [
    'images are described',
    '<img src="https://a.b/c.png" alt="a cat"> <img alt="dog" src="data:x"> <img src="x">',
    ['p <[image: a cat] https://a.b/c.png> [image: dog]'],
  ],
  [
    'figures keep their captions',
    '<figure><img alt="cat"><figcaption>fig</figcaption></figure>',
    ['p [image: cat]', 'p fig'],
  ],
  ['unknown elements keep their text', '<my-box>a <blink>b</blink></my-box>', ['p a b']],
  ['quotation elements get their marks', '<q>a</q>', ['p “a”']],
  [
    'scripts and styles are not text',
    'a<script>x</script><style>y</style><template>z</template><noscript>n</noscript>',
    ['p a'],
  ],
  [
    'a page gives its article',
    '<title>t</title><body><nav>n</nav><header>h</header><article><p>a</p></article><footer>f</footer>',
    ['p a'],
  ],
  [
    'several articles: the main part',
    '<body><nav>n</nav><main><article>a</article><article>b</article></main><p>x',
    ['p a', 'p b'],
  ],
  ['no main part: all but navigation', '<header>h</header><nav>n</nav><p>a', ['p h', 'p a']],
  ['a fragment gives everything but navigation', '<nav>n</nav>x<article>a</article>', ['p x', 'p a']],
  ['a page of frames gives its text', '<frameset><noframes>x</noframes>', ['p x']],
  ['characters are composed across elements', '<p>e<b>\u0301</b>x</p>', ['p éx']],
  ['paragraphs of spaces and joiners go', '<p>\u200b</p><p>a</p>', ['p a']],
];

describe('HTML to document', () => {
  test.each(cases)('%s', (_name, html, outline) => {
    expect(outlineOf(read(html).document)).toEqual(outline);
  });
});

const footnotes: [name: string, html: string][] = [
  [
    'GitHub',
    '<p>a<sup><a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref>1</a></sup></p><section data-footnotes><ol><li id="user-content-fn-1"><p>note <a href="#user-content-fnref-1" data-footnote-backref>↩</a></p></li></ol></section>',
  ],
  [
    'LessWrong',
    '<p>a<span class="footnote-reference" id="fnrefx"><sup><a href="#fnx">[1]</a></sup></span></p><ol class="footnotes"><li class="footnote-item" id="fnx"><span class="footnote-back-link"><sup><strong><a href="#fnrefx">^</a></strong></sup></span><div class="footnote-content"><p>note</p></div></li></ol>',
  ],
  [
    'Wikipedia',
    '<p>a<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup></p><ol><li id="cite_note-1"><span><b><a href="#cite_ref-1">^</a></b></span> <span>note</span></li></ol>',
  ],
  [
    'pandoc',
    '<p>a<a href="#fn1" id="fnref1" role="doc-noteref"><sup>1</sup></a></p><section id="footnotes"><hr /><ol><li id="fn1"><p>note<a href="#fnref1" role="doc-backlink">↩︎</a></p></li></ol></section>',
  ],
];

describe('HTML footnotes', () => {
  test.each(footnotes)('as %s writes them', (name, html) => {
    const rule = name === 'pandoc' ? ['hr'] : [];
    expect(outlineOf(read(html).document)).toEqual(['p a{[1] 1}', ...rule, 'footnotes(note#1 1(p note))']);
  });

  test('a note may be referred to twice, and notes keep their signs', () => {
    const html =
      '<p>a<a id=r href="#n">*</a> b<a id=q href="#n">*</a></p><p id=n><a href="#r">*</a> note</p>';
    expect(outlineOf(read(html).document)).toEqual(['p a{[*] 1} b{[*] 1}', 'footnotes(note#1 *(p note))']);
  });

  test('a note without a word leaves its sign as text', () => {
    const html = '<p>a<a id=r href="#n">1</a></p><p id=n><a href="#r">↩</a>\u200b</p>';
    expect(outlineOf(read(html).document)).toEqual(['p a[1]']);
  });

  test('links in a note that are words keep them', () => {
    const html =
      '<p>a<a id=r href="#n">1</a></p><p id=n>As <a href="#r">said above</a>. <a href="#r">↩</a></p>';
    expect(outlineOf(read(html).document)).toEqual(['p a{[1] 1}', 'footnotes(note#1 1(p As said above.))']);
  });

  test('sections that lead back to a table of contents are no notes', () => {
    const html =
      '<ul id=toc><li><a href="#s">1</a></ul><div id=s><h2>S</h2><p>b <a href="#toc">up</a></p></div>';
    expect(outlineOf(read(html).document)).toEqual(['ul(li(p 1))', 'h2 S', 'p b up']);
  });

  test('links inside a page that nothing leads back from are only text', () => {
    expect(outlineOf(read('<p><a href="#x">1</a></p><p id=x>b</p>').document)).toEqual(['p 1', 'p b']);
  });
});

describe('HTML metadata', () => {
  test('title, authors, language and address are proposals', () => {
    const { document, text, warnings, ...metadata } = read(
      '<html lang="de"><head><title>T – Site</title><meta property="og:title" content="T"><meta name="author" content="Ann">' +
        '<meta name="author" content="Bo"><link rel="canonical" href="https://a.b/c"></head><body><p>x</p></body></html>',
    );
    expect(metadata).toEqual({ title: 'T', authors: ['Ann', 'Bo'], language: 'de', source: 'https://a.b/c' });
    expect([text, warnings, document.content.length]).toEqual(['x', [], 1]);
  });

  test('the heading at the beginning is the better title', () => {
    expect(read('<title>T – Site</title><h1>T</h1><p>x</p><h2>y</h2>').title).toBe('T');
  });

  test('an address that is not one is left out', () => {
    expect(read('<link rel="canonical" href="javascript:x"><p>x').source).toBeUndefined();
  });
});
