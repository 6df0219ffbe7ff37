import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import type { CorpusAnnotation, CorpusDocument, CorpusRecord } from '@/lib/core/corpus/corpus';
import {
  structure as structuredEssay,
  structuredRecords,
  structuredText,
} from '@/lib/core/corpus/structured-text.fixture';
import { arbitraryDocument } from '@/lib/core/essay/arbitrary-document';
import type { EssayDocument } from '@/lib/core/essay/document';
import { plainText } from '@/lib/core/essay/plain-text';
import { writtenFiles } from '@/lib/core/export/written-files.fixture';
import { markdown } from './markdown';

const reader = unified().use(remarkParse).use(remarkGfm);
const bodyOf = (file: string) => file.replace(/^---\n[\s\S]*?\n---\n\n/, '');
const written = (records: readonly CorpusRecord[]) =>
  bodyOf([...writtenFiles(markdown, records).values()][0] ?? '');

/** The essay as GitHub's dialect reads it, without the notes of annotations. */
function essayOf(file: string): Root {
  const root = reader.parse(file);
  return { ...root, children: root.children.filter(({ type }) => type !== 'footnoteDefinition') };
}

const kept = (node: Nodes): readonly Nodes[] => ('children' in node ? node.children : []);
const all = (node: Nodes): Nodes[] => [node, ...kept(node).flatMap(all)];

/** Words in their order, with the labels of the essay's own notes left out: those are not words of the text. */
function wordsOf(root: Root): string {
  const words = (node: Nodes, i = 0, siblings: readonly Nodes[] = []): string => {
    if (node.type === 'html') return node.value === '<br>' ? ' ' : '';
    if (node.type === 'break') return ' ';
    const before = siblings[i - 1];
    if (node.type === 'strong' && before?.type === 'html' && before.value === '</a>') return '';
    if ('value' in node) return node.value;
    const within = kept(node);
    const isLines = !['paragraph', 'heading', 'tableCell', 'strong', 'emphasis', 'delete', 'link'].includes(
      node.type,
    );
    return within.map((child, n) => words(child, n, within)).join(isLines ? ' ' : '');
  };
  return collapsed(words(root));
}

const collapsed = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What a document is made of, as far as Markdown has it: cells are one line. */
function shapeOf(node: { type: string; content?: unknown[]; attrs?: unknown }): string[] {
  const { level, start, language } = (node.attrs ?? {}) as Record<string, unknown>;
  const name = `${node.type}${level ?? start ?? (node.type === 'codeBlock' ? (language ?? '') : '')}`;
  if (node.type === 'text' || node.type === 'hardBreak') return [];
  if (node.type === 'footnotes')
    return [
      'horizontalRule',
      ...node.content!.flatMap((note) => (note as { content: never[] }).content.flatMap(shapeOf)),
    ];
  if (node.type === 'table') return ['table'];
  const within = (node.content ?? []).flatMap((child) => shapeOf(child as never));
  return node.type === 'doc' ? within : [name, ...within];
}

function readShape(node: Nodes): string[] {
  const within = kept(node).flatMap(readShape);
  switch (node.type) {
    case 'root':
      return within;
    case 'heading':
      return [`heading${node.depth}`];
    case 'list':
      return [node.ordered ? `orderedList${node.start}` : 'bulletList', ...within];
    case 'code':
      return [`codeBlock${node.lang ?? ''}`];
    case 'table':
      return ['table'];
    case 'thematicBreak':
      return ['horizontalRule'];
    case 'paragraph':
      return node.children.length > 0 && node.children.every(({ type }) => type === 'footnoteReference')
        ? []
        : ['paragraph'];
    case 'listItem':
    case 'blockquote':
      return [node.type, ...within];
    case 'html':
      return /^(<br>)+$/.test(node.value) ? ['paragraph'] : [];
    default:
      return [];
  }
}

