import type { Page, Route } from '@playwright/test';
import { expect, test } from './fixtures';

/** Puts both flavours on the clipboard of a paste, as browsers and word processors do. */
const paste = (page: Page, flavours: Record<string, string>) =>
  page.getByLabel('Text', { exact: true }).evaluate((box, given) => {
    const data = new DataTransfer();
    for (const [type, text] of Object.entries(given)) data.setData(type, text);
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, flavours);

test('the same text twice leads to the essay that is there', async ({ signIn, groupOf, essayIn }) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  const group = await groupOf(ann);
  const path = await essayIn(ann, group, '# The tide\n\nIt comes twice a day.');
  await page.goto(`/g/${group.slug}/add`);
  await page.getByLabel('Text', { exact: true }).fill('# The tide\n\nIt comes twice a day.');
  await page.getByLabel('Format').selectOption('markdown');
  await page.getByRole('button', { name: 'Add to the reading list' }).click();
  const refusal = page.getByRole('alert').filter({ hasText: '“The tide” on this list has the same text.' });
  await refusal.getByRole('link', { name: 'Read it' }).click();
  await expect(page).toHaveURL(path);
});

test('files are read by their name, and one of 5 MB is refused before it is sent', async ({
  signIn,
  groupOf,
}) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  const group = await groupOf(ann);
  await page.goto(`/g/${group.slug}/add`);
  const file = page.locator('input[type=file]');
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
  await file.setInputFiles({
    name: 'big.txt',
    mimeType: 'text/plain',
    buffer: Buffer.alloc(5_000_000, 'word '),
  });
  await expect(page.getByText('big.txt is 5 MB. The limit is 1.5 MB.')).toBeVisible();
  await file.setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') });
  await expect(page.getByText('only .txt, .md and .html files can be read')).toBeVisible();
  expect(sent).toEqual([]);

  for (const [name, content, title] of [
    ['a.md', '# From Markdown\n\n- one\n- two', 'From Markdown'],
    ['b.html', '<h1>From HTML</h1><p>One <em>two</em>.</p>', 'From HTML'],
  ] as const) {
    await page.goto(`/g/${group.slug}/add`);
    await file.setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
    const preview = page.getByRole('region', { name: 'Preview' });
    await expect(preview.getByRole('heading', { name: title })).toBeVisible();
    await page.getByRole('button', { name: 'Add to the reading list' }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }
});

test('a paste keeps its formatting, unless the plain text is wanted', async ({ signIn, groupOf }) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  const group = await groupOf(ann);
  await page.goto(`/g/${group.slug}/add`);
  const box = page.getByLabel('Text', { exact: true });
  await paste(page, {
    'text/plain': 'Tides\nTwice a day.',
    'text/html': '<h2>Tides</h2><p>Twice a day.</p>',
  });
  await expect(page.getByLabel('Format')).toHaveValue('html');
  await page.getByRole('button', { name: 'Use plain text instead' }).click();
  await expect(box).toHaveValue('Tides\nTwice a day.');
  await expect(page.getByLabel('Format')).toHaveValue('text');
  await box.fill('');
  await paste(page, { 'text/plain': '# Tides\n\nTwice a day.' });
  await expect(page.getByLabel('Format')).toHaveValue('markdown');
});

test('what is told of a text goes when the text is discarded', async ({ signIn, groupOf }) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  const group = await groupOf(ann);
  await page.goto(`/g/${group.slug}/add`);
  const box = page.getByLabel('Text', { exact: true });
  await box.fill('Ebb.');
  await page.reload();
  await expect(page.getByText('What you had here before is back.')).toBeVisible();
  const file = { name: 'x.md', mimeType: 'text/plain', buffer: Buffer.from('# Flood') };
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByText('x.md is in the box below.')).toBeVisible();
  await box.selectText();
  await paste(page, { 'text/plain': 'Tides', 'text/html': '<h2>Tides</h2><p>Twice a day.</p>' });
  await expect(page.getByRole('button', { name: 'Use plain text instead' })).toBeVisible();
  await page.getByRole('button', { name: 'Discard it' }).click();
  await expect(box).toHaveValue('');
  await expect(page.getByLabel('Format')).toHaveValue('text');
  await expect(page.getByText('x.md is in the box below.')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Use plain text instead' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(box).toHaveValue('<h2>Tides</h2><p>Twice a day.</p>');
  await expect(page.getByLabel('Format')).toHaveValue('html');
});

