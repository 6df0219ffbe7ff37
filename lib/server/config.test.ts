import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ConfigError, config, parseConfig, withSecretFiles } from './config';
import { aboutSetting, type SettingName, Settings, settingNames } from './settings';

const oidc = {
  OIDC_ISSUER: 'https://id.example.org',
  OIDC_CLIENT_ID: 'cruxbook',
  OIDC_CLIENT_SECRET: 'hush',
  OIDC_NAME: 'School',
};

describe('parseConfig', () => {
  test('an empty environment is a complete configuration', () => {
    expect(parseConfig({})).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 3000,
      APP_URL: 'http://127.0.0.1:3000',
      CRUXBOOK_DATA: '.data',
      MAIL_FROM: 'Cruxbook <no-reply@127.0.0.1>',
      LOG_LEVEL: 'info',
      RATE_LIMIT_FACTOR: 1,
      PG_POOL: 10,
      ALLOW_INSECURE_HTTP: false,
      TRUSTED_PROXIES: [],
    });
  });

  test('an empty variable counts as not set', () => {
    expect(parseConfig({ PORT: '', APP_URL: '', SMTP_URL: '' })).toEqual(parseConfig({}));
  });

  test.each([
    [{ PORT: '8080' }, 'http://127.0.0.1:8080'],
    [{ HOST: '0.0.0.0' }, 'http://127.0.0.1:3000'],
    [{ HOST: '::1' }, 'http://[::1]:3000'],
    [{ HOST: 'localhost', PORT: '81' }, 'http://localhost:81'],
    [{ APP_URL: 'https://read.example.org/' }, 'https://read.example.org'],
    [{ APP_URL: 'http://read.lan:80', ALLOW_INSECURE_HTTP: '1' }, 'http://read.lan'],
  ])('%j is reached at %s', (env, url) => {
    expect(parseConfig(env).APP_URL).toBe(url);
  });

  test.each<[SettingName, string]>([
    ['DATABASE_URL', 'mysql://127.0.0.1/essays'],
    ['HOST', 'http://127.0.0.1'],
    ['HOST', '300.1.1.1'],
    ['HOST', 'reader@here'],
    ['PORT', '0'],
    ['PORT', '3000.5'],
    ['PORT', '65536'],
    ['PORT', 'http'],
    ['APP_URL', 'read.example.org'],
    ['APP_URL', 'https://example.org/read'],
    ['AUTH_SECRET', 'too short'],
    ['SMTP_URL', 'https://mail.example.org'],
    ['MAIL_FROM', 'nobody'],
    ['MAIL_FROM', 'a@b.example\nBcc: c@d.example'],
    ['OIDC_ISSUER', 'id.example.org'],
    ['LOG_LEVEL', 'loud'],
    ['RATE_LIMIT_FACTOR', '0'],
    ['RATE_LIMIT_FACTOR', 'none'],
    ['PG_POOL', '-1'],
    ['ARGON2_MEMORY_KIB', '1024'],
    ['ALLOW_INSECURE_HTTP', 'yes'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', 'localhost'],
  ])('%s = %j is refused with what is expected', (name, value) => {
    const { expects, secret } = aboutSetting(name);
    const message = secret
      ? `The value of ${name} is not shown here, but it must be ${expects}.`
      : `${name} is "${value}", but must be ${expects}.`;
    expect(() => parseConfig({ [name]: value })).toThrow(new ConfigError(message));
  });

  test('all that is wrong is said at once', () => {
    expect(() => parseConfig({ PORT: 'x', PG_POOL: 'y' })).toThrow(/PORT is "x".*\nPG_POOL is "y"/);
  });

  test('plain http is for this machine only', () => {
    expect(() => parseConfig({ HOST: '192.168.1.5' })).toThrow(/APP_URL is "http:\/\/192\.168\.1\.5:3000"/);
    expect(() => parseConfig({ APP_URL: 'http://read.lan' })).toThrow(/ALLOW_INSECURE_HTTP=1/);
  });

  test('OIDC settings are given all or none', () => {
    expect(parseConfig(oidc)).toMatchObject(oidc);
    expect(() => parseConfig({ ...oidc, OIDC_NAME: '' })).toThrow(
      /^OIDC_NAME is not set.* OIDC_ISSUER is set/,
    );
  });

  test('proxies are addresses and networks of both families', () => {
    const entries = ['127.0.0.1', '10.0.0.0/8', '::1', 'fd00::/8'];
    expect(parseConfig({ TRUSTED_PROXIES: entries.join(', ') }).TRUSTED_PROXIES).toEqual(entries);
  });
});

describe('config', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'cruxbook-config-'));
    vi.stubEnv('CRUXBOOK_DATA', folder);
    vi.stubEnv('DATABASE_URL', 'postgresql://127.0.0.1/essays');
    vi.stubEnv('AUTH_SECRET', '');
    Reflect.deleteProperty(globalThis, 'cruxbookConfig');
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    Reflect.deleteProperty(globalThis, 'cruxbookConfig');
    rmSync(folder, { recursive: true });
  });

  test('makes a secret once, for its owner only, and keeps it', () => {
    const first = config().AUTH_SECRET;
    expect(first).toMatch(/^[\w-]{44}$/);
    expect(statSync(path.join(folder, 'auth-secret')).mode & 0o777).toBe(0o600);
    Reflect.deleteProperty(globalThis, 'cruxbookConfig');
    expect(config().AUTH_SECRET).toBe(first);
  });

  test('is read once', () => {
    expect(config()).toBe(config());
  });

  test('says that there is no database', () => {
    vi.stubEnv('DATABASE_URL', '');
    expect(() => config()).toThrow(/DATABASE_URL is not set/);
  });

  test('a secret may come from a file, other settings may not', () => {
    const file = path.join(folder, 'secret');
    writeFileSync(file, 'smtp://mail.example.org\n');
    const env = withSecretFiles({ SMTP_URL_FILE: file, PORT_FILE: file });
    expect(env).toMatchObject({ SMTP_URL: 'smtp://mail.example.org' });
    expect(env).not.toHaveProperty('PORT');
    expect(() => withSecretFiles({ SMTP_URL_FILE: '/nowhere' })).toThrow(/^SMTP_URL_FILE is "\/nowhere"/);
  });
});

test('docs/self-hosting.md describes exactly these settings', () => {
  const rows = readFileSync('docs/self-hosting.md', 'utf8').matchAll(
    /^\| `([A-Z0-9_]+)` *\| (.*?) *\| (.*?) *\|$/gm,
  );
  const described = Array.from(rows, ([, name, byDefault, description]) => ({
    name,
    byDefault,
    description,
  }));
  expect(described).toEqual(
    settingNames.map((name) => {
      const { description, unset } = aboutSetting(name);
      return {
        name,
        byDefault: unset ?? `\`${Settings.shape[name].safeParse(undefined).data}\``,
        description,
      };
    }),
  );
});
