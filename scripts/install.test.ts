import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInstalled } from './install.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'cruxbook-install-'));
  mkdirSync(path.join(root, 'node_modules'));
});
afterEach(() => rmSync(root, { recursive: true }));

const wanted = {
  '': { name: 'cruxbook' },
  'node_modules/next': { version: '16.4.6' },
  'node_modules/vitest': { version: '4.1.12', dev: true },
  'node_modules/fsevents': { version: '2.3.3', optional: true },
};
const next = { 'node_modules/next': { version: '16.4.6' } };
const vitest = { 'node_modules/vitest': { version: '4.1.12' } };

test.each([
  ['nothing', undefined, { start: false, test: false }],
  ['what the app needs', next, { start: true, test: false }],
  ['what the tests need too', { ...next, ...vitest }, { start: true, test: true }],
  [
    'an older version',
    { ...vitest, 'node_modules/next': { version: '16.4.5' } },
    { start: false, test: false },
  ],
])('with %s installed it says %o for the app and for its tests', (_, installed, expected) => {
  writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  const receipt = path.join(root, 'node_modules/.package-lock.json');
  if (installed) writeFileSync(receipt, JSON.stringify({ packages: installed }));
  expect({ start: isInstalled(root, { dev: false }), test: isInstalled(root, { dev: true }) }).toEqual(
    expected,
  );
});
