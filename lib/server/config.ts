import 'server-only';
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { isThisMachine } from '@/lib/core/access/this-machine';
import { aboutSetting, type SettingName, Settings, settingNames } from './settings';

type Parsed = z.infer<typeof Settings> & { APP_URL: string; MAIL_FROM: string };
export type Config = Parsed & { DATABASE_URL: string; AUTH_SECRET: string };
type Environment = Readonly<Record<string, string | undefined>>;

/** Says which settings are wrong, one sentence a line, and never shows a secret. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Reads settings from environment variables; an empty one counts as not set. Throws ConfigError. */
export function parseConfig(env: Environment): Parsed {
  const given = Object.fromEntries(settingNames.map((name) => [name, env[name] || undefined]));
  const parsed = Settings.safeParse(given);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => issue.path[0] as SettingName));
    throw new ConfigError([...names].map((name) => complaint(name, env[name])).join('\n'));
  }
  const settings = parsed.data;
  const APP_URL = new URL(settings.APP_URL ?? `http://${reachableHost(settings.HOST)}:${settings.PORT}`)
    .origin;
  const MAIL_FROM = settings.MAIL_FROM ?? `Cruxbook <no-reply@${new URL(APP_URL).hostname}>`;
  refuseHalfOidc(settings);
  if (!settings.ALLOW_INSECURE_HTTP) refuseInsecure(APP_URL);
  return { ...settings, APP_URL, MAIL_FROM };
}

function complaint(name: SettingName, value: string | undefined): string {
  const { expects, secret } = aboutSetting(name);
  const shown = secret ? `The value of ${name} is not shown here, but it` : `${name} is "${value}", but`;
  return `${shown} must be ${expects}.`;
}

/** The host in the address that a browser on this machine would use. */
function reachableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

function refuseHalfOidc(settings: z.infer<typeof Settings>): void {
  const names = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME'] as const;
  const missing = names.filter((name) => settings[name] === undefined);
  if (missing.length === 0 || missing.length === names.length) return;
  const present = names.find((name) => settings[name] !== undefined);
  throw new ConfigError(
    missing
      .map(
        (name) => `${name} is not set, but must be ${aboutSetting(name).expects}, since ${present} is set.`,
      )
      .join('\n'),
  );
}

function refuseInsecure(appUrl: string): void {
  if (appUrl.startsWith('https:') || isThisMachine(appUrl)) return;
  throw new ConfigError(
    `APP_URL is "${appUrl}", but must begin with https: when it is not this machine, since passwords would travel ` +
      'in clear. ALLOW_INSECURE_HTTP=1 allows it nevertheless.',
  );
}

// Next loads this module once per bundle; one process has one configuration.
const store = globalThis as unknown as { cruxbookConfig?: Config };

/** The settings of this process. Throws ConfigError at the first call when one is wrong. */
export function config(): Config {
  store.cruxbookConfig ??= readConfig();
  return store.cruxbookConfig;
}

function readConfig(): Config {
  const settings = parseConfig(withSecretFiles(process.env));
  const { DATABASE_URL } = settings;
  if (!DATABASE_URL)
    throw new ConfigError(
      'DATABASE_URL is not set. `npm start` sets it; without it, give the address of a PostgreSQL.',
    );
  return {
    ...settings,
    DATABASE_URL,
    AUTH_SECRET: settings.AUTH_SECRET ?? ownSecret(settings.CRUXBOOK_DATA),
  };
}

/** A secret may lie in a file that NAME_FILE names, as container platforms provide it. */
export function withSecretFiles(env: Environment): Environment {
  const files = settingNames
    .filter((name) => aboutSetting(name).secret && !env[name] && env[`${name}_FILE`])
    .map((name) => [name, readSecret(`${name}_FILE`, env[`${name}_FILE`] ?? '')]);
  return { ...env, ...Object.fromEntries(files) };
}

function readSecret(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new ConfigError(`${name} is "${file}", but must be a file that can be read.`);
  }
}

/** The secret of this data folder, made at first use. */
function ownSecret(folder: string): string {
  const file = path.join(folder, 'auth-secret');
  const draft = `${file}.${process.pid}`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    return readFileSync(file, 'utf8');
  } catch {
    writeFileSync(draft, randomBytes(33).toString('base64url'), { mode: 0o600 });
  }
  try {
    // Whole or not at all, and the first wins, when several instances begin at once.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8');
}
