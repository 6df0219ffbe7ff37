import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
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
  await page.waitForTimeout(300);
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
