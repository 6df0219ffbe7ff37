import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCanonicalText } from './canonical-text';
import { commentToText } from './comment-document';
import { parseComment } from './comment-schema';
import { type LooseBlock, type LooseInline, normalComment } from './normal-comment';

const mark = fc.constantFrom(
  { type: 'bold' as const },
  { type: 'italic' as const },
  { type: 'code' as const },
  { type: 'link' as const, attrs: { href: 'http://a.b' } },
);
const inline: fc.Arbitrary<LooseInline> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(' ', 'a', ' b', 'c ', '\n', '\t', 'e', '\u0301', '\0', '\u00a0'),
      fc.array(mark, { maxLength: 3 }),
    )
    .map(([text, marks]): LooseInline => ({ type: 'text', text, marks })),
  fc.constant<LooseInline>({ type: 'hardBreak' }),
  fc.constant<LooseInline>({ type: 'mention', attrs: { id: 'u', label: 'Ann' } }),
);
const paragraph = fc
  .array(inline, { maxLength: 5 })
  .map((content): LooseBlock => ({ type: 'paragraph', content }));
const list = (type: 'bulletList' | 'orderedList', items: LooseBlock[][]): LooseBlock => {
  const content = items.map((blocks) => ({ type: 'listItem' as const, content: blocks }));
  return type === 'bulletList' ? { type, content } : { type, attrs: { start: 2 }, content };
};
const block = (depth: number): fc.Arbitrary<LooseBlock> => {
  if (depth === 0) return paragraph;
  const inner = fc.array(block(depth - 1), { maxLength: 3 });
  return fc.oneof(
    paragraph,
    inner.map((content): LooseBlock => ({ type: 'blockquote', content })),
    fc
      .tuple(
        fc.constantFrom('bulletList' as const, 'orderedList' as const),
        fc.array(inner, { maxLength: 3 }),
      )
      .map(([type, items]) => list(type, items)),
    fc
      .constantFrom('', '\n', 'a\n', ' a')
      .map((text): LooseBlock => ({ type: 'codeBlock', attrs: { language: null }, content: [{ text }] })),
  );
};
const comment = fc.array(block(2), { maxLength: 4 });

const letters = (text: string) => text.normalize('NFD').replace(/\s|\0|\p{M}/gu, '');
const lettersOf = (blocks: readonly LooseBlock[]): string =>
  letters(
    blocks
      .map((each): string => {
        if (each.type === 'codeBlock') return (each.content ?? []).map(({ text }) => text).join('');
        if (each.type === 'bulletList' || each.type === 'orderedList')
          return each.content.map((item) => lettersOf(item.content)).join('');
        if (each.type === 'blockquote') return lettersOf(each.content);
        return (each.content ?? [])
          .map((i) => (i.type === 'text' ? i.text : i.type === 'mention' ? `@${i.attrs.label}` : ''))
          .join('');
      })
      .join(''),
  );

test('the normal form of a normal form is itself, and passes the schema', () => {
  fc.assert(
    fc.property(comment, (blocks) => {
      const normal = normalComment(blocks);
      expect(normalComment(structuredClone(normal.content) as LooseBlock[])).toEqual(normal);
      expect(parseComment(structuredClone(normal))).toEqual(normal);
    }),
    { numRuns: 500 },
  );
});

test('no letter is lost', () => {
  fc.assert(
    fc.property(comment, (blocks) => {
      expect(letters(commentToText(normalComment(blocks)))).toBe(lettersOf(blocks));
    }),
  );
});

test('every text node is canonical', () => {
  fc.assert(
    fc.property(comment, (blocks) => {
      JSON.parse(JSON.stringify(normalComment(blocks)), (key, value) => {
        if (key === 'text') expect(isCanonicalText(value)).toBe(true);
        return value;
      });
    }),
  );
});
