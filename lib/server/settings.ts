import { BlockList, isIP } from 'node:net';
import { z } from 'zod';

/** What the documentation and the error messages say about a setting. */
export interface About {
  description: string;
  /** Completes "… must be". */
  expects: string;
  /** What holds when it is not set, where the schema's own default does not say it. */
  unset?: string;
  /** Its value is never shown, and NAME_FILE may name a file that holds it. */
  secret?: boolean;
}

const about = (text: About) => ({ ...text });
const wholeNumber = (from: number, to: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(from).max(to));
const address = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol));
const flag = z.enum(['0', '1']).transform((text) => text === '1');
const list = z.string().transform((text) => text.split(',').map((part) => part.trim()));

/** All settings, by the names of their environment variables. */
export const Settings = z.object({
  DATABASE_URL: address('postgres:', 'postgresql:')
    .optional()
    .meta(
      about({
        description: 'The PostgreSQL (15 or newer, with `pg_trgm`) to use instead of the embedded one.',
        expects: 'an address such as postgresql://user:password@host:5432/name',
        unset: 'embedded PostgreSQL',
        secret: true,
      }),
    ),
  HOST: z
    .string()
    .refine((text) => isIP(text) !== 0 || (!/[\s/:?#@]/.test(text) && URL.canParse(`http://${text}`)))
    .default('127.0.0.1')
    .meta(
      about({
        description: 'The network address to listen on. `0.0.0.0` is every one of this machine.',
        expects: 'a host name or IP address, without port',
      }),
    ),
  PORT: wholeNumber(1, 65535)
    .default(3000)
    .meta(about({ description: 'The port to listen on.', expects: 'a whole number from 1 to 65535' })),
  APP_URL: address('http:', 'https:')
    .transform((text) => text.replace(/\/+$/, ''))
    .refine((text) => new URL(text).pathname === '/')
    .optional()
    .meta(
      about({
        description: 'The address under which people reach the app; links and sign-in depend on it.',
        expects: 'an address such as https://read.example.org, without a path',
        unset: '`http://HOST:PORT`',
      }),
    ),
  CRUXBOOK_DATA: z
    .string()
    .default('.data')
    .meta(
      about({ description: 'The folder of the embedded database and its secrets.', expects: 'a folder' }),
    ),
  AUTH_SECRET: z
    .string()
    .min(32)
    .optional()
    .meta(
      about({
        description:
          'Signs cookies, links in mail and messages of webhooks, which need new secrets when it changes. The same for all instances of one installation.',
        expects: 'at least 32 random characters, for instance from `openssl rand -base64 33`',
        unset: 'made once, kept in CRUXBOOK_DATA',
        secret: true,
      }),
    ),
  SMTP_URL: address('smtp:', 'smtps:')
    .optional()
    .meta(
      about({
        description: 'The mail server. Turns on sign-in by mail and mailed inboxes.',
        expects: 'an address such as smtps://user:password@mail.example.org',
        unset: 'no mail',
        secret: true,
      }),
    ),
  MAIL_FROM: z
    .string()
    .regex(/^[^@\r\n]+@[^@\s]+$/)
    .optional()
    .meta(
      about({
        description: 'The sender of our mail.',
        expects: 'an address such as Cruxbook <read@example.org>',
        unset: '`Cruxbook <no-reply@HOST>`',
      }),
    ),
  OIDC_ISSUER: address('http:', 'https:')
    .optional()
    .meta(
      about({
        description: 'An OpenID Connect provider to sign in with. The four `OIDC_` settings go together.',
        expects: "the provider's address such as https://id.example.org",
        unset: 'no such sign-in',
      }),
    ),
  OIDC_CLIENT_ID: z
    .string()
    .optional()
    .meta(about({ description: 'Our name at the provider.', expects: 'the client id', unset: '–' })),
  OIDC_CLIENT_SECRET: z
    .string()
    .optional()
    .meta(
      about({
        description: 'Our secret at the provider.',
        expects: 'the client secret',
        unset: '–',
        secret: true,
      }),
    ),
  OIDC_NAME: z
    .string()
    .max(40)
    .optional()
    .meta(
      about({
        description: 'What the sign-in button calls the provider.',
        expects: 'a name of at most 40 characters',
        unset: '–',
      }),
    ),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .meta(
      about({
        description: 'How much the log says.',
        expects: 'one of fatal, error, warn, info, debug, trace, silent',
      }),
    ),
  RATE_LIMIT_FACTOR: z
    .string()
    .transform(Number)
    .pipe(z.number().positive())
    .default(1)
    .meta(
      about({
        description: 'Multiplies every limit on how often somebody may do something.',
        expects: 'a number above 0',
      }),
    ),
  PG_POOL: wholeNumber(1, 1000)
    .default(10)
    .meta(
      about({
        description: 'Database connections of this instance at most; exports take no more than half of them.',
        expects: 'a whole number from 1 to 1000',
      }),
    ),
  ARGON2_MEMORY_KIB: wholeNumber(19456, 4194304)
    .default(65536)
    .meta(
      about({
        description: 'Memory for one password check (argon2id). 19456 suits a tiny machine.',
        expects: 'a whole number from 19456 to 4194304',
      }),
    ),
  ARGON2_PASSES: wholeNumber(2, 100)
    .default(3)
    .meta(about({ description: 'Passes over that memory.', expects: 'a whole number from 2 to 100' })),
  ARGON2_PARALLELISM: wholeNumber(1, 64)
    .default(1)
    .meta(about({ description: 'Threads for one check.', expects: 'a whole number from 1 to 64' })),
  ARGON2_CONCURRENCY: wholeNumber(1, 64)
    .default(4)
    .meta(about({ description: 'Checks at the same time.', expects: 'a whole number from 1 to 64' })),
  ALLOW_INSECURE_HTTP: flag.default(false).meta(
    about({
      description: '`1` allows an APP_URL with http: that is not this machine: passwords travel in clear.',
      expects: '0 or 1',
      unset: '`0`',
    }),
  ),
  WEBHOOKS_TO_PRIVATE_NETWORKS: flag.default(false).meta(
    about({
      description:
        '`1` lets webhooks call this machine and its neighbours, and http: addresses: whoever moderates a group may then make the server call them.',
      expects: '0 or 1',
      unset: '`0`',
    }),
  ),
  TRUSTED_PROXIES: list
    .refine((entries) => entries.every(isNetwork))
    .default([])
    .meta(
      about({
        description: 'Proxies whose `X-Forwarded-For` is believed.',
        expects: 'IP addresses or networks with commas between, such as 127.0.0.1,10.0.0.0/8',
        unset: 'nobody',
      }),
    ),
});

function isNetwork(entry: string): boolean {
  const [ip = '', prefix] = entry.split('/');
  const family = isIP(ip);
  if (family === 0 || prefix === undefined) return family !== 0;
  try {
    new BlockList().addSubnet(ip, Number(prefix), family === 6 ? 'ipv6' : 'ipv4');
    return /^\d+$/.test(prefix);
  } catch {
    return false;
  }
}

/** What is known about a setting besides its schema. */
export function aboutSetting(name: SettingName): About {
  return Settings.shape[name].meta() as unknown as About;
}

export type SettingName = keyof typeof Settings.shape;
export const settingNames = Object.keys(Settings.shape) as SettingName[];