test('a megabyte survives a lost connection, an ended session and a reload', async ({
  signIn,
  groupOf,
  database,
}) => {
  test.setTimeout(60_000);
  const ann = await signIn('Ann');
  const { page } = ann;
  const group = await groupOf(ann);
  await page.goto(`/g/${group.slug}/add`);
  const text = 'The tide comes twice a day. '.repeat(36_000);
  const box = page.getByLabel('Text', { exact: true });
  const add = page.getByRole('button', { name: 'Add to the reading list' });
  await box.fill(text);
  await page.getByLabel('Title').fill('Tides');

  await page.route('**/api/v1/**', (route) => route.abort());
  await add.click();
  await expect(page.getByRole('alert').filter({ hasText: 'What you typed is still here' })).toBeVisible();
  await page.unroute('**/api/v1/**');
  expect((await box.inputValue()).length).toBe(text.length);

  const { rows } = await database.query('DELETE FROM session WHERE user_id = $1 RETURNING *', [ann.id]);
  await add.click();
  const alert = page.getByRole('alert').filter({ hasText: 'Your session has ended.' });
  await expect(alert.getByRole('link', { name: 'sign in in a new tab' })).toHaveAttribute('target', '_blank');
  expect((await box.inputValue()).length).toBe(text.length);

  const { token_hash, user_id, expires } = rows[0];
  await database.query('INSERT INTO session (token_hash, user_id, expires) VALUES ($1, $2, $3)', [
    token_hash,
    user_id,
    expires,
  ]);
  await page.reload();
  await expect(page.getByText('What you had here before is back.')).toBeVisible();
  expect((await box.inputValue()).length).toBe(text.length);
  await expect(page.getByLabel('Title')).toHaveValue('Tides');
  await add.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tides' })).toBeVisible({ timeout: 30_000 });
  await page.goto(`/g/${group.slug}/add`);
  await expect(box).toHaveValue('');
});

test('a refused field is named, gets the focus, and everything typed stays', async ({ signIn, groupOf }) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  const group = await groupOf(ann);
  await page.goto(`/g/${group.slug}/add`);
  await page.getByLabel('Text', { exact: true }).fill('Some text.');
  const source = page.getByLabel('Source');
  await page.getByText('Authors, source, licence, language').click();
  await page.getByLabel('Authors').fill('A. Author');
  await source.fill('ftp://example.org/essay');
  await page.getByText('Authors, source, licence, language').click();
  await page.getByRole('button', { name: 'Add to the reading list' }).click();
  await expect(source).toBeFocused();
  await expect(source).toHaveAttribute('aria-invalid', 'true');
  const described = (await source.getAttribute('aria-describedby'))!;
  await expect(page.locator(`[id="${described}"]`)).toContainText(/\w/);
  await expect(page.getByLabel('Authors')).toHaveValue('A. Author');
});

test('a file that is chosen while another is read is previewed in its turn', async ({ signIn, groupOf }) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  const group = await groupOf(ann);
  await page.goto(`/g/${group.slug}/add`);
  let release = () => {};
  const second = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slowly = async (route: Route) => {
    await second;
    await route.continue();
  };
  await page.route('**/essays/preview', slowly, { times: 1 });
  const choose = (title: string) =>
    page.locator('input[type=file]').setInputFiles({
      name: `${title}.md`,
      mimeType: 'text/plain',
      buffer: Buffer.from(`# ${title}\n\nSo.`),
    });
  const asked = page.waitForRequest('**/essays/preview');
  await choose('First');
  await asked;
  await choose('Second');
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('# Second\n\nSo.');
  release();
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview.getByRole('heading', { name: 'Second' })).toBeVisible();
});
