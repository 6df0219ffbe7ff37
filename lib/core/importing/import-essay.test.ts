import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { articleHtml } from '@/lib/core/essay/article-html';
import { canonicalText } from '@/lib/core/essay/canonical-text';
import { parseDocument } from '@/lib/core/essay/document-schema';
import { elementsBelow } from './element';
import { ImportError } from './import-error';
import { importEssay } from './import-essay';
import { type ImportFormat, importFormats } from './import-formats';
import { longestSource } from './longest-source';

const formats = Object.keys(importFormats) as ImportFormat[];
const wordsOf = (text: string) => text.normalize('NFC').match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];

/** What every import promises, whatever came in. */
function expectSound(format: ImportFormat, content: string): void {
  try {
    const { document, text } = importEssay({ format, content });
    expect(parseDocument(structuredClone(document))).toEqual(document);
    expect(canonicalText(text)).toBe(text);
    expectHarmless(articleHtml(document));
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
  }
}

const parser = unified().use(rehypeParse, { fragment: true });
const elements =
  /^(?:a|blockquote|br|code|div|em|h[1-6]|hr|li|ol|p|pre|s|section|span|strong|sub|sup|table|tbody|td|th|thead|tr|ul)$/;
const attributes =
  /^(?:id|dir|role|href|rel|className|tabIndex|ariaLabel|dataStart|start|colSpan|rowSpan|scope)$/;
const classes = /^(?:anchor|fnback|fnref|footnotes|fntext|later|part|table|language-[\w+#.-]+)$/;

function expectHarmless(html: string): void {
  for (const { tagName, properties } of elementsBelow(parser.parse(html) as Nodes)) {
    expect(tagName).toMatch(elements);
    for (const [name, value] of Object.entries(properties)) {
      expect(name).toMatch(attributes);
      if (name === 'href') expect(value).toMatch(/^(?:https?:\/\/|mailto:|#fn)/i);
      if (name === 'id') expect(value).toMatch(/^(?:b-\d+|h-|fn-|fnref-)/);
      if (name === 'className') for (const each of value as string[]) expect(each).toMatch(classes);
    }
  }
}

describe('any source', () => {
  const pieces = fc.constantFrom(
    'word',
    'e\u0301',
    '\u0301',
    '\u1100',
    '\u1161',
    '<b>',
    '</b>',
    '<p>',
    '<li>',
    '<ul>',
    '<table>',
    '<tr><td>',
    '<h2>',
    '</h2>',
    '<pre>',
    '</pre>',
    '<br>',
    '<a href="https://a.b">',
    '</a>',
    '<blockquote>',
    '\n',
    '\n\n',
    '    ',
    '- ',
    '1. ',
    '2. ',
    '> ',
    '# ',
    '```',
    '**',
    '_',
    '[1]',
    '[^1]',
    '[^1]: ',
    '<a id=r href="#n">1</a>',
    '<p id=n><a href="#r">↩</a>',
    '| a | b |\n|---|---|\n',
    '\t',
    ' ',
    '\u00a0',
    '\0',
    '\ud800',
    '😀',
    'שלום',
    '<!--',
    '-->',
    '&nbsp;',
    '&#0;',
  );
  test.each(formats)('%s makes a valid document in canonical text, or a clear error', (format) => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 24 }), (list) => expectSound(format, list.join(''))),
      { numRuns: 300 },
    );
  });
});

describe('no word is lost', () => {
  const word = fc.constantFrom('Ann', 'reads', 'naïve', 'שלום', '漢字', 'it’s', 'x', 'Zoë');
  const sentence = fc.array(word, { minLength: 1, maxLength: 30 }).map((list) => `${list.join(' ')}.`);

  test('of plain text', () => {
    const line = fc
      .tuple(fc.constantFrom('', '- ', '* ', '> ', '    ', '1. ', '2. ', '[1] ', '# '), sentence)
      .map((p) => p.join(''));
    const text = fc.array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\n\n\n')), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, (lines) => {
        const content = lines.flat().join('');
        expect(wordsOf(importEssay({ format: 'text', content }).text)).toEqual(wordsOf(content));
      }),
    );
  });

  test('of HTML, however badly nested', () => {
    const tags =
      'p div b i a h2 ul ol li blockquote table tr td dl dt dd span pre section article my-tag q'.split(' ');
    const tag = fc
      .tuple(fc.constantFrom('<', '</'), fc.constantFrom(...tags))
      .map(([open, name]) => `${open}${name}>`);
    fc.assert(
      fc.property(sentence, fc.array(fc.oneof(tag, sentence), { maxLength: 30 }), (first, parts) => {
        const content = [first, ...parts].join(' ');
        const tree = unified().use(rehypeParse).parse(content);
        const visible = [...textsBelow(tree)].join(' ');
        const { text } = importEssay({ format: 'html', content });
        // A malformed table is put right, which may move what was loose in it.
        const sorted = (words: string[]) => (content.includes('table>') ? [...words].sort() : words);
        expect(sorted([...wordsOf(text)])).toEqual(sorted([...wordsOf(visible)]));
      }),
    );
  });

  test('of Markdown', () => {
    const block = fc
      .tuple(fc.constantFrom('', '# ', '- ', '1. ', '> ', '    ', '*', '**', '[^1]: '), sentence)
      .map((p) => p.join(''));
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), (list) => {
        const content = list.join('\n\n');
        expect(wordsOf(importEssay({ format: 'markdown', content }).text)).toEqual(wordsOf(content));
      }),
    );
  });
});

