import { z } from 'zod';
import { TokenScope } from '@/lib/core/api/account';
import { makeApiToken } from '@/lib/server/auth/api-token';
import { personOf } from '@/lib/server/data/people';
import { visitor } from '@/lib/server/data/viewer';
import { command } from './command';

export const tokenCreate = command({
  name: 'token create',
  about: 'Make an API token for somebody. It is shown once.',
  flags: {
    email: { value: 'ADDRESS', about: 'of the account' },
    scope: { value: 'feed|read|write', about: 'what it may do; read unless told' },
    name: { value: 'NAME', about: 'to tell it from others' },
    days: { value: 'NUMBER', about: 'until it ends; never unless told' },
  },
  input: z.strictObject({
    email: z.string(),
    scope: TokenScope.default('read'),
    name: z.string().min(1).max(100).default('Command line'),
    days: z.coerce.number().int().min(1).max(3650).nullable().default(null),
  }),
  async run({ email, ...wish }) {
    const token = await makeApiToken(await personOf(visitor, email), wish);
    return { json: token, text: token.token };
  },
});
