import fc from 'fast-check';
import { canonicalText } from './canonical-text';
import type {
  Block,
  EssayDocument,
  Footnote,
  Inline,
  ListItem,
  Mark,
  Paragraph,
  TableCell,
} from './document';

/** Valid essay documents for property tests: every node and mark, hostile characters, emoji, RTL, CJK. */
export function arbitraryDocument(): fc.Arbitrary<EssayDocument> {
  return fc
    .tuple(
      fc.array(arbitraryBlock(2), { minLength: 1, maxLength: 6 }),
      fc.array(footnoteBody, { maxLength: 3 }),
    )
    .map(([blocks, notes]) => withFootnotes(blocks, notes));
}

const words = fc.constantFrom(
  'word',
  'two words',
  '<b>&amp;',
  '"q"',
  '👩‍👩‍👧',
  'עברית',
  '漢字',
  'é',
  ' ',
  '\u00a0',
  "it's",
);

const line = fc
  .array(words, { minLength: 1, maxLength: 5 })
  .map((list) => canonicalText(list.join(' ')))
  .filter((text) => text.length > 0);

const href = fc.constantFrom('https://example.org/a?b=1&c="2"', 'http://x.test/', 'mailto:ann@example.org');

const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.constantFrom<Mark>({ type: 'bold' }, { type: 'italic' }, { type: 'strike' }, { type: 'code' }),
  fc.constantFrom<Mark>({ type: 'subscript' }, { type: 'superscript' }),
  href.map((value): Mark => ({ type: 'link', attrs: { href: value } })),
);

const marks = fc.uniqueArray(mark, { maxLength: 3, selector: ({ type }) => type });

const inline: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(line, marks)
      .map(([text, on]): Inline => (on.length ? { type: 'text', text, marks: on } : { type: 'text', text })),
  },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: 'hardBreak' }) },
);

const inlines = fc.array(inline, { minLength: 1, maxLength: 5 });

const paragraph = inlines.map((content): Paragraph => ({ type: 'paragraph', content }));

const footnoteBody = fc.array(paragraph, { minLength: 1, maxLength: 2 });

function arbitraryBlock(depth: number): fc.Arbitrary<Block> {
  const leaf = fc.oneof(
    { weight: 5, arbitrary: paragraph },
    fc
      .tuple(fc.constantFrom(1, 2, 3, 4, 5, 6), inlines)
      .map(([level, content]): Block => ({ type: 'heading', attrs: { level: level as 1 }, content })),
    fc.tuple(fc.constantFrom(null, 'js', 'c++'), fc.array(line, { minLength: 1, maxLength: 3 })).map(
      ([language, lines]): Block => ({
        type: 'codeBlock',
        attrs: { language },
        content: [{ type: 'text', text: lines.join('\n') }],
      }),
    ),
    fc.constant<Block>({ type: 'horizontalRule' }),
  );
  if (depth === 0) return leaf;
  const inner = fc.array(arbitraryBlock(depth - 1), { minLength: 1, maxLength: 2 });
  const items = fc.array(
    inner.map((content): ListItem => ({ type: 'listItem', content })),
    { minLength: 1, maxLength: 3 },
  );
  return fc.oneof(
    { weight: 5, arbitrary: leaf },
    inner.map((content): Block => ({ type: 'blockquote', content })),
    items.map((content): Block => ({ type: 'bulletList', content })),
    fc
      .tuple(fc.nat(9), items)
      .map(([start, content]): Block => ({ type: 'orderedList', attrs: { start }, content })),
    arbitraryTable(inner),
  );
}

function arbitraryTable(inner: fc.Arbitrary<Block[]>): fc.Arbitrary<Block> {
  const cell = fc
    .tuple(
      fc.constantFrom('tableCell' as const, 'tableHeader' as const),
      fc.integer({ min: 1, max: 2 }),
      fc.option(inner),
    )
    .map(
      ([type, colspan, content]): TableCell => ({
        type,
        attrs: { colspan, rowspan: 1 },
        content: content ?? [],
      }),
    );
  return fc
    .array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map(
      (rows): Block => ({ type: 'table', content: rows.map((content) => ({ type: 'tableRow', content })) }),
    );
}

/** Adds the notes, and refers to each of them from a first paragraph. */
function withFootnotes(blocks: Block[], bodies: Paragraph[][]): EssayDocument {
  if (bodies.length === 0) return { type: 'doc', content: blocks };
  const references = bodies.map((_, index): Inline => {
    const id = `${index + 1}`;
    return { type: 'text', text: `[${id}]`, marks: [{ type: 'footnoteReference', attrs: { id } }] };
  });
  const notes = bodies.map((content, index): Footnote => {
    const id = `${index + 1}`;
    return { type: 'footnote', attrs: { id, label: id }, content };
  });
  return {
    type: 'doc',
    content: [{ type: 'paragraph', content: references }, ...blocks, { type: 'footnotes', content: notes }],
  };
}
