import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { jarEssay } from './jar-essay';

/** SHA-256 of release 1 as JSON Lines, which the page names as well. */
async function hashOfFirst(page: Page, group: string): Promise<string> {
  await page.goto(`/g/${group}/releases/1?format=jsonl`);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  const bytes = readFileSync(await (await downloading).path());
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await expect(page.getByText(sha256)).toBeVisible();
  return sha256;
}

test('a release stays as it was while the group goes on, and the next one tells what changed', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const [mo, ann] = [await signIn('Mo'), await signIn('Ann')];
  const group = await groupOf(mo, ann);
  const essay = (await essayIn(mo, group, jarEssay)).split('/').at(-1);
  const mark = (exact: string, tag: string, who = mo) =>
    who.api<{ id: string }>('POST', `/groups/${group.slug}/essays/${essay}/annotations`, {
      target: { version: 1, selector: [{ type: 'TextQuoteSelector', exact }] },
      tags: [tag],
    });
  await mark('full of thanks 🫙', 'crux');

  const { page } = mo;
  const dialog = page.getByRole('dialog', { name: 'Freeze a release' });
  const freeze = async (title: string) => {
    await page.goto(`/g/${group.slug}/releases`);
    await page.getByRole('button', { name: 'Freeze a release' }).click();
    await expect(dialog.getByText(/^Release \d will hold$/)).toBeVisible();
    await dialog.getByLabel('Title').fill(title);
    await dialog.getByRole('button', { name: 'Freeze' }).click();
    await expect(page.getByRole('link', { name: new RegExp(`^Release \\d: ${title}$`) })).toBeVisible();
  };

  await page.goto(`/g/${group.slug}`);
  await page.getByRole('link', { name: 'Corpus', exact: true }).click();
  await page.getByRole('link', { name: 'Releases', exact: true }).click();
  await expect(page.getByText('There is no release yet.')).toBeVisible();
  await freeze('For the paper');
  const sha256 = await hashOfFirst(page, group.slug);

  await page.goto(`/g/${group.slug}/releases`);
  await page.getByRole('button', { name: 'Freeze a release' }).click();
  await dialog.getByLabel('Note').fill('After the second reading.');
  await page.reload();
  await page.getByRole('button', { name: 'Freeze a release' }).click();
  await expect(dialog.getByText('What you had here before is back.')).toBeVisible();
  await expect(dialog.getByLabel('Note')).toHaveValue('After the second reading.');

  const { id } = await mark('nothing else', 'claim', ann);
  await freeze('A week later');
  expect(await hashOfFirst(page, group.slug)).toBe(sha256);

  await page.goto(`/g/${group.slug}/releases`);
  await page.getByRole('link', { name: 'What changed since release 1' }).click();
  const changed = page.getByRole('region', { name: 'Annotations' });
  await expect(changed.getByText('1 added')).toBeVisible();
  await changed.getByRole('link', { name: 'nothing else' }).click();
  await expect(page).toHaveURL(new RegExp(`#a-${id}$`));

  // The other way round, as any two can be.
  await page.goto(`/g/${group.slug}/releases/2`);
  await expect(page.getByLabel('From', { exact: true })).toHaveValue('1');
  await page.getByLabel('From', { exact: true }).selectOption('2');
  await expect(page.getByLabel('To', { exact: true })).toHaveValue('1');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page).toHaveURL(new RegExp(`/g/${group.slug}/releases/2/diff/1$`));
  await expect(page.getByText('1 removed')).toBeVisible();
  await expect(page.getByText('0 added')).toHaveCount(0);
  // One with itself differs in nothing: that is the release.
  await page.goto(`/g/${group.slug}/releases/2/diff/2`);
  await expect(page).toHaveURL(new RegExp(`/g/${group.slug}/releases/2$`));

  await page.goto(`/g/${group.slug}/releases/2`);
  await expect(page.getByText(/SHA-256 of what was frozen: [0-9a-f]{64}/)).toBeVisible();
  await expect(page.getByText('Left out since then')).toBeHidden();
  await ann.api('PUT', `/groups/${group.slug}/export/consent`, { choice: 'left-out' });
  await page.reload();
  await expect(page.getByText(/Left out since then: 1 annotation because people asked for it/)).toBeVisible();

  await mo.api('PUT', `/groups/${group.slug}/releases/1/withdrawal`, { reason: 'A name slipped in.' });
  await page.goto(`/g/${group.slug}/releases/1/diff/2`);
  await expect(page.getByText('Release 1 was withdrawn.')).toBeVisible();
  await expect(page.getByLabel('From', { exact: true })).toHaveValue('1');
  await expect(page.getByLabel('To', { exact: true })).toHaveValue('2');
  await page.goto(`/g/${group.slug}/export?release=1`);
  await expect(page.getByText('Release 1 was withdrawn: the group as it is now')).toBeVisible();
});

test('some of a release is taken as it was', async ({ signIn, groupOf, essayIn }) => {
  const mo = await signIn('Mo');
  const group = await groupOf(mo);
  const essay = (await essayIn(mo, group, jarEssay)).split('/').at(-1);
  const annotations = `/groups/${group.slug}/essays/${essay}/annotations`;
  const mark = (exact: string, tag: string) =>
    mo.api<{ id: string }>('POST', annotations, {
      target: { version: 1, selector: [{ type: 'TextQuoteSelector', exact }] },
      tags: [tag],
      comment: { markdown: `On ${exact}.` },
    });
  const crux = await mark('full of thanks 🫙', 'crux');
  await mark('nothing else', 'claim');
  const { number } = await mo.api<{ number: number }>('POST', `/groups/${group.slug}/releases`, {
    title: 'For the paper',
  });
  await expect
    .poll(
      async () => (await mo.api<{ state: string }>('GET', `/groups/${group.slug}/releases/${number}`)).state,
    )
    .toBe('frozen');
  await mo.api('DELETE', `/annotations/${crux.id}`);

  const { page } = mo;
  await page.goto(`/g/${group.slug}/releases/${number}?format=csv`);
  await page.getByRole('link', { name: 'choose what to export' }).click();
  await expect(page.getByLabel('Corpus')).toHaveValue(String(number));
  await expect(page.getByLabel('As of')).toBeHidden();
  await expect(page.getByLabel('Visibility')).toBeHidden();
  await page.getByLabel('Crux', { exact: true }).check();
  const rows = page.getByRole('region', { name: 'Preview' });
  await expect(rows.getByText('full of thanks 🫙', { exact: true })).toBeVisible();
  await expect(rows.getByText('nothing else', { exact: true })).toBeHidden();
  await page.reload();
  await expect(rows.getByText('full of thanks 🫙', { exact: true })).toBeVisible();

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe(`${group.slug}-release-${number}-part.csv`);
  const lines = readFileSync(await file.path(), 'utf8');
  expect(lines).toContain(crux.id);
  expect(lines).not.toContain('On nothing else.');

  await page.getByLabel('Corpus').selectOption('The group as it is now');
  await expect(rows.getByText('full of thanks 🫙', { exact: true })).toBeHidden();
  await page.goto(`/g/${group.slug}/export?release=9&tags=crux`);
  await expect(page.getByText('This group has no release 9')).toBeVisible();
});
