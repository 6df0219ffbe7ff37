import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { outsideChecker } from '@/lib/core/export/outside-checker.fixture';
import { expect, type Person, type ReadingGroup, test } from './fixtures';

const checker = outsideChecker('web-annotation');

const tokenOf = async (
  { id }: Person,
  database: { query: (sql: string, values: unknown[]) => Promise<unknown> },
) => {
  const token = Buffer.from(id + id).toString('base64url');
  await database.query(
    `INSERT INTO api_token (id, user_id, name, token_hash, scope) VALUES (gen_random_uuid(), $1, 'checker', $2, 'write')`,
    [id, createHash('sha256').update(token).digest('base64url')],
  );
  return token;
};

interface Checked {
  passed: boolean;
  output: string;
}

/** Runs the protocol checker against a container, and the checker of annotations on all that it and every page gave. */
async function checked(container: string, token: string, target: string): Promise<[Checked, Checked]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cruxbook-protocol-'));
  try {
    const args = [
      container,
      '--header',
      `Authorization: Bearer ${token}`,
      '--target',
      target,
      '--save',
      folder,
    ];
    const protocol = await run('wa-protocol-check.mjs', args);
    const saved = readdirSync(folder).map(
      (name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const,
    );
    const files = new Map([...saved, ...(await pagesOf(container, token))]);
    return [protocol, checker.check(['wa-check.mjs', '--quiet'], files)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In a process of its own, which asks the server while this one waits. */
const run = (script: string, args: string[]): Promise<Checked> =>
  new Promise((resolve) =>
    execFile(process.execPath, [path.join(checker.home, script), ...args], (error, stdout, stderr) =>
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

/** An address of the first "the" in a version: the checker marks that word, which every text has many times. */
function targetIn(
  site: string,
  { essay, number, text }: { essay: string; number: number; text: string },
): string {
  const start = [...text.slice(0, text.indexOf('the'))].length;
  return `${site}/api/v1/essays/${essay}/versions/${number}#char=${start},${start + 3}`;
}

test.describe(`../shared/tools/web-annotation ${checker.missing ?? ''}`, () => {
  test.skip(checker.missing !== null, checker.missing ?? '');
  test.setTimeout(300_000);

  test('finds every MUST of the protocol kept by the sample group', async ({ signIn, database, baseURL }) => {
    const ann = await signIn('Ann');
    await database.query(
      `INSERT INTO membership (group_id, user_id, role) SELECT id, $1, 'member' FROM "group" WHERE slug = 'sample'`,
      [ann.id],
    );
    const { rows } = await database.query(
      `SELECT v.essay_id AS essay, v.number, v.text FROM essay_version v JOIN reading_list_entry l USING (essay_id)
       JOIN "group" g ON g.id = l.group_id WHERE g.slug = 'sample' ORDER BY l.position LIMIT 1`,
    );
    const token = await tokenOf(ann, database);
    const [protocol, annotations] = await checked(
      `${baseURL}/wa/sample/`,
      token,
      targetIn(baseURL!, rows[0]),
    );
    expect(protocol.output).toContain('MUST: 58/58');
    expect(annotations.output).toMatch(/^\d{3,} passed, 0 failed\n$/);
  });

  test('and by a group that reads several long texts, with threads', async ({
    signIn,
    groupOf,
    database,
    baseURL,
  }) => {
    const corpus = path.resolve('../shared/corpus');
    test.skip(!existsSync(corpus), 'there is no ../shared/corpus');
    const [mo, ann] = [await signIn('Mo'), await signIn('Ann')];
    const group = await groupOf(mo, ann);
    for (const name of readdirSync(corpus)
      .filter((file) => file.endsWith('.txt'))
      .slice(0, 3))
      await discuss([mo, ann], group, readFileSync(path.join(corpus, name), 'utf8'));
    const { rows } = await database.query(
      'SELECT v.essay_id AS essay, v.number, v.text FROM essay_version v JOIN reading_list_entry l USING (essay_id) WHERE l.group_id = $1 LIMIT 1',
      [group.id],
    );
    const container = `${baseURL}/wa/${group.slug}/`;
    const [protocol, annotations] = await checked(
      container,
      await tokenOf(ann, database),
      targetIn(baseURL!, rows[0]),
    );
    expect(protocol.output).toContain('MUST: 58/58');
    expect(annotations.output).toMatch(/^\d{3,} passed, 0 failed\n$/);
  });
});

/** Forty overlapping marks, every fourth with an answer and one to that. */
async function discuss([mo, ann]: [Person, Person], group: ReadingGroup, content: string): Promise<void> {
  const essay = await mo.api<{ slug: string }>('POST', `/groups/${group.id}/essays`, {
    format: 'text',
    content,
  });
  for (let i = 0; i < 40; i++) {
    const position = { type: 'TextPositionSelector', start: i * 37, end: i * 37 + 60 + (i % 5) };
    const { id } = await (i % 2 ? ann : mo).api<{ id: string }>(
      'POST',
      `/groups/${group.id}/essays/${essay.slug}/annotations`,
      {
        target: { version: 1, selector: [position] },
        tags: [['claim'], ['crux'], [], ['claim', 'failure-mode']][i % 4],
        ...(i % 3 && { comment: { markdown: `Is *this* so? 🧭 ${i}` } }),
      },
    );
    if (i % 4) continue;
    const path = `/annotations/${id}/replies`;
    const reply = await ann.api<{ id: string }>('POST', path, { comment: { markdown: 'It is > that.' } });
    await mo.api('POST', path, { parent: reply.id, comment: { markdown: '如此。' } });
  }
}

test('an essay names the container of its group, and its version is bare text to whoever asks for that', async ({
  page,
  request,
}) => {
  await page.goto('/g/sample');
  await expect(page.locator('link[type="application/atom+xml"]')).toHaveCount(1);
  await page.getByRole('link', { name: 'Corpus', exact: true }).click();
  const feed = await request.get(
    (await page.getByRole('link', { name: 'Atom feed' }).getAttribute('href')) ?? '',
  );
  expect(await feed.text()).toContain('<feed xmlns="http://www.w3.org/2005/Atom"');
  const { items: essays } = await (await request.get('/api/v1/groups/sample/essays')).json();
  const response = await page.goto(`/g/sample/${essays[0].slug}`);
  const service = 'http://www.w3.org/ns/oa#annotationService';
  expect(await response?.headerValue('link')).toContain(`/wa/sample/>; rel="${service}"`);
  const container = await page.locator(`link[rel="${service}"]`).getAttribute('href');
  const items = (await (await request.get(container ?? '')).json()).first.items;
  const source = items.find((item: { target: object }) => 'source' in item.target).target.source.id;
  const text = await request.get(source, { headers: { accept: 'text/plain' } });
  expect(text.headers()['content-type']).toBe('text/plain; charset=utf-8');
  expect((await request.get('/g/sample/', { maxRedirects: 0 })).status()).toBe(308);
});

test('a moderator sets up a webhook, tests it, reads in the log what came of it, and deletes it', async ({
  signIn,
  groupOf,
}) => {
  const mo = await signIn('Mo');
  const group = await groupOf(mo);
  const { page } = mo;
  await page.goto(`/g/${group.slug}/settings`);
  const section = page.getByRole('region', { name: 'Webhooks' });
  await section.getByLabel('Address to tell').fill('http://hooks.example/');
  await section.getByRole('button', { name: 'Add webhook' }).click();
  await expect(section.getByText('begin with https://')).toBeVisible();
  await section.getByLabel('Address to tell').fill('https://127.0.0.1:9/hook');
  await section.getByRole('button', { name: 'Add webhook' }).click();
  await expect(section.getByText('Give an address on the Internet')).toBeVisible();
  // A name that leads nowhere (RFC 6761).
  await section.getByLabel('Address to tell').fill('https://nobody.invalid/hook');
  await section.getByRole('button', { name: 'Add webhook' }).click();
  await expect(section.getByLabel('Messages are signed')).toHaveValue(/^whsec_/);
  const row = section.getByRole('listitem', { name: 'https://nobody.invalid/hook' });
  await row.getByText('Log').click();
  await expect(row.getByText('Nothing was sent yet.')).toBeVisible();
  await row.getByRole('button', { name: 'Send a test' }).click();
  await expect(row.getByText(/^The test did not arrive: no /)).toBeVisible({ timeout: 30_000 });
  await expect(row.getByText(/^Waits for another try/)).toBeVisible({ timeout: 30_000 });
  await row.getByRole('button', { name: 'New secret' }).click();
  const question = page.getByRole('dialog', { name: 'Make a new secret?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(row.getByLabel('Messages are signed')).toHaveCount(0);
  await row.getByRole('button', { name: 'New secret' }).click();
  await question.getByRole('button', { name: 'Make a new secret' }).click();
  await expect(row.getByLabel('Messages are signed')).toHaveValue(/^whsec_/);
  await row.getByRole('button', { name: 'Turn off' }).click();
  await expect(row.getByText('Turned off')).toBeVisible();
  await row.getByRole('button', { name: 'Delete' }).click();
  await expect(row).toHaveCount(0);
});
