import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { brat } from '@/lib/core/export/brat/brat';
import { casJson } from '@/lib/core/export/cas/cas-json';
import { conll } from '@/lib/core/export/conll/conll';
import { aif } from '@/lib/core/export/crux-graph/aif';
import { argdown } from '@/lib/core/export/crux-graph/argdown';
import { hypothesis } from '@/lib/core/export/hypothesis/hypothesis';
import { markdown } from '@/lib/core/export/markdown/markdown';
import { tei } from '@/lib/core/export/tei/tei';
import type { ExportFormat } from './export-format';
import { outsideChecker } from './outside-checker.fixture';
import { releasedHead, writtenFiles } from './written-files.fixture';

const formats = outsideChecker('formats');

interface Case {
  kind: string;
  format: ExportFormat;
  /** Which files it reads; the others lie beside. */
  named: RegExp;
  says: RegExp;
  /** What makes the file wrong. */
  mutation: [from: string, to: string];
  /** What the checker itself runs. */
  program?: string;
}

const cases: Case[] = [
  {
    kind: 'brat',
    format: brat,
    named: /\.ann$/,
    says: /4 text-bound[\s\S]*5 text-bound/,
    mutation: ['Crux 98 133', 'Crux 99 134'],
  },
  {
    kind: 'conll',
    format: conll,
    named: /\.conll$/,
    says: /4 spans 4 columns[\s\S]*5 spans 4 columns/,
    mutation: ['B-claim', 'O'],
  },
  {
    kind: 'casjson',
    format: casJson,
    named: /\.json$/,
    says: /20 spans/,
    mutation: ['"label":', '"lable":'],
  },
  {
    kind: 'hypothesis',
    format: hypothesis,
    named: /\.json$/,
    says: /13 rows 4 replies/,
    mutation: ['"user":"acct:', '"user":"'],
  },
  {
    kind: 'tei',
    format: tei,
    named: /\.xml$/,
    says: /9 annotations[\s\S]*0 annotations/,
    mutation: ['string-range(body,19,61)', 'string-range(body,19,999)'],
    program: 'xmllint',
  },
  {
    kind: 'markdown',
    format: markdown,
    named: /\.md$/,
    says: /8 notes 8 references/,
    mutation: ['keeps pace[^3]', 'keeps pace\\[^3]'],
  },
  {
    kind: 'aif',
    format: aif,
    named: /\.json$/,
    says: /19 nodes 20 edges/,
    mutation: ['"fromID":"4"', '"fromID":"99"'],
  },
  {
    kind: 'argdown',
    format: argdown,
    named: /\.argdown$/,
    says: /3 statements 6 relations/,
    mutation: ['- <Relation 1>', '- <Relation 1'],
  },
];

for (const { kind, format, named, says, mutation, program } of cases) {
  const isMissing = program && spawnSync(program, ['--version']).error;
  const missing = formats.missing ?? (isMissing ? `${kind}: ${program} is not installed` : null);
  describe.skipIf(missing)(`../shared/tools/formats ${missing ?? kind}`, () => {
    const files = writtenFiles(format, corpusRecords, releasedHead);

    test('finds nothing wrong', () => {
      const { passed, output } = formats.check(['validate.mjs', kind], files, named);
      expect(output).toMatch(says);
      expect(passed).toBe(true);
    });

    test('finds what was made wrong', () => {
      const [from, to] = mutation;
      const wrong = new Map([...files].map(([name, text]) => [name, text.replace(from, to)]));
      expect(wrong).not.toEqual(files);
      expect(formats.check(['validate.mjs', kind], wrong, named)).toMatchObject({ passed: false });
    });
  });
}
