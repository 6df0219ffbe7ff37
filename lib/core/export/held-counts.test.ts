import { describe, expect, test } from 'vitest';
import type { CorpusCounts, CorpusRecord } from '@/lib/core/corpus/corpus';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { id } from '@/lib/core/corpus/corpus-names.fixture';
import { aDocument } from '@/lib/core/corpus/corpus-records.fixture';
import { asFrozen } from '@/lib/core/release/release-standing.fixture';
import { surveyRelease } from '@/lib/core/release/survey-release';
import type { ExportFormat } from './export-format';
import { exportFormatNames, exportFormats } from './export-formats';
import { heldCounts } from './held-counts';
import { corpusHead, noCounts, writtenFiles } from './written-files.fixture';

/** The corpus, with one of each that only some formats have: what is mentioned, met nowhere, unmarked, rejected, or over. */
const corpus = corpusRecords.flatMap((record): CorpusRecord[] => {
  if (record.kind === 'card' && record.id === id('F1')) {
    const [drawn] = record.relations;
    const rejected = { ...drawn!, id: id('x5'), to: id('T1'), state: 'rejected' as const };
    const cut = { ...drawn!, id: id('x6'), type: 'undercuts' as const, to: null, toRelation: rejected.id };
    const other = { ...record, number: 5, statement: 'Nobody met this.', occurrences: [], relations: [] };
    const mentioned = [{ id: id('o5'), annotation: id('a7'), role: 'mentions' as const }];
    return [
      { ...record, relations: [...record.relations, rejected, cut] },
      { ...other, id: id('U1') },
      { ...other, id: id('M1'), number: 6, statement: 'Somebody mentioned this.', occurrences: mentioned },
    ];
  }
  if (record.kind === 'annotation' && record.id === id('a7'))
    return [{ ...record, cards: [{ id: id('M1'), number: 6, role: 'mentions' }] }];
  if (record.kind === 'document' && record.text === null)
    return [aDocument('bare', 'Nobody marked anything in here.', { annotations: 0 }), record];
  return [record];
});

type Kind = keyof CorpusCounts;
type Change = [kind: Kind, changed: CorpusRecord[]];

/** A record with one thing in it changed, for each thing that is counted: so that whoever has that thing is changed by it. */
function changes(record: CorpusRecord): Change[] {
  if (record.kind === 'annotation')
    return [
      ['annotations', []],
      // Twins, since whoever answers a reply may name it without having it.
      ...record.replies.map((one): Change => {
        const twin = { ...one, id: id(`twin of ${one.id}`) };
        return ['replies', [{ ...record, replies: [...record.replies, twin] }]];
      }),
    ];
  if (record.kind === 'document')
    return [['documents', [{ ...record, text: record.text?.replaceAll('e', 'a') ?? null }]]];
  const each = <T>(kind: Kind, all: readonly T[], put: (rest: T[]) => CorpusRecord) =>
    all.map((one): Change => [kind, [put(all.filter((other) => other !== one))]]);
  if (record.kind === 'coverage') return each('checks', record.checks, (checks) => ({ ...record, checks }));
  if (record.kind === 'adjudication')
    return [
      ['adjudications', [{ ...record, verdict: 'plural' }]],
      ...each('adjudicated', record.marks, (marks) => ({ ...record, marks })),
    ];
  return [
    ['cards', []],
    ...each('relations', record.relations, (relations) => ({ ...record, relations })),
    ...each('positions', record.positions, (positions) => ({ ...record, positions })),
    ...each('beliefs', record.beliefs, (beliefs) => ({ ...record, beliefs })),
  ];
}

/** How many things a file would be another without; a writer that fails for want of one has it. */
function countsOfFile(format: ExportFormat, records: readonly CorpusRecord[]): CorpusCounts {
  const whole = JSON.stringify([...writtenFiles(format, records)]);
  const isOther = (changed: CorpusRecord[]) => {
    try {
      return JSON.stringify([...writtenFiles(format, changed)]) !== whole;
    } catch {
      return true;
    }
  };
  const counts = { ...noCounts };
  for (const [i, record] of records.entries())
    for (const [kind, changed] of changes(record))
      counts[kind] += isOther(records.toSpliced(i, 1, ...changed)) ? 1 : 0;
  return counts;
}

test.each(exportFormatNames)('of %s is counted what its file holds, and nothing else', (name) => {
  const format: ExportFormat = exportFormats[name];
  const closed = corpus.findIndex((record) => record.kind === 'document' && record.text === null);
  const survey = surveyRelease(asFrozen, format);
  for (const record of corpus) survey.write(record);
  const { counts, texts } = survey.end();
  // What stands in a text that stays is not read for a format without quotations.
  const read = format.withoutText === 'nothing' ? corpus.slice(0, closed) : corpus;
  expect(heldCounts(format, { counts }, texts).counts).toEqual(countsOfFile(format, read));
});

describe('counted is', () => {
  const counted = { ...corpusHead, hiddenPositions: 35 };

  test('nothing of what a format lacks', () => {
    const { counts, hiddenPositions } = heldCounts(exportFormats.argdown, counted);
    expect(counts).toMatchObject({
      annotations: 0,
      adjudications: 0,
      adjudicated: 0,
      cards: 3,
      relations: 4,
    });
    expect(hiddenPositions).toBe(0);
  });

  test('of what a format could not tell, only what it would hold', () => {
    const untold = { private: 1, held: { annotations: 2, replies: 4, cards: 8 } };
    const of = (format: ExportFormat) => heldCounts(format, { ...corpusHead, untold }).untold;
    expect(of(exportFormats['cas-xmi'])).toEqual({ private: 1, held: 14 });
    expect(of(exportFormats.conll)).toEqual({ private: 1, held: 2 });
    expect(of(exportFormats.aif)).toEqual({ private: 1, held: 10 });
  });

  test('everything where it lacks nothing, and no decisions where none were made', () => {
    const all = { counts: corpusHead.counts, hiddenPositions: 35, untold: { private: 0, held: 0 } };
    expect(heldCounts(exportFormats.jsonl, counted)).toEqual(all);
    const { adjudications: _, adjudicated: __, ...counts } = corpusHead.counts;
    expect(heldCounts(exportFormats.hypothesis, { counts }).counts).not.toHaveProperty('adjudications');
  });
});
