import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildFolder } from './build.mjs';

let root: string;

function write(file: string, text: string) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'cruxbook-build-'));
  write('app/page.tsx', 'page');
  write('lib/core/word.ts', 'word');
  write('lib/core/word.test.ts', 'test');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('the folder of a build', () => {
  test.each<[string, () => void, boolean]>([
    ['nothing changed', () => {}, false],
    ['a source changed', () => write('lib/core/word.ts', 'words'), true],
    ['a source was added', () => write('components/card.tsx', ''), true],
    ['a source was removed', () => rmSync(path.join(root, 'app/page.tsx')), true],
    ['a migration was added', () => write('prisma/migrations/2_second/migration.sql', ''), true],
    ['text moved from one file to the next', () => moveText(), true],
    ['only a test changed', () => write('lib/core/word.test.ts', 'tests'), false],
    ['only the docs changed', () => write('docs/architecture.md', 'plan'), false],
    ['only a time changed', () => utimesSync(path.join(root, 'app/page.tsx'), 1, 1), false],
  ])('when %s, is another: %#', (_, change, isAnother) => {
    const before = buildFolder(root);
    change();
    expect(buildFolder(root) !== before).toBe(isAnother);
  });
});

function moveText() {
  write('app/page.tsx', 'pa');
  write('lib/core/word.ts', 'geword');
}
