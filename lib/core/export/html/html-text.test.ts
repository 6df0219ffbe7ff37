// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CorpusAnnotation, CorpusDocument, CorpusRecord } from '@/lib/core/corpus/corpus';
import { structuredRecords, structuredText } from '@/lib/core/corpus/structured-text.fixture';
import { canonicalText } from '@/lib/core/essay/canonical-text';
import type { Block, EssayDocument, Mark } from '@/lib/core/essay/document';
import { plainText } from '@/lib/core/essay/plain-text';
import { writtenFiles } from '@/lib/core/export/written-files.fixture';
import { html } from './html';

describe('html of a text with its structure', () => {
  const structured = writtenFiles(html, structuredRecords).get('night-school.html') ?? '';
  const read = () => new DOMParser().parseFromString(structured, 'text/html');
  const words = (selector: string) =>
    [...read().querySelectorAll(selector)].map(({ textContent }) => textContent?.replace(/[◆✕▲]\d+/gu, ''));

  test('has its words, block by block', () => {
    const page = read();
    for (const ref of page.querySelectorAll('.ref')) ref.remove();
    for (const br of page.querySelectorAll('br')) br.replaceWith('\n');
    const blocks = [...page.querySelectorAll('article .text [data-start]')].map((block) => block.textContent);
    expect(blocks.join('\n\n')).toBe(structuredText);
  });

  test.each([
    ['its title as that of the article, once', 'h2#t1-b-0', ['How jars 🫙 are filled']],
    ['its headings below that', '.text h3', ['标题与 عنوان 🧭 1. first #']],
    ['lists within lists, counted as they are', '.text ul ol[start="3"] > li', ['third', 'fourth, a`b']],
    ['quotes', '.text blockquote p', ['قالت: 🕊 ببطء', '慢慢来。']],
    ['code with its lines', '.text pre code', ['const jar = "🫙";\n\n// ``` 注释 ملاحظة [^1] <b>']],
    ['heads of tables', '.text thead th', ['Key | 键', 'مفتاح']],
    ['cells of tables', '.text tbody td', ['a|b 🔑', '两 cells']],
    ['links whatever stands in them', '.text a[rel~="ugc"]', ['the source', 'Olah']],
    ['emphasis', '.text :is(em, strong, s, sub)', ['slowly', 'never', 'source', 'gone', '2']],
    ['footnotes that are led to', '.text a[href="#t1-fn-n1"]', ['[1]']],
    ['and lead back', '.footnotes #t1-fn-n1 a[href="#t1-fnref-n1"]', ['1']],
  ])('keeps %s', (_what, selector, found) => {
    expect(words(selector)).toEqual(found);
  });

  test('marks passages in all of them, each of which begins with its link', () => {
    const page = read();
    for (const record of structuredRecords) {
      if (record.kind !== 'annotation') continue;
      const refs = page.querySelectorAll(`.text .ref[href="#a-${record.id}"]`);
      expect(refs).toHaveLength(1);
      expect(page.querySelector(`#a-${record.id} .quote a`)?.getAttribute('href')).toBe(`#${refs[0]?.id}`);
    }
    for (const where of ['h2', 'h3', 'li', 'blockquote', 'pre code', 'th', 'td', '.fntext', 'strong'])
      expect(page.querySelector(`.text ${where} mark`)).not.toBeNull();
  });

  test('has each id once where two texts have the same structure', () => {
    const [document, ...annotations] = structuredRecords as [CorpusDocument, ...CorpusAnnotation[]];
    const twice = [document, ...annotations, { ...document, id: 'second' }];
    const page = new DOMParser().parseFromString(
      writtenFiles(html, twice).get('night-school.html') ?? '',
      'text/html',
    );
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const to of page.querySelectorAll('a[href^="#"]'))
      expect(ids).toContain(to.getAttribute('href')?.slice(1));
  });

  test('puts its own title above a text that has another', () => {
    const [document] = structuredRecords as [CorpusDocument];
    const renamed = writtenFiles(html, [{ ...document, title: 'Jars' }]).get('night-school.html') ?? '';
    const page = new DOMParser().parseFromString(renamed, 'text/html');
    expect(
      [...page.querySelectorAll('article :is(h1, h2, h3, h4)')].map((h) => [h.tagName, h.textContent]),
    ).toEqual([
      ['H2', 'Jars'],
      ['H3', 'How jars 🫙 are filled'],
      ['H4', '标题与 عنوان 🧭 1. first #'],
    ]);
  });
});

/** Words that run where they are taken for HTML; more of them in ../shared. */
const shared = new URL('../../../../../shared/payloads/', import.meta.url);
const payloads = [
  '<script>window.__xss = 1</script>',
  '"><img src=x onerror=alert(1)>',
  '</title></style></textarea><svg/onload=alert(1)>',
  ...['xss.json', 'blns.json']
    .map((name) => new URL(name, shared))
    .filter((file) => existsSync(file))
    .flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as string[]),
];

test('runs nothing, whatever a text, its links, its marks and its people are called', () => {
  const document = structuredRecords[0] as CorpusDocument;
  const annotation = structuredRecords[1] as CorpusAnnotation;
  const said = payloads.map(canonicalText).filter((text) => text.trim() !== '');
  const content = said.map((words): Block => {
    const marks: Mark[] = [{ type: 'link', attrs: { href: words } }];
    const text = words.replaceAll('\n', ' ');
    return { type: 'paragraph', content: [{ type: 'text', text, marks }] };
  });
  const code: Block = {
    type: 'codeBlock',
    attrs: { language: null },
    content: [{ type: 'text', text: said.join('\n') }],
  };
  const essay: EssayDocument = { type: 'doc', content: [...content, code] };
  const text = plainText(essay);
  const records: CorpusRecord[] = [
    { ...document, structure: essay, text, title: said.join(' '), authors: said },
  ];
  for (const [i, words] of said.entries()) {
    const [id, start, person] = [`p${i}`, i * 3, { ...annotation.person, name: words }];
    records.push({ ...annotation, id, start, end: start + 9, person, comment: words, quote: words });
  }
  const page = new DOMParser().parseFromString(
    writtenFiles(html, records).get('night-school.html') ?? '',
    'text/html',
  );
  const found = [...page.querySelectorAll('*')];
  const safe =
    'html head meta title style body header main footer article div p a mark sup section h1 h2 h3 aside';
  const tags = new Set(found.map(({ localName }) => localName));
  const allowed = new Set(`${safe} dl dt dd nav ol ul li bdi br pre code strong em s blockquote`.split(' '));
  expect([...tags].filter((tag) => !allowed.has(tag))).toEqual([]);
  const names = new Set(found.flatMap(({ attributes }) => [...attributes].map(({ name }) => name)));
  expect([...names].filter((name) => /^(on|src|style|srcdoc|action|formaction|xlink)/.test(name))).toEqual(
    [],
  );
  for (const link of page.querySelectorAll('a[href]'))
    expect(link.getAttribute('href')).toMatch(/^(?:https?:\/\/|mailto:|#)/i);
});