describe('markdown of a text with its structure', () => {
  const file = written(structuredRecords);

  test('is what somebody would have written', () => {
    expect(file.split('\n\n[^1]: ')[0]).toMatchInlineSnapshot(`
      "# How <mark>jars 🫙 are</mark>[^1] filled

      By hand, <mark>_slowly_: **never**</mark>[^2] by force.

      ## <mark>标题与 عنوان 🧭</mark>[^3] 1. first \\#

      See [the <mark>**source**</mark>](<https://example.org/a_b?x=1&y=(2)\\|3>)<mark> and 5\\*3 \\<b\\>not\\</b\\></mark>[^4] \\[this\\], <https://plain.example/a_b> <mark>too.</mark>[<mark>\\[1\\]</mark>](#note-n1)\\
      <mark># Not</mark>[^5] a heading, ~~gone~~ H<sub>2</sub>O.

      - 一个<mark>列表项 🪜 in</mark>[^6] a list

      - <mark>עברית</mark>[^7] בפריט

        3. third
        4. fourth, <mark>\`\`a\`b\`\`</mark>[^8]

      > قالت: <mark>🕊 ببطء</mark>
      >
      > <mark>慢慢</mark>[^9]来。

      \`\`\`\`js
      const jar = "🫙";

      // \`\`\` 注释 ملاحظة [^1] <b>
      \`\`\`\`

      [^10]

      | <mark>Key \\| 键</mark>[^11] | مفتاح |
      | --- | --- |
      | <mark><code>a\\|b</code> 🔑</mark>[^12] | 两 cells |

      ___

      ___

      <a id="note-n1"></a>**1** <mark>注 🖋 </mark>[<mark>Olah</mark>](<mailto:o@example.org>)[^13] — حاشية."
    `);
  });

  test('has its words in their order, and its shape', () => {
    expect(wordsOf(essayOf(file))).toBe(collapsed(structuredText));
    expect(readShape(essayOf(file))).toEqual(shapeOf(structuredEssay));
  });

  test('has a sign and a note for each annotation, and none within code', () => {
    const found = all(reader.parse(file));
    const numbers = structuredRecords.flatMap(({ kind }, i) => (kind === 'annotation' ? [`${i}`] : []));
    expect(found.flatMap((node) => (node.type === 'footnoteReference' ? [node.identifier] : []))).toEqual(
      numbers,
    );
    expect(found.flatMap((node) => (node.type === 'footnoteDefinition' ? [node.identifier] : []))).toEqual(
      numbers,
    );
    expect(found.find(({ type }) => type === 'code')).toMatchObject({
      lang: 'js',
      value: 'const jar = "🫙";\n\n// ``` 注释 ملاحظة [^1] <b>',
    });
  });
});

/** A stretch of a text that, as those of annotations, cuts no character in two. */
function wholeCharacters(text: string, a: number, b: number) {
  const isCut = (offset: number) => /^[\udc00-\udfff]/.test(text.slice(offset));
  const start = a % text.length;
  const end = start + 1 + (b % (text.length - start));
  return { start: isCut(start) ? start - 1 : start, end: isCut(end) ? end + 1 : end };
}

/** What Markdown would be in a text, or beside a sign. */
const hostile = [
  ...'*;**;_;#;# #;- a;+;1.;a);>;~;~~;`;``;```x;|;a|b;\\;\\|;!;[x];[^1];(y);: z;{#id};<b>;&'.split(';'),
  '&amp;',
  '](x)',
  '---',
  '===',
  'https://a.example/x_y|z?a=1&amp;b',
  'www.a_b.example',
  'ada@b.example',
  'a*b*c',
  '審計',
  '🫙',
  '—',
];

const hostileDocument = fc
  .tuple(arbitraryDocument(), fc.array(fc.constantFrom(...hostile), { minLength: 1, maxLength: 12 }))
  .map(([document, words]): EssayDocument => {
    let next = 0;
    const text = (value: string) =>
      value
        .split(' ')
        .map((word) => (word === 'word' || word === 'two' ? words[next++ % words.length] : word))
        .join(' ');
    return JSON.parse(JSON.stringify(document), (key, value) => (key === 'text' ? text(value) : value));
  });

/** An address gets angle brackets, beside which signs of emphasis count less. */
const struckAddress: EssayDocument = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: '🫙' },
        { type: 'text', text: 'https://a.example/ word', marks: [{ type: 'strike' }] },
      ],
    },
  ],
};

test('any document has its words in their order, its shape and all its notes, whatever was marked in it', () => {
  const [document, annotation] = structuredRecords as [CorpusDocument, CorpusAnnotation];
  const range = fc.tuple(fc.nat(), fc.nat());
  fc.assert(
    fc.property(hostileDocument, fc.array(range, { maxLength: 6 }), (structure, ranges) => {
      const text = plainText(structure);
      fc.pre(text.trim() !== '');
      const marks = ranges
        .map(([a, b]) => wholeCharacters(text, a, b))
        .sort((a, b) => a.start - b.start || a.end - b.end);
      const file = written([
        { ...document, text, structure },
        ...marks.map((range, i) => ({
          ...annotation,
          ...range,
          id: `${i}`,
          quote: text.slice(range.start, range.end),
        })),
      ]);
      const essay = essayOf(file);
      expect(wordsOf(essay)).toBe(collapsed(text));
      expect(readShape(essay)).toEqual(shapeOf(structure));
      const signs = all(essay).flatMap((node) =>
        node.type === 'footnoteReference' ? [node.identifier] : [],
      );
      expect(signs).toEqual(marks.map((_, i) => `${i + 1}`));
      const code = all(essay).flatMap((node) => (node.type === 'code' ? [node.value] : []));
      const within = (node: unknown): string[] => {
        const { type, content = [] } = node as { type: string; content?: { text?: string }[] };
        if (type === 'codeBlock') return [content[0]!.text!];
        return type === 'table' ? [] : content.flatMap(within);
      };
      expect(code).toEqual(within(structure));
    }),
    { numRuns: 200, endOnFailure: true, examples: [[struckAddress, []]] },
  );
});
