import { describe, expect, test } from 'vitest';
import { jsonl } from './jsonl';
import { outsideChecker } from './outside-checker.fixture';
import { writtenFiles } from './written-files.fixture';

const formats = outsideChecker('formats');

describe.skipIf(formats.missing)(`../shared/tools/formats ${formats.missing ?? ''}`, () => {
  test('reads the JSON Lines, and finds every span at its place', () => {
    const { passed, output } = formats.check(['validate.mjs', 'jsonl'], writtenFiles(jsonl));
    expect(output).toContain('3 documents 8 spans');
    expect(passed).toBe(true);
  });

  test('finds a span that is not where it should be', () => {
    const moved = [...writtenFiles(jsonl)].map(
      ([name, text]) => [name, text.replace('"start":19,', '"start":20,')] as const,
    );
    expect(formats.check(['validate.mjs', 'jsonl'], new Map(moved))).toMatchObject({ passed: false });
  });
});
