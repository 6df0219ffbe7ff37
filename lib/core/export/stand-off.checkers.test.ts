import { describe, expect, test } from 'vitest';
import { brat } from './brat';
import { casJson } from './cas-json';
import { conll } from './conll';
import type { ExportFormat } from './export-format';
import { outsideChecker } from './outside-checker.fixture';
import { writtenFiles } from './written-files.fixture';

const formats = outsideChecker('formats');

interface Case {
  format: ExportFormat;
  /** Which files it reads; the others lie beside. */
  named: RegExp;
  says: RegExp;
  /** What makes the file wrong. */
  mutation: [from: string, to: string];
}

const cases: [kind: string, what: Case][] = [
  [
    'brat',
    {
      format: brat,
      named: /\.ann$/,
      says: /4 text-bound[\s\S]*5 text-bound/,
      mutation: ['Crux 98 133', 'Crux 99 134'],
    },
  ],
  [
    'conll',
    {
      format: conll,
      named: /\.conll$/,
      says: /4 spans 4 columns[\s\S]*5 spans 4 columns/,
      mutation: ['B-claim', 'O'],
    },
  ],
  ['casjson', { format: casJson, named: /\.json$/, says: /18 spans/, mutation: ['"label":', '"lable":'] }],
];

describe.skipIf(formats.missing)(`../shared/tools/formats ${formats.missing ?? ''}`, () => {
  describe.each(cases)('%s', (kind, { format, named, says, mutation: [from, to] }) => {
    const files = writtenFiles(format);

    test('finds nothing wrong', () => {
      const { passed, output } = formats.check(['validate.mjs', kind], files, named);
      expect(output).toMatch(says);
      expect(passed).toBe(true);
    });

    test('finds what was made wrong', () => {
      const wrong = new Map([...files].map(([name, text]) => [name, text.replace(from, to)]));
      expect(wrong).not.toEqual(files);
      expect(formats.check(['validate.mjs', kind], wrong, named)).toMatchObject({ passed: false });
    });
  });
});
