import type { ParseArgsConfig } from 'node:util';
import type { z } from 'zod';

/** What a command tells: `json` to machines, `text` to people. */
export interface Report {
  json: unknown;
  text: string;
}

interface Flag {
  /** What the value is, e.g. "ADDRESS"; absent for a switch. */
  value?: string;
  about: string;
}

/** One command: `npm run cruxbook -- <name> …`. Flags are read by `input`, so what is not valid never runs. */
export interface Command<Input = never> {
  /** "group create"; where there is but one thing to do with it, one word. */
  name: string;
  about: string;
  /** Name of the one argument without a flag, if there is one; it arrives under this name in small letters. */
  argument?: string;
  flags: Record<string, Flag>;
  input: z.ZodType<Input>;
  run(input: Input): Promise<Report>;
}

/** Lets TypeScript infer the input of a command from its schema. */
export const command = <Input>(it: Command<Input>): Command<Input> => it;

/** A command line that makes no sense. The message is a sentence; people are shown the help below it. */
export class UsageError extends Error {
  override name = 'UsageError';
  readonly help: string;
  constructor(message: string, help = '') {
    super(message);
    this.help = help;
  }
}

/** What is wrong with the flags that were given, in one sentence for each. */
export function flagProblems(
  { flags, argument }: Pick<Command, 'flags' | 'argument'>,
  given: Record<string, unknown>,
  { issues }: z.ZodError,
): string {
  const sentences = issues.map(({ path: [name = ''], message }) => {
    const flag = flags[String(name)];
    const called = flag ? `--${String(name)}` : (argument ?? String(name));
    if (given[String(name)] === undefined)
      return flag ? `${called} is missing: ${flag.about}.` : `${called} is missing.`;
    return `${called}: ${message.replace(/\.$/, '')}.`;
  });
  return [...new Set(sentences)].join(' ');
}

export function parseArgsOptions(flags: Command['flags']): NonNullable<ParseArgsConfig['options']> {
  return Object.fromEntries(
    Object.entries(flags).map(([name, { value }]) => [name, { type: value ? 'string' : 'boolean' } as const]),
  );
}

/** The help of one command. */
export function helpOf({ name, about, argument, flags }: Omit<Command, 'input' | 'run'>): string {
  const lines = Object.entries(flags).map(([flag, { value, about }]) => {
    return `  ${`--${flag}${value ? ` ${value}` : ''}`.padEnd(26)} ${about}`;
  });
  const usage = `npm run cruxbook -- ${name}${argument ? ` ${argument}` : ''} [flags]`;
  return [about, '', usage, '', ...lines, `  ${'--json'.padEnd(26)} answer in JSON`, ''].join('\n');
}
