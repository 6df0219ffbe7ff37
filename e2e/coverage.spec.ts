import { expect, test } from './fixtures';

test('a reader says what they looked for in a section, and the group sees what is left', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const [mo, ann] = [await signIn('Mo'), await signIn('Ann')];
  const group = await groupOf(mo, ann);
  const path = await essayIn(mo, group, '# Bees\n\nThey hum.\n\n## Winter\n\nThey sleep in a ball.');
  const essay = path.split('/').at(-1);
  await mo.api('POST', `/groups/${group.slug}/essays/${essay}/annotations`, {
    target: { version: 1, selector: [{ type: 'TextQuoteSelector', exact: 'in a ball' }] },
    tags: ['crux'],
  });
  const { page } = ann;
  await page.goto(path);
  await page.getByRole('link', { name: 'Looked and found nothing?' }).click();
  const winter = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Winter' }) });
  await expect(winter.getByText('1 found')).toBeVisible();
  const saved = page.waitForResponse((response) => response.request().method() === 'PUT');
  await winter.getByRole('checkbox', { name: 'Claim' }).check();
  expect((await saved).status()).toBe(204);
  await expect(winter.getByText('1 reader looked')).toBeVisible();
  await page.reload();
  await expect(winter.getByRole('checkbox', { name: 'Claim' })).toBeChecked();

  await mo.page.goto(`/g/${group.slug}`);
  await mo.page.getByRole('link', { name: 'Corpus', exact: true }).click();
  await mo.page.getByRole('link', { name: 'Coverage', exact: true }).click();
  const row = mo.page.getByRole('row', { name: /Bees/ });
  await expect(row.getByRole('cell').nth(0)).toContainText('None found1 of 2 by 1 reader');
  await expect(row.getByRole('cell').nth(1)).toContainText('1 found');
  await expect(row.getByRole('cell').nth(2)).toContainText('Never checked');
  const download = mo.page.waitForEvent('download');
  await mo.page.getByRole('link', { name: 'CSV' }).click();
  expect((await download).suggestedFilename()).toBe('coverage.csv');
});
