import { expect, test } from './fixtures';

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
