import { describe, expect, test } from 'vitest';
import type { CorpusAnnotation, CorpusDocument, CorpusRecord } from '@/lib/core/corpus/corpus';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { ada, at, id } from '@/lib/core/corpus/corpus-names.fixture';
import { corpusPassage, countedText } from '@/lib/core/corpus/corpus-range';
import { writtenFiles } from '@/lib/core/export/written-files.fixture';
import { conll } from './conll';

/** Comments by name, rows split, and the spans of each column in code points. */
function readConll(file: string) {
  const lines = file.split('\n');
  const said = new Map(
    lines.map((line) => /^# (\S+) = (.*)$/.exec(line)?.slice(1) as [string, string]).filter(Boolean),
  );
  const rows = lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'));
  const columns = (said.get('global.columns') ?? '').split(' ').slice(3);
  const spans = columns.flatMap((column, k) => {
    const found: { column: string; start: number; end: number }[] = [];
    for (const row of rows) {
      const cell = row[k + 3] ?? '';
      if (cell.startsWith('B-')) found.push({ column, start: Number(row[1]), end: Number(row[2]) });
      else if (cell.startsWith('I-')) found.at(-1)!.end = Number(row[2]);
    }
    return found;
  });
  return { said, rows, columns, spans };
}

const [bet] = corpusRecords.filter((record): record is CorpusDocument => record.kind === 'document');
const points = [...(bet?.text ?? '')];
const files = writtenFiles(conll);
const adas = readConll(files.get('Ada-A.-Löw/bet-v1.conll') ?? '');
const bos = readConll(files.get('reader-k7f3qa2m/bet-v1.conll') ?? '');
const words = ({ spans }: typeof adas) =>
  spans.map(({ column, start, end }) => [column, points.slice(start, end).join('')]);

describe('CoNLL', () => {
  test('is a file for each text and person, none for a text that may not be passed on', () => {
    expect([...files.keys()]).toEqual([
      'Ada-A.-Löw/bet-v1.conll',
      'reader-k7f3qa2m/bet-v1.conll',
      'Adjudicated/bet-v1.conll',
    ]);
    expect(adas.said.get('annotator')).toBe('Ada "A." Löw');
  });

  test('has what was decided as a layer of its own', () => {
    expect(words(readConll(files.get('Adjudicated/bet-v1.conll') ?? ''))).toEqual([
      ['claim', 'we will lose control'],
      ['crux', 'we will lose control'],
    ]);
  });

  test('has every word of the text at its code points', () => {
    for (const [word, start, end] of adas.rows)
      expect(points.slice(Number(start), Number(end)).join('')).toBe(word);
    expect(adas.rows.map(([word]) => word).join('')).toBe(bet?.text?.replace(/\s/g, ''));
    expect(adas.rows.map(([word]) => word)).toContain('🧭');
  });

  test('gives back what each person marked, by tag', () => {
    expect(words(adas)).toEqual([
      ['claim', 'If we scale models 🚀 without oversight, we will lose control.'],
      ['crux', 'whether interpretability keeps pace'],
      ['crux', 'وهذا 🧭 هو السؤال'],
      ['highlight', '<b>&amp; "so on"'],
    ]);
    expect(words(bos)).toEqual([
      ['claim', 'we will lose control'],
      ['crux', 'we will lose control'],
      ['crux', 'The main crux is whether interpretability keeps pace.\nEven so'],
      ['failure-mode', 'audits fail when “incentives” diverge'],
      ['highlight', '当激励分歧时，审计就会失败'],
    ]);
  });

  test('separates sentences', () => {
    const blocks = (files.get('Ada-A.-Löw/bet-v1.conll') ?? '').split('\n\n').slice(0, -1);
    expect(blocks).toHaveLength(adas.said.has('sent_id') ? Number(adas.said.get('sent_id')) : -1);
    expect(blocks[1]?.split('\n')[1]).toMatch(/^If\t19\t21\tB-claim/);
  });
});

describe('CoNLL of a text with odd marks', () => {
  const text = 'Item # 4: a number of wholes.';
  const mark = (name: string, exact: string): CorpusAnnotation => {
    const start = text.indexOf(exact);
    return {
      kind: 'annotation',
      id: id(name),
      person: ada,
      tags: ['crux'],
      comment: null,
      visibility: 'group',
      held: null,
      resolved: null,
      created: at(1),
      modified: null,
      reactions: [],
      cards: [],
      replies: [],
      anchor: { state: 'anchored', method: 'exact', confidence: 1 },
      ...corpusPassage(countedText(text), { start, end: start + exact.length }),
    };
  };
  const records: CorpusRecord[] = [
    { ...bet!, text, annotations: 3 },
    mark('b1', 'Item # 4'),
    mark('b2', '# 4: a num'),
    mark('b3', 'number of'),
    mark('b4', ': a'),
  ];
  const file = writtenFiles(conll, records).get('Ada-A.-Löw/bet-v1.conll') ?? '';
  const { said, columns, spans } = readConll(file);

  test('lets overlapping passages of one tag stand in columns of their own', () => {
    expect(columns).toEqual(['claim', 'crux', 'crux.2', 'crux.3', 'failure-mode', 'highlight']);
    expect(spans.map(({ column, start, end }) => [column, text.slice(start, end)])).toEqual([
      ['crux', 'Item # 4'],
      ['crux', 'number of'],
      ['crux.2', '# 4: a number'],
      ['crux.3', ': a'],
    ]);
  });

  test('counts passages that grew to whole words', () => expect(said.get('snapped_spans')).toBe('1'));

  test('begins no line of a word with the sign of comments', () => {
    expect(file).toContain('\n＃\t5\t6\tO\tI-crux\tB-crux');
  });

  test('nor one of a word that begins with it, such as a keycap, whose length stays', () => {
    const keycap: CorpusRecord[] = [
      { ...bet!, text: 'Press #️⃣ now.', annotations: 1 },
      {
        ...mark('b1', 'Item'),
        ...corpusPassage(countedText('Press #️⃣ now.'), { start: 6, end: 9 }),
      },
    ];
    const { rows } = readConll(writtenFiles(conll, keycap).get('Ada-A.-Löw/bet-v1.conll') ?? '');
    expect(rows.map(([word]) => word)).toEqual(['Press', '＃️⃣', 'now', '.']);
    for (const [word = '', start, end] of rows) expect([...word]).toHaveLength(Number(end) - Number(start));
  });
});

test('a group without marks gives a file without words', () => {
  expect([...writtenFiles(conll, [])]).toEqual([
    ['night-school.conll', '# global.columns = TOKEN START END claim crux failure-mode\n'],
  ]);
});
