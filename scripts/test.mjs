// `npm test`: every check there is. A step that fails does not keep the next from running.
import { installPackages } from './checkout.mjs';
import { runToTheEnd } from './closing.mjs';
import { giveUp, parseFlags, say, seconds, step } from './terminal.mjs';
import { sumCounts } from './test-counts.mjs';
import { steps } from './test-steps.mjs';

const help = `
Usage: npm test [-- --only STEP,STEP]

Steps: ${Object.keys(steps).join(', ')}
`;
const chosen = chooseSteps();
const begun = performance.now();

await runToTheEnd(
  async () => {
    await installPackages({ dev: true });
    const results = [];
    for (const name of chosen) results.push({ name, ...(await check(name)) });
    const { passed, failed } = sumCounts(results);
    say(`\nAll steps took ${seconds(begun)}.`);
    for (const result of results) say(summary(result));
    say(`\n${passed} passed, ${failed} failed`);
    return failed > 0 ? 1 : 0;
  },
  { codeWhenInterrupted: 130 },
);

function chooseSteps() {
  // `--only unit`, as people write it, is the same as `--only=unit`.
  const args = process.argv.slice(2).join(' ').replace('--only ', '--only=').split(' ').filter(Boolean);
  const { only } = parseFlags(args, ['--only'], help);
  const names = only ? String(only).split(',') : Object.keys(steps);
  const unknown = names.find((name) => !(name in steps));
  if (unknown) giveUp(`There is no step "${unknown}".\n\n${help.trim()}`);
  return names;
}

async function check(name) {
  const { failure, ...counts } = await step(`Checking ${name}`, steps[name]);
  if (failure) say(`\n${failure.output ?? failure.stack}\n`);
  return counts;
}

/** One line, and one more for what passed only at the second try, which is to be mended, and for what was left out. */
function summary({ name, passed, failed, secondTry = [], skipped = [] }) {
  const late = secondTry.length > 0 ? `, ${secondTry.length} of them only at the second try:` : '';
  return [
    `${name}: ${passed} passed, ${failed} failed${late}`,
    ...secondTry.map((test) => `  ! ${test}`),
    ...skipped.map((tests) => `  – skipped: ${tests}`),
  ].join('\n');
}
