import { z } from 'zod';
import type { Contracts } from './contract';
import { endBlindPhase } from './end-blind-phase';
import { SignUpPolicy } from './site';
import { Timestamp } from './timestamp';

const email = z.string().trim().toLowerCase().pipe(z.email()).pipe(z.string().max(254));
/** Exact characters, nothing trimmed (ASVS 6.2.8); weak ones are refused by the server's list. */
const password = z.string().min(8).max(1000);
const name = z.string().trim().min(1).max(100);
/** IANA's name: "Europe/Zurich". */
const timeZone = z.string().max(60);

/** What a person chose for reading; every part has a default on the client. */
export const Settings = z.strictObject({
  theme: z.enum(['auto', 'light', 'sepia', 'dark', 'contrast']).optional(),
  fontSize: z.int().min(14).max(28).optional(),
  lineHeight: z.number().min(1.3).max(2.2).optional(),
  measure: z.int().min(40).max(80).optional(),
  font: z.enum(['serif', 'sans', 'hyperlegible', 'system']).optional(),
  highlights: z.enum(['all', 'mine', 'none']).optional(),
  /** Sentences that some marked and others did not have a bar beside them. */
  contested: z.boolean().optional(),
  /** Single-key shortcuts (WCAG 2.1.4). */
  shortcuts: z.boolean().optional(),
  /** Others see that you are reading, and roughly where. */
  presence: z.boolean().optional(),
  /** People whose words you rather do not see: they are folded away. Nobody is told. */
  hiddenPeople: z.array(z.uuid()).max(500).optional(),
});
export type Settings = z.infer<typeof Settings>;

/** Some of them; null takes a choice back. */
export const SettingsChange = Settings.extend({
  fontSize: Settings.shape.fontSize.nullable(),
  lineHeight: Settings.shape.lineHeight.nullable(),
  measure: Settings.shape.measure.nullable(),
});
export type SettingsChange = z.infer<typeof SettingsChange>;

export const Me = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string().nullable(),
  timeZone: z.string(),
  isAdmin: z.boolean(),
  hasPassword: z.boolean(),
  settings: Settings,
});
export type Me = z.infer<typeof Me>;

/** What a token opens: the feeds, all that its owner may read, or all that they may do. */
export const TokenScope = z.enum(['feed', 'read', 'write']);
export type TokenScope = z.infer<typeof TokenScope>;
export const ApiToken = z.object({
  id: z.uuid(),
  name: z.string(),
  scope: TokenScope,
  created: Timestamp,
  lastUsed: Timestamp.nullable(),
  expires: Timestamp.nullable(),
});
export type ApiToken = z.infer<typeof ApiToken>;

export const SessionInfo = z.object({
  id: z.uuid(),
  created: Timestamp,
  lastSeen: Timestamp,
  userAgent: z.string().nullable(),
  current: z.boolean(),
});
export type SessionInfo = z.infer<typeof SessionInfo>;

/** An account at an identity provider, by the name that the provider has for it. */
export const LinkedAccount = z.object({ id: z.uuid(), provider: z.string(), subject: z.string() });
export type LinkedAccount = z.infer<typeof LinkedAccount>;

export const accountContracts = {
  'POST /setup': {
    summary: 'Make the first administrator, with the one-time token the terminal printed',
    scope: 'public',
    body: z.strictObject({
      token: z.string().max(200),
      name,
      email,
      password,
      timeZone: timeZone.optional(),
      signUp: SignUpPolicy.default('invite'),
    }),
    output: Me,
    status: 201,
    secret: true,
    limit: 'sign-up',
  },
  'POST /users': {
    summary: 'Sign up: open where the site is open, otherwise with an invitation',
    scope: 'public',
    body: z.strictObject({
      name,
      email,
      password,
      timeZone: timeZone.optional(),
      invitation: z.string().max(200).optional(),
    }),
    output: Me,
    status: 201,
    secret: true,
    limit: 'sign-up',
  },
  'POST /session': {
    summary: 'Sign in with e-mail and password; the answer sets the session cookie',
    scope: 'public',
    body: z.strictObject({ email: z.string().max(254), password: z.string().max(1000) }),
    output: Me,
    secret: true,
    status: 201,
  },
  'GET /me': { summary: 'Who you are', scope: 'read', output: Me },
  'PATCH /me': {
    summary: 'Change your name, time zone or settings',
    scope: 'write',
    body: z.strictObject({
      name: name.optional(),
      timeZone: timeZone.optional(),
      settings: SettingsChange.optional(),
    }),
    output: Me,
    limit: 'edit',
  },
  'PUT /me/password': {
    summary: 'Change or set your password; other sessions end',
    scope: 'write',
    session: true,
    body: z.strictObject({ current: z.string().max(1000).optional(), password }),
    limit: 'sign-in',
  },
  'DELETE /me': {
    summary:
      'Delete your account; what you wrote for groups stays, without your name, but no positions. 409 where it would end a blind reading, unless told to',
    scope: 'write',
    session: true,
    body: z.strictObject({
      password: z.string().max(1000).optional(),
      confirm: z.literal(true),
      endBlindPhase,
    }),
    limit: 'sign-in',
  },
  'GET /me/sessions': {
    summary: 'Where you are signed in',
    scope: 'read',
    output: z.object({ items: z.array(SessionInfo) }),
  },
  'DELETE /me/sessions/{id}': {
    summary: 'Sign a session out, effective at its next request',
    scope: 'write',
    session: true,
    limit: 'edit',
  },
  'GET /me/accounts': {
    summary: 'Accounts at identity providers that you sign in with',
    scope: 'read',
    output: z.object({ items: z.array(LinkedAccount) }),
  },
  'DELETE /me/accounts/{id}': {
    summary: 'Sign in with that account no more; 409 when it is your only way in; other sessions end',
    scope: 'write',
    session: true,
    limit: 'edit',
  },
  'GET /me/tokens': {
    summary: 'Your API tokens',
    scope: 'read',
    output: z.object({ items: z.array(ApiToken) }),
  },
  'POST /me/tokens': {
    summary: 'Make an API token; it is shown once',
    scope: 'write',
    session: true,
    body: z.strictObject({
      name: z.string().trim().min(1).max(100),
      scope: TokenScope,
      days: z.int().min(1).max(3650).nullable().default(null),
    }),
    output: ApiToken.extend({ token: z.string() }),
    secret: true,
    status: 201,
    limit: 'edit',
  },
  'DELETE /me/tokens/{id}': { summary: 'Revoke an API token', scope: 'write', limit: 'edit' },
} satisfies Contracts;
