import type { Block, EssayDocument, Inline, Mark, TableCell } from '@/lib/core/essay/document';
import { plainText } from '@/lib/core/essay/plain-text';
import type { CorpusRecord } from './corpus';
import { ada, bo, id } from './corpus-names.fixture';
import { aDocument, anAnnotation } from './corpus-records.fixture';

const text = (value: string, ...marks: Mark[]): Inline =>
  marks.length === 0 ? { type: 'text', text: value } : { type: 'text', text: value, marks };
const p = (...content: (Inline | string)[]): Block => ({ type: 'paragraph', content: inlines(content) });
const heading = (level: 1 | 2 | 3, ...content: (Inline | string)[]): Block => ({
  type: 'heading',
  attrs: { level },
  content: inlines(content),
});
const item = (...content: Block[]) => ({ type: 'listItem' as const, content });
const cell = (type: TableCell['type'], ...content: Block[]): TableCell => ({
  type,
  attrs: { colspan: 1, rowspan: 1 },
  content,
});
const row = (type: TableCell['type'], ...cells: Block[]) => ({
  type: 'tableRow' as const,
  content: cells.map((block) => cell(type, block)),
});
const inlines = (content: (Inline | string)[]) =>
  content.map((one) => (typeof one === 'string' ? text(one) : one));
const link = (href: string): Mark => ({ type: 'link', attrs: { href } });
const note = (name: string): Mark => ({ type: 'footnoteReference', attrs: { id: name } });

/** One of each kind, with an emoji, words from right to left and Chinese in each; what is Markdown by mistake, too. */
export const structure: EssayDocument = {
  type: 'doc',
  content: [
    heading(1, 'How jars 🫙 are filled'),
    p('By hand, ', text('slowly', { type: 'italic' }), ': ', text('never', { type: 'bold' }), ' by force.'),
    heading(2, '标题与 عنوان 🧭 1. first #'),
    p(
      'See ',
      text('the ', link('https://example.org/a_b?x=1&y=(2)|3')),
      text('source', link('https://example.org/a_b?x=1&y=(2)|3'), { type: 'bold' }),
      ' and 5*3 <b>not</b> [this], https://plain.example/a_b too.',
      text('[1]', note('n1')),
      { type: 'hardBreak' },
      '# Not a heading, ',
      text('gone', { type: 'strike' }),
      ' H',
      text('2', { type: 'subscript' }),
      'O.',
    ),
    {
      type: 'bulletList',
      content: [
        item(p('一个列表项 🪜 in a list')),
        item(p('עברית בפריט'), {
          type: 'orderedList',
          attrs: { start: 3 },
          content: [item(p('third')), item(p('fourth, ', text('a`b', { type: 'code' })))],
        }),
      ],
    },
    { type: 'blockquote', content: [p('قالت: 🕊 ببطء'), p('慢慢来。')] },
    {
      type: 'codeBlock',
      attrs: { language: 'js' },
      content: [{ type: 'text', text: 'const jar = "🫙";\n\n// ``` 注释 ملاحظة [^1] <b>' }],
    },
    {
      type: 'table',
      content: [
        row('tableHeader', p('Key | 键'), p('مفتاح')),
        row('tableCell', p(text('a|b', { type: 'code' }), ' 🔑'), p('两 cells')),
      ],
    },
    { type: 'horizontalRule' },
    {
      type: 'footnotes',
      content: [
        {
          type: 'footnote',
          attrs: { id: 'n1', label: '1' },
          content: [p('注 🖋 ', text('Olah', link('mailto:o@example.org')), ' — حاشية.')],
        },
      ],
    },
  ],
};

export const structuredText = plainText(structure);

/** Passages in each of them; the last runs from the code into the table. */
const passages = [
  'jars 🫙 are',
  'slowly: never',
  '标题与 عنوان 🧭',
  'source and 5*3 <b>not</b>',
  'too.[1]\n# Not',
  '列表项 🪜 in',
  'עברית',
  'a`b',
  '🕊 ببطء\n\n慢慢',
  '"🫙";\n\n// ``` 注释',
  '<b>\n\nKey | 键',
  'a|b 🔑',
  '注 🖋 Olah',
];

const document = aDocument('jar', structuredText, {
  title: 'How jars 🫙 are filled',
  authors: ['A. Löw'],
  url: 'https://example.org/jar',
  structure,
  annotations: passages.length,
});

const annotations = passages.map((words, i) =>
  anAnnotation(structuredText, words, {
    id: id(`s${i}`),
    person: i % 2 ? ada : bo,
    tags: [['claim', 'crux', 'failure-mode'][i % 3]!],
    comment: i % 2 ? null : `Note ${i}`,
  }),
);

/** A text whose structure came with it, and what was marked in it. */
export const structuredRecords: readonly CorpusRecord[] = [document, ...annotations];
