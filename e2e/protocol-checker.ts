import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import type { OutsideChecker } from '@/lib/core/export/outside-checker.fixture';

interface Checked {
  passed: boolean;
  output: string;
}

/** Runs the protocol checker against a container, and the checker of annotations on all that it and every page gave. */
export async function checkedContainer(
  checker: OutsideChecker,
  container: string,
  { token, target }: { token: string; target: string },
): Promise<{ protocol: Checked; annotations: Checked }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cruxbook-protocol-'));
  try {
    const header = ['--header', `Authorization: Bearer ${token}`];
    const args = [container, ...header, '--target', target, '--save', folder];
    const protocol = await run(path.join(checker.home, 'wa-protocol-check.mjs'), args);
    const saved = readdirSync(folder).map(
      (name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const,
    );
    const files = new Map([...saved, ...(await pagesOf(container, token))]);
    return { protocol, annotations: checker.check(['wa-check.mjs', '--quiet'], files) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In a process of its own, which asks the server while this one waits. */
const run = (script: string, args: string[]): Promise<Checked> =>
  new Promise((resolve) =>
    execFile(process.execPath, [script, ...args], (error, stdout, stderr) =>
      resolve({ passed: error === null, output: stdout + stderr }),
    ),
  );

async function pagesOf(container: string, token: string): Promise<[string, string][]> {
  const pages: [string, string][] = [];
  for (let next: string | undefined = `${container}?page=0`; next; ) {
    const response: Response = await fetch(next, { headers: { authorization: `Bearer ${token}` } });
    const text = await response.text();
    pages.push([`page-${pages.length}.json`, text]);
    next = (JSON.parse(text) as { next?: string }).next;
  }
  return pages;
}

/** An address of the first "the" in a group's first text: the checker marks that word, which every text has many times. */
export async function targetIn(database: pg.Pool, group: string, site: string): Promise<string> {
  const { rows } = await database.query(
    `SELECT v.essay_id AS essay, v.number, v.text FROM essay_version v JOIN reading_list_entry l USING (essay_id)
     JOIN "group" g ON g.id = l.group_id WHERE g.slug = $1 ORDER BY l.position LIMIT 1`,
    [group],
  );
  const [{ essay, number, text }] = rows as [{ essay: string; number: number; text: string }];
  const start = [...text.slice(0, text.indexOf('the'))].length;
  return `${site}/api/v1/essays/${essay}/versions/${number}#char=${start},${start + 3}`;
}
