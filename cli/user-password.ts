import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { z } from 'zod';
import { accountContracts } from '@/lib/core/api/account';
import { replacePassword } from '@/lib/server/auth/change-password';
import { personOf } from '@/lib/server/data/people';
import { visitor } from '@/lib/server/data/viewer';
import { command, UsageError } from './command';

const { password: Password } = accountContracts['PUT /me/password'].body.shape;

export const userPassword = command({
  name: 'user password',
  about: 'Set a new password for somebody, read from standard input. They are signed out everywhere.',
  flags: { email: { value: 'ADDRESS', about: 'of the account' } },
  input: z.strictObject({ email: z.string() }),
  async run({ email }) {
    const person = await personOf(visitor, email);
    const password = Password.safeParse(await lineOf(`New password for ${email}: `));
    if (!password.success) throw new UsageError('A password has at least 8 characters and at most 1000.');
    await replacePassword(person, password.data);
    const { id, name } = person.user!;
    return { json: { id, name }, text: `${name} signs in with the new password from now on.` };
  },
});

/** The first line of standard input. At a terminal it is asked for, and not shown while it is typed. */
async function lineOf(question: string): Promise<string> {
  const { stdin, stderr } = process;
  if (stdin.isTTY) stderr.write(question);
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output, terminal: stdin.isTTY });
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
    if (stdin.isTTY) stderr.write('\n');
  }
}
