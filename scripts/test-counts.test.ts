import { describe, expect, test } from 'vitest';
import { countPlaywright, countStep, countVitest, sumCounts } from './test-counts.mjs';

test('a test file that cannot be loaded is one failure', () => {
  const loaded = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] };
  const unloaded = { status: 'failed', assertionResults: [] };
  const report = { numPassedTests: 1, numFailedTests: 1, testResults: [loaded, unloaded] };
  expect(countVitest(report)).toEqual({ passed: 1, failed: 2, skipped: [] });
});

test('tests that are left out are named by what they belong to, once', () => {
  const left = { status: 'skipped', ancestorTitles: ['a tool that is missing', 'deeper'], title: 'a' };
  const alone = { status: 'pending', ancestorTitles: [], title: 'alone' };
  const testResults = [{ status: 'passed', assertionResults: [left, { ...left, title: 'b' }, alone] }];
  expect(countVitest({ numPassedTests: 0, numFailedTests: 0, testResults }).skipped).toEqual([
    'a tool that is missing',
    'alone',
  ]);
});

test('a browser report counts unexpected results and errors outside of tests as failures', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
  expect(countPlaywright({ stats, errors: [{}], suites: [] })).toMatchObject({ passed: 6, failed: 2 });
});

test('a journey that passed only at the second try has passed, and is named', () => {
  const spec = (title: string, status: string) => ({
    file: 'a.spec.ts',
    line: 3,
    title,
    tests: [{ status }],
  });
  const inner = { specs: [spec('deep', 'flaky'), spec('sound', 'expected')] };
  const suites = [{ specs: [spec('shallow', 'flaky'), spec('broken', 'unexpected')], suites: [inner] }];
  const stats = { expected: 1, unexpected: 1, flaky: 2, skipped: 0 };
  expect(countPlaywright({ stats, errors: [], suites })).toEqual({
    passed: 3,
    failed: 1,
    secondTry: ['a.spec.ts:3 shallow', 'a.spec.ts:3 deep'],
    skipped: [],
  });
});

test('a journey that is left out says why, once for all of the same reason, and so does a part of one', () => {
  const spec = (title: string, status: string, ...annotations: { type: string; description?: string }[]) => ({
    file: 'a.spec.ts',
    line: 3,
    title,
    tests: [{ status, annotations }],
  });
  const missing = { type: 'skip', description: 'a tool is missing' };
  const inner = { specs: [spec('deep', 'skipped', missing), spec('silent', 'skipped')] };
  const suites = [
    {
      specs: [
        spec('shallow', 'skipped', missing),
        spec('bare', 'skipped', { type: 'skip' }),
        spec('most', 'expected', { type: 'left out', description: 'one part' }, { type: 'issue' }),
        spec('all', 'expected'),
      ],
      suites: [inner],
    },
  ];
  const stats = { expected: 2, unexpected: 0, flaky: 0, skipped: 4 };
  expect(countPlaywright({ stats, errors: [], suites }).skipped).toEqual([
    'a tool is missing',
    'bare',
    'one part',
    'silent',
  ]);
});

describe('a step', () => {
  test.each([
    ['that ended well has its counts', { passed: 3, failed: 0 }, true, { passed: 3, failed: 0 }],
    ['that ended badly has its failures', { passed: 3, failed: 2 }, false, { passed: 3, failed: 2 }],
    [
      'that ended badly for no test of its own has one failure',
      { passed: 3, failed: 0 },
      false,
      { passed: 3, failed: 1 },
    ],
    ['that ran nothing has failed', { passed: 0, failed: 0 }, true, { passed: 0, failed: 1 }],
    [
      'that left everything out and says so has not failed',
      { passed: 0, failed: 0, skipped: ['a'] },
      true,
      { passed: 0, failed: 0, skipped: ['a'] },
    ],
    ['that crashed has failed', null, false, { passed: 0, failed: 1 }],
    [
      'that needed a second try names it still',
      { passed: 1, failed: 0, secondTry: ['a'] },
      true,
      { passed: 1, failed: 0, secondTry: ['a'] },
    ],
  ])('%s', (_, counts, succeeded, expected) => {
    expect(countStep(counts, succeeded)).toEqual(expected);
  });
});

test('the last line is the sum of all steps', () => {
  const steps = [
    { name: 'lint', passed: 1, failed: 0 },
    { name: 'unit', passed: 40, failed: 2 },
  ];
  expect(sumCounts(steps)).toEqual({ passed: 41, failed: 2 });
});
