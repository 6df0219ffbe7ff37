import { expect, test } from 'vitest';
import type { Block, HeadingLevel } from '@/lib/core/essay/document';
import { levelHeadings } from './level-headings';

const block = (level: number): Block =>
  level === 0
    ? { type: 'paragraph', content: [{ type: 'text', text: 'a' }] }
    : { type: 'heading', attrs: { level: level as HeadingLevel }, content: [{ type: 'text', text: 'a' }] };
const levelOf = (each: Block) => (each.type === 'heading' ? each.attrs.level : 0);

test.each<[name: string, before: number[], after: number[]]>([
  ['no headings', [0, 0], [0, 0]],
  ['a title and its sections', [1, 0, 2, 0, 2], [1, 0, 2, 0, 2]],
  ['a title alone', [3, 0], [1, 0]],
  ['a title of low rank, above all others', [2, 0, 4, 0, 5], [1, 0, 2, 0, 3]],
  ['gaps close', [1, 0, 3, 0, 6], [1, 0, 2, 0, 3]],
  ['sections of one rank have no title among them', [1, 0, 1, 0], [2, 0, 2, 0]],
  ['a first heading below others is no title', [3, 0, 2, 0], [3, 0, 2, 0]],
  ['a heading after the beginning is no title', [0, 1, 0, 2], [0, 2, 0, 3]],
  ['seven ranks end at six', [0, 1, 2, 3, 4, 5, 6], [0, 2, 3, 4, 5, 6, 6]],
])('%s', (_name, before, after) => {
  expect(levelHeadings(before.map(block)).map(levelOf)).toEqual(after);
});

test('headings in quotes, lists and tables are levelled with the others', () => {
  const blocks: Block[] = [
    block(1),
    { type: 'blockquote', content: [block(4)] },
    { type: 'bulletList', content: [{ type: 'listItem', content: [block(5)] }] },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [{ type: 'tableCell', attrs: { colspan: 1, rowspan: 1 }, content: [block(6)] }],
        },
      ],
    },
  ];
  const levels = [...JSON.stringify(levelHeadings(blocks)).matchAll(/"level":(\d)/g)].map((match) =>
    Number(match[1]),
  );
  expect(levels).toEqual([1, 2, 3, 4]);
});
