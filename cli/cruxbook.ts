import { parseArgs } from 'node:util';
import { Problem } from '@/lib/core/api/problem';
import { validationWords } from '@/lib/core/api/validation-words';
import { closeDatabase } from '@/lib/server/data/database';
import { adjudicationList } from './adjudication-list';
import { agreement } from './agreement';
import { annotationList } from './annotation-list';
import { cardCreate } from './card-create';
import { cardList } from './card-list';
import { cardMerge } from './card-merge';
import { cardStep } from './card-step';
import { type Command, flagProblems, helpOf, parseArgsOptions, type Report, UsageError } from './command';
import { concordanceList } from './concordance';
import { coverageList } from './coverage-list';
import { essayImport } from './essay-import';
import { exportCorpus } from './export-corpus';
import { groupAddMember } from './group-add-member';
import { groupCreate } from './group-create';
import { importCorpusFile } from './import-corpus';
import { invitationCreate } from './invitation-create';
import { releaseCreate } from './release-create';
import { releaseDiff } from './release-diff';
import { releaseList } from './release-list';
import { roundCreate } from './round-create';
import { roundList } from './round-list';
import { roundReveal } from './round-reveal';
import { searchFor } from './search';
import { sitePolicy } from './site-policy';
import { tokenCreate } from './token-create';
import { userCreate } from './user-create';
import { userPassword } from './user-password';

const commands = [
  userCreate,
  userPassword,
  tokenCreate,
  groupCreate,
  groupAddMember,
  invitationCreate,
  essayImport,
  annotationList,
  cardCreate,
  cardList,
  cardStep,
  cardMerge,
  coverageList,
  agreement,
  adjudicationList,
  roundCreate,
  roundList,
  roundReveal,
  exportCorpus,
  releaseCreate,
  releaseList,
  releaseDiff,
  searchFor,
  concordanceList,
  importCorpusFile,
  sitePolicy,
] as const;

const overview = () =>
  [
    'npm run cruxbook -- COMMAND [flags]',
    '',
    ...commands.map(({ name, about }) => `  ${name.padEnd(20)} ${about}`),
    '',
    'COMMAND --help tells its flags; --json answers in JSON.',
    '',
  ].join('\n');

/** Runs what the command line says. Throws a UsageError when it says nothing that can be done. */
async function answer(words: string[]): Promise<Report> {
  const found = commands.find(({ name }) => `${words.join(' ')} `.startsWith(`${name} `));
  if (!found) {
    const text = overview();
    if (words.length === 0 || words.includes('--help')) return { json: { help: text }, text };
    throw new UsageError(`There is no command "${words.slice(0, 2).join(' ')}".`, text);
  }
  // Each command checks its own input, so here they can all be taken for one kind.
  const command = found as unknown as Command<unknown>;
  if (words.includes('--help')) return { json: { help: helpOf(command) }, text: helpOf(command) };
  return command.run(inputOf(command, words.slice(command.name.split(' ').length)));
}

function inputOf(command: Command<unknown>, args: string[]): unknown {
  const options = { ...parseArgsOptions(command.flags), json: { type: 'boolean' } } as const;
  try {
    const { values, positionals } = parseArgs({
      args,
      options,
      allowPositionals: command.argument !== undefined,
    });
    const { json: _, ...flags } = values as Record<string, unknown>;
    const [argument, ...more] = positionals;
    if (more.length > 0) throw new UsageError(`One ${command.argument} at a time.`);
    const name = command.argument?.toLowerCase();
    const given = name && argument !== undefined ? { ...flags, [name]: argument } : flags;
    const read = command.input.safeParse(given, { error: validationWords });
    if (read.success) return read.data;
    throw new UsageError(flagProblems(command, given, read.error));
  } catch (error) {
    throw new UsageError((error as Error).message, helpOf(command));
  }
}

/** 0: done. 1: it could not be done. 2: the command line makes no sense. */
async function main(words: string[]): Promise<number> {
  const json = words.includes('--json');
  try {
    const report = await answer(words);
    process.stdout.write(json ? `${JSON.stringify(report.json)}\n` : `${report.text.trimEnd()}\n`);
    return 0;
  } catch (error) {
    const problem =
      error instanceof Problem ? error.toJSON() : { detail: (error as Error).message || String(error) };
    const help = error instanceof UsageError && error.help ? `\n\n${error.help}` : '';
    process.stderr.write(json ? `${JSON.stringify(problem)}\n` : `${`${problem.detail}${help}`.trimEnd()}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
await closeDatabase();
