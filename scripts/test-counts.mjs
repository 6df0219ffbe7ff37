/**
 * @typedef {{ passed: number, failed: number, secondTry?: string[], skipped?: string[] }} Counts `secondTry` names what
 * passed only then, `skipped` says what was left out and why.
 */

/**
 * What a Vitest JSON report counts. A file that could not even be loaded is one failure.
 * @returns {Counts}
 */
export function countVitest(report) {
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const left = report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'skipped' || status === 'pending');
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: [...new Set(left.map(({ ancestorTitles, title }) => ancestorTitles[0] ?? title))],
  };
}

/**
 * What a Playwright JSON report counts. An error outside of any test is one failure.
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors, suites }) {
  const specs = suites.flatMap(specsIn);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    secondTry: specs
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map(({ file, line, title }) => `${file}:${line} ${title}`),
    skipped: [...new Set(specs.flatMap(leftOut))],
  };
}

const specsIn = ({ specs, suites = [] }) => [...specs, ...suites.flatMap(specsIn)];

/** Why a journey was left out, and what one that ran says of a part of it (`left out`). */
function leftOut({ title, tests }) {
  return tests.flatMap(({ status, annotations = [] }) => {
    const reasons = annotations
      .filter(({ type }) => type === 'skip' || type === 'left out')
      .map(({ description }) => description ?? title);
    return status === 'skipped' && reasons.length === 0 ? [title] : reasons;
  });
}

/**
 * The counts of a step, made honest by its exit: a step that failed, or ran nothing and does not say why, has at least one
 * failure.
 * @param {Counts | null} counts null when there is no report
 * @returns {Counts}
 */
export function countStep(counts, succeeded) {
  const { passed, failed, ...rest } = counts ?? { passed: 0, failed: 0 };
  const atFault = !succeeded || (passed + failed === 0 && !rest.skipped?.length);
  return { passed, failed: atFault ? Math.max(failed, 1) : failed, ...rest };
}

/** @returns {Counts} */
export function sumCounts(all) {
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
  };
}
