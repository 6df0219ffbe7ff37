import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenize, tokensWithin } from '@/lib/core/agreement/tokens';
import type { CorpusAnnotation } from '@/lib/core/corpus/corpus';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { type ConllColumn, conllColumns } from './conll-columns';

const [sample] = corpusRecords.filter((record): record is CorpusAnnotation => record.kind === 'annotation');

const word = fc.constantFrom('a', 'crux', '🚀', 'سؤال', '研究', '#', '.', ' ', '\n\n');
const anyMarks = fc
  .array(word, { minLength: 1, maxLength: 30 })
  .map((words) => words.join(''))
  .chain((text) => {
    const offset = fc.nat(text.length);
    const range = fc.tuple(offset, offset).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    const tags = fc.constantFrom([], ['claim'], ['crux'], ['claim', 'crux']);
    return fc.record({ text: fc.constant(text), marks: fc.array(fc.tuple(range, tags), { maxLength: 12 }) });
  });

/** `label start-end` in tokens of everything that a column says. */
function said({ cells }: ConllColumn): string[] {
  const found: { label: string; start: number; end: number }[] = [];
  for (const [i, cell] of cells.entries()) {
    if (cell.startsWith('B-')) found.push({ label: cell.slice(2), start: i, end: i + 1 });
    if (cell.startsWith('I-')) found.at(-1)!.end = i + 1;
  }
  return found.map(({ label, start, end }) => `${label} ${start}-${end}`);
}

test('columns say of every passage in which words it is, once for each of its tags', () => {
  fc.assert(
    fc.property(anyMarks, ({ text, marks }) => {
      const tokens = tokenize(text, 'en');
      const annotations = marks
        .map(([range, tags]): CorpusAnnotation => ({ ...sample!, ...range, tags }))
        .sort((a, b) => a.start - b.start || a.end - b.end);
      const { columns } = conllColumns(['claim', 'crux'], tokens, annotations);
      const meant = annotations.flatMap((annotation) => {
        const { start, end } = tokensWithin(tokens, annotation);
        const labels = annotation.tags.length > 0 ? annotation.tags : ['highlight'];
        return start < end ? labels.map((label) => `${label} ${start}-${end}`) : [];
      });
      expect(columns.flatMap(said).sort()).toEqual(meant.sort());
    }),
  );
});