function* textsBelow(node: Nodes): Generator<string> {
  if (node.type === 'text') yield node.value;
  if ('children' in node) for (const child of node.children) yield* textsBelow(child);
}

describe('limits', () => {
  test.each([
    ['html', '<div>'.repeat(10_000)],
    ['html', '<blockquote>'.repeat(10_000)],
    ['html', '<ul><li>'.repeat(10_000)],
    ['markdown', '> '.repeat(10_000)],
    ['markdown', '- '.repeat(10_000)],
    ['text', '>'.repeat(10_000)],
    ['text', '- '.repeat(10_000)],
  ] as const)('ten thousand levels of %s are flattened or refused with a sentence', (format, nesting) => {
    try {
      expect(importEssay({ format, content: `${nesting}word` }).text).toContain('word');
    } catch (error) {
      expect(error).toMatchObject({ name: 'ImportError', code: 'too-complex' });
    }
  });

  test('a hundred levels are kept to a readable depth, with every word', () => {
    const nested = (open: string) =>
      Array.from({ length: 100 }, (_, i) => `${open}w${'x'.repeat(i)}`).join('');
    for (const open of ['<blockquote>', '<ul><li>', '<table><tr><td>a<td>']) {
      const { document, text } = importEssay({ format: 'html', content: nested(open) });
      expect(wordsOf(text).filter((word) => word.startsWith('w'))).toHaveLength(100);
      expect(() => parseDocument(document)).not.toThrow();
    }
  });

  test.each(['', ' \n\t ', '<p></p>', '<script>x</script>', '\u200b', '\ufeff\0'])(
    '%j has no text',
    (content) => {
      expect(() => importEssay({ format: 'html', content })).toThrow(/no text/);
    },
  );

  test('a source over the limit is refused before it is read', () => {
    expect(() => importEssay({ format: 'text', content: 'a'.repeat(longestSource + 1) })).toThrow(/1.5 MB/);
  });
});

const shared = new URL('../../../../shared/', import.meta.url);
const payloads = ['xss.json', 'blns.json'].filter((name) => existsSync(new URL(`payloads/${name}`, shared)));
const corpus = existsSync(new URL('corpus', shared))
  ? readdirSync(new URL('corpus', shared)).filter((f) => f.endsWith('.txt'))
  : [];

describe.skipIf(payloads.length === 0)('known attacks (from ../shared/payloads)', () => {
  test.each(payloads.flatMap((name) => formats.map((format) => [name, format] as const)))(
    '%s as %s',
    (name, format) => {
      const attacks: string[] = JSON.parse(readFileSync(new URL(`payloads/${name}`, shared), 'utf8'));
      for (const attack of attacks) expectSound(format, `${attack}\n\nword`);
    },
    120_000,
  );
});

describe.skipIf(corpus.length === 0)('real texts (from ../shared/corpus)', () => {
  test.each(corpus)('%s loses no word', (name) => {
    const content = readFileSync(new URL(`corpus/${name}`, shared), 'utf8');
    const { document, text } = importEssay({ format: 'text', content });
    expect(wordsOf(text)).toEqual(wordsOf(content));
    expect(document.content.length).toBeGreaterThan(4);
  });

  test('notes with arrows and carets become footnotes, each referred to', () => {
    const name = corpus.find((file) => file.startsWith('003'))!;
    const { document } = importEssay({
      format: 'text',
      content: readFileSync(new URL(`corpus/${name}`, shared), 'utf8'),
    });
    const html = articleHtml(document);
    expect(html.match(/class="fnref"/g)).toHaveLength(7);
    expect(html.match(/<a class="fnback"/g)).toHaveLength(7);
    expect(html.match(/<h[12]/g)).toHaveLength(17);
  });
});
