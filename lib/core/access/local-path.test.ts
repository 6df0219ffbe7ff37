import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localPath } from './local-path';

const site = 'https://essays.example';
const staysHere = (target: string) => new URL(target, `${site}/sign-in`).origin === site;

describe('a path on this site is kept', () => {
  test.each([
    '/',
    '/g/sample',
    '/g/sample/essay?by=ann&tag=crux#a-1',
    '/invite/AbC-_9',
    '/g/ünïcode/é',
    '/a//b',
  ])('%s', (wish) => {
    expect(new URL(localPath(wish, '/no'), site).href).toBe(new URL(wish, site).href);
  });
});

describe('anything else becomes the fallback', () => {
  test.each([
    ['nothing', undefined],
    ['a list, as from a repeated parameter', ['/a', '/b']],
    ['another site', 'https://evil.example/'],
    ['a site by scheme-relative address', '//evil.example'],
    ['a backslash, which browsers read as a slash', '/\\evil.example'],
    ['a tab that browsers drop', '/\t/evil.example'],
    ['a line break that browsers drop', '/\n/evil.example'],
    ['dots that leave two slashes', '/..//evil.example'],
    ['dots and a backslash', '/.\\\\evil.example'],
    ['a script', 'javascript:alert(1)'],
    ['a relative path', 'g/sample'],
    ['an empty wish', ''],
  ])('%s', (_, wish) => {
    expect(localPath(wish, '/here')).toBe('/here');
  });
});

/** From PayloadsAllTheThings (MIT) and fuzzdb. */
test('no known open-redirect payload leaves the site', () => {
  const file = path.join(import.meta.dirname, 'open-redirect.payloads.json');
  const payloads: string[] = JSON.parse(readFileSync(file, 'utf8'));
  expect(payloads.length).toBeGreaterThan(300);
  const variants = payloads.flatMap((payload) => [payload, `/${payload}`, `/..${payload}`]);
  expect(variants.filter((wish) => !staysHere(localPath(wish)))).toEqual([]);
});

test('no string at all leaves the site, and what is kept is kept again', () => {
  const tricky = fc.string({
    unit: fc.constantFrom('/', '\\', '.', '\t', '\n', '@', ':', '?', '#', 'e', '%', '2', 'f', ' '),
  });
  fc.assert(
    fc.property(
      fc.oneof(
        tricky,
        tricky.map((rest) => `/${rest}`),
        fc.string(),
      ),
      (wish) => {
        const path = localPath(wish);
        expect(staysHere(path)).toBe(true);
        expect(localPath(path)).toBe(path);
      },
    ),
    { numRuns: 2000 },
  );
});
