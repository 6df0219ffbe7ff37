import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Pool } from 'pg';
import { expect, type Person, type ReadingGroup, test } from './fixtures';

/** Attack strings that others collected; see the folder's SOURCES.md. Absent in a plain clone. */
const payloads = path.resolve(import.meta.dirname, '../../shared/payloads');
const read = (file: string): string[] => JSON.parse(readFileSync(path.join(payloads, file), 'utf8'));

/** Ours stand in for every kind of them, so that the test means something without the collection. */
const own = [
  '<script>window.__xss = 1</script>',
  '<img src=x onerror="window.__xss = 1">',
  '"><svg onload=window.__xss=1>',
  '<a href="javascript:window.__xss=1">click</a>',
  '[click](javascript:window.__xss=1)',
  '<style>*{display:none}</style>',
  '<iframe srcdoc="<script>parent.__xss=1</script>"></iframe>',
  '</title><script>window.__xss=1</script>',
];
const all = existsSync(payloads) ? [...own, ...read('xss.json'), ...read('blns.json')] : own;
/** PostgreSQL and the API refuse these by rule. */
const storable = all.filter((text) => text.trim() !== '' && text.isWellFormed() && !text.includes('\0'));

/** Anything that ran, or could run when clicked, is a failure. */
async function expectHarmless(page: Page) {
  const found = await page.evaluate(() => ({
    ran: (window as { __xss?: unknown }).__xss ?? null,
    handlers: [...document.querySelectorAll('main *, article *')].flatMap((element) =>
      [...element.attributes].filter(({ name }) => /^on/i.test(name)).map(({ name }) => name),
    ),
    links: [...document.querySelectorAll('a[href]')]
      .map((link) => (link as HTMLAnchorElement).protocol)
      // `:` is an address that no browser can parse, so nothing follows it.
      .filter((protocol) => !['http:', 'https:', 'mailto:', ':'].includes(protocol)),
    // React streams its own scripts, which carry the page's nonce.
    foreign: [...document.querySelectorAll('main :is(script, iframe, object, embed, style)')]
      .filter((element) => !(element as HTMLElement).nonce)
      .map((element) => element.outerHTML.slice(0, 200)),
  }));
  expect(found).toEqual({ ran: null, handlers: [], links: [], foreign: [] });
}

function watch(page: Page) {
  const wrong: string[] = [];
  page.on('dialog', (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^https?:$/.test(protocol) && hostname !== '127.0.0.1') wrong.push(`request: ${request.url()}`);
  });
  return wrong;
}

/** The content security policy would hide a hole in the sanitising: the judge is a page without one. */
test.use({ bypassCSP: true });

async function importAll(owner: Person, group: ReadingGroup, format: string) {
  const content = storable.join('\n\n');
  return owner.api<{ slug: string }>('POST', `/groups/${group.id}/essays`, {
    format,
    content,
    title: own[7],
  });
}

for (const format of ['text', 'markdown', 'html'])
  test(`a hostile essay in ${format} does nothing but be read`, async ({ signIn, groupOf }) => {
    test.setTimeout(120_000);
    const ann = await signIn('Ann', { bypassCSP: true });
    const group = await groupOf(ann);
    const { slug } = await importAll(ann, group, format);
    const wrong = watch(ann.page);
    await ann.page.goto(`/g/${group.slug}/${slug}`);
    await expectHarmless(ann.page);
    await ann.page.goto(`/g/${group.slug}`);
    await expectHarmless(ann.page);
    expect(wrong).toEqual([]);
  });

test('hostile comments, names and titles do nothing but be read', async ({ signIn, groupOf, database }) => {
  test.setTimeout(180_000);
  const ann = await signIn('Ann', { bypassCSP: true });
  const group = await groupOf(ann);
  const text = 'One sentence that everybody comments on. '.repeat(40);
  const essay = await ann.api<{ id: string; slug: string }>('POST', `/groups/${group.id}/essays`, {
    format: 'text',
    content: text,
    title: 'A patient text',
    authors: own,
  });
  // Many to a comment, so that all of them pass through Markdown, storage, API and page.
  const size = 60;
  for (let at = 0, nth = 0; at < storable.length; at += size, nth++) {
    const start = (nth % 30) * 41;
    await ann.api('POST', `/groups/${group.id}/essays/${essay.id}/annotations`, {
      target: { version: 1, selector: [{ type: 'TextPositionSelector', start, end: start + 20 }] },
      comment: {
        markdown: storable
          .slice(at, at + size)
          .join('\n\n')
          .slice(0, 19_000),
      },
    });
  }
  await database.query('UPDATE "user" SET name = $1 WHERE id = $2', [own[1], ann.id]);
  await database.query('UPDATE "group" SET name = $1, description = $2 WHERE id = $3', [
    own[0],
    own[2],
    group.id,
  ]);
  const wrong = watch(ann.page);
  for (const page of ['', '/members', '/settings', `/${essay.slug}`, `/${essay.slug}/annotations`]) {
    await ann.page.goto(`/g/${group.slug}${page}`);
    await expectHarmless(ann.page);
  }
  expect(wrong).toEqual([]);
});

/** A crowd of members and a long reading list, named by hostile texts; the API would take them one by one. */
async function nameAfter(database: Pool, group: ReadingGroup, texts: string[]) {
  const names = texts.map((text) => [...text].slice(0, 100).join(''));
  const titles = texts.map((text) => [...text].slice(0, 300).join(''));
  await database.query(
    `WITH person AS (
       INSERT INTO "user" (id, name) SELECT gen_random_uuid(), name FROM unnest($2::text[]) AS name RETURNING id
     ) INSERT INTO membership (group_id, user_id, role) SELECT $1, id, 'member' FROM person`,
    [group.id, names],
  );
  await database.query(
    `WITH titled AS (
       SELECT gen_random_uuid() AS id, title, nth FROM unnest($2::text[]) WITH ORDINALITY AS given (title, nth)
     ), essay AS (
       INSERT INTO essay (id, title, authors) SELECT id, title, ARRAY[title] FROM titled
     ), version AS (
       INSERT INTO essay_version (essay_id, number, document, text, sha256, words, source, importer)
       SELECT id, 1, $3::jsonb, 'Short.', id::text, 1, '', 'text' FROM titled
     ) INSERT INTO reading_list_entry (group_id, essay_id, slug, position) SELECT $1, id, id::text, nth FROM titled`,
    [
      group.id,
      titles,
      { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Short.' }] }] },
    ],
  );
}

test('hostile names and titles by the thousand do nothing but be read', async ({
  signIn,
  groupOf,
  database,
}) => {
  test.setTimeout(240_000);
  const ann = await signIn('Ann', { bypassCSP: true });
  const wrong = watch(ann.page);
  // Every fourth: rows with menus and fields cost a browser more than paragraphs do.
  const some = storable.filter((_, nth) => nth < own.length || nth % 4 === 0);
  const size = 1_250;
  for (let at = 0; at < some.length; at += size) {
    const group = await groupOf(ann);
    await nameAfter(database, group, some.slice(at, at + size));
    for (const page of ['/members', '']) {
      await ann.page.goto(`/g/${group.slug}${page}`, { timeout: 60_000 });
      await expectHarmless(ann.page);
    }
  }
  expect(wrong).toEqual([]);
});
