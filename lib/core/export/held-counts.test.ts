import { describe, expect, test } from 'vitest';
import type { CorpusCard, CorpusRecord } from '@/lib/core/corpus/corpus';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import type { ExportFormat } from './export-format';
import { exportFormatNames, exportFormats } from './export-formats';
import { heldCounts } from './held-counts';
import { corpusHead, writtenFiles } from './written-files.fixture';

type Strip = (record: CorpusRecord) => CorpusRecord[];
const drop =
  (...kinds: CorpusRecord['kind'][]): Strip =>
  (record) =>
    kinds.includes(record.kind) ? [] : [record];
const bare =
  (part: Partial<CorpusCard>): Strip =>
  (record) => [record.kind === 'card' ? { ...record, ...part } : record];

/** A corpus without what is counted. */
const without: Record<ExportFormat['lacks'][number], Strip> = {
  documents: (record) => [record.kind === 'document' ? { ...record, text: record.text && '' } : record],
  annotations: drop('annotation', 'adjudication'),
  replies: (record) => [record.kind === 'annotation' ? { ...record, replies: [] } : record],
  cards: drop('card'),
  relations: bare({ relations: [] }),
  positions: bare({ positions: [] }),
  beliefs: bare({ beliefs: [] }),
  checks: drop('coverage'),
  adjudications: drop('adjudication'),
};

/** What a writer does not look at; one that fails for want of it does. */
function unread(format: ExportFormat): string[] {
  const whole = writtenFiles(format);
  const isSame = (strip: Strip) => {
    try {
      const less = writtenFiles(format, corpusRecords.flatMap(strip));
      return JSON.stringify([...less]) === JSON.stringify([...whole]);
    } catch {
      return false;
    }
  };
  return Object.entries(without).flatMap(([kind, strip]) => (isSame(strip) ? kind : []));
}

test.each(exportFormatNames)('%s lacks what makes no difference to it, and nothing else', (name) => {
  expect(unread(exportFormats[name])).toEqual(exportFormats[name].lacks);
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
