import { z } from 'zod';
import type { Contracts } from './contract';

/** `invite`: accounts come from invitations only. `open`: anybody may make one. */
export const SignUpPolicy = z.enum(['invite', 'open']);
export type SignUpPolicy = z.infer<typeof SignUpPolicy>;

/** What administrators decide for the whole site. */
export const Site = z.object({ signUp: SignUpPolicy });
export type Site = z.infer<typeof Site>;

export const siteContracts = {
  'GET /openapi.json': {
    summary: 'This description',
    scope: 'public',
    output: z.record(z.string(), z.unknown()),
  },
  'GET /site': { summary: 'How the site is set up, for administrators', scope: 'read', output: Site },
  'PATCH /site': {
    summary: 'Change how the site is set up: who may make an account',
    scope: 'write',
    body: z.strictObject({ signUp: SignUpPolicy.optional() }),
    output: Site,
    limit: 'edit',
  },
} satisfies Contracts;
