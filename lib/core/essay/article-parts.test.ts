import { describe, expect, test } from 'vitest';
import { articleHtml } from './article-html';
import type { EssayDocument } from './document';

const block = (type: 'heading' | 'paragraph', length: number): EssayDocument['content'][0] => {
  const content = [{ type: 'text' as const, text: 'a'.repeat(length) }];
  return type === 'heading' ? { type, attrs: { level: 2 }, content } : { type, content };
};
const partCases: [name: string, content: EssayDocument['content'], parts: string[][]][] = [
  ['a short text is one part', [block('paragraph', 1_000), block('paragraph', 1_000)], [['b-0', 'b-1']]],
  [
    'a part is full with 4,000 characters',
    [block('paragraph', 3_000), block('paragraph', 1_000), block('paragraph', 10)],
    [['b-0', 'b-1'], ['b-2']],
  ],
  [
    'a heading stays with what it is above',
    [block('paragraph', 3_990), block('heading', 20), block('paragraph', 10), block('paragraph', 10)],
    [['b-0', 'b-1', 'b-2'], ['b-3']],
  ],
  [
    'so does a rule',
    [block('paragraph', 3_990), block('paragraph', 9), { type: 'horizontalRule' }, block('paragraph', 10)],
    [['b-0', 'b-1'], ['b-2']],
  ],
  ['a long block is a part', [block('paragraph', 20_000), block('paragraph', 10)], [['b-0'], ['b-1']]],
];

describe('article HTML: parts', () => {
  const partsOf = (content: EssayDocument['content']) =>
    articleHtml({ type: 'doc', content }).split(/(?=<div class="part)/);

  test.each(partCases)('%s', (_name, content, expected) => {
    expect(partsOf(content).map((part) => part.match(/\bb-\d+/g))).toEqual(expected);
  });

  test('what begins after 8,000 characters may be laid out later', () => {
    const parts = partsOf(Array.from({ length: 4 }, () => block('paragraph', 4_000)));
    expect(parts.map((part) => /class="(.*?)"/.exec(part)?.[1])).toEqual([
      'part',
      'part',
      'part later',
      'part later',
    ]);
  });
});
