import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures';
import { jarEssay } from './jar-essay';
import { expectNoViolations } from './no-violations';

test('a researcher sees what would come, takes it, and gets the same by the link', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const [mo, ann] = [await signIn('Mo'), await signIn('Ann')];
  const group = await groupOf(mo, ann);
  const path = await essayIn(mo, group, jarEssay);
  const essay = path.split('/').at(-1);
  for (const [by, exact, tag] of [
    [mo, 'full of thanks 🫙', 'crux'],
    [ann, 'nothing else', 'claim'],
  ] as const)
    await by.api('POST', `/groups/${group.slug}/essays/${essay}/annotations`, {
      target: { version: 1, selector: [{ type: 'TextQuoteSelector', exact }] },
      tags: [tag],
    });

  const { page } = ann;
  await page.goto(`/g/${group.slug}`);
  await page.getByRole('link', { name: 'Corpus', exact: true }).click();
  await page.getByRole('link', { name: 'Export', exact: true }).click();
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview.getByText('2 annotations')).toBeVisible();
  await expect(page).toHaveURL(/\/export\?format=jsonld$/);
  await page.getByRole('radio', { name: /^JSON Lines/ }).check();
  await page.getByRole('checkbox', { name: 'Crux' }).check();
  await expect(preview.getByText('1 annotation', { exact: true })).toBeVisible();
  await expect(preview.getByText('full of thanks 🫙')).toBeVisible();
  await expect(preview.getByText(/^reader-/)).toBeVisible();
  await expect(page).toHaveURL(/\/export\?format=jsonl&tags=crux$/);

  const downloading = page.waitForEvent('download');
  await preview.getByRole('button', { name: 'Download' }).dblclick();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(`${group.slug}.jsonl`);
  const bytes = readFileSync(await download.path());
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await expect(preview.getByText(sha256)).toBeVisible();
  const [, document] = bytes
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(document.spans).toMatchObject([{ quote: 'full of thanks 🫙', start: 15, end_utf16: 32 }]);

  await page.reload();
  await expect(preview.getByText('1 annotation', { exact: true })).toBeVisible();
  const again = page.waitForEvent('download');
  await preview.getByRole('button', { name: 'Download' }).click();
  expect(readFileSync(await (await again).path()).equals(bytes)).toBe(true);

  // Where the preview stands below the form, what would come is seen while one chooses.
  for (const width of [820, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await page.evaluate(() => scrollTo(0, 0));
    await expect(preview.getByText('1 annotation', { exact: true })).toBeInViewport();
    await expect(preview.getByRole('button', { name: 'Download' })).toBeInViewport();
  }
});

test('what cannot be is said where it was chosen, and what a link asks for in vain', async ({
  signIn,
  groupOf,
}) => {
  const mo = await signIn('Mo');
  const group = await groupOf(mo);
  const { page } = mo;
  await page.goto(`/g/${group.slug}/export?format=nonsense&tags=nope,nope`);
  await expect(page.getByText('There is no format “nonsense”')).toBeVisible();
  await expect(page.getByText('This group has no tag “nope”')).toBeVisible();
  await expect(page).toHaveURL(/\/export\?format=jsonld$/);
  const download = page.getByRole('button', { name: 'Download' });
  await expect(download).toBeEnabled();

  await page.getByLabel('From').fill('2026-11-02');
  await expect(page.getByText('There is no format')).toHaveCount(0);
  const to = page.getByLabel('To, without that day');
  await to.fill('2026-11-01');
  await expect(to).toHaveAccessibleDescription(/^Choose a day after “From”/);
  await expect(download).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Prepare in the background' })).toBeDisabled();
  await expect(page.getByText('Nothing is made before “to” and after it')).toBeVisible();
  await expectNoViolations(page);
  await to.fill('2026-11-03');
  await expect(to).toHaveAccessibleDescription('');
  await expect(download).toBeEnabled();
});

test('who asks to be left out does not come, and a text without a licence stays until who may lets it go', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const [mo, ann] = [await signIn('Mo'), await signIn('Ann')];
  const group = await groupOf(mo, ann);
  const path = await essayIn(mo, group, '# The Jar\n\nIt is full of thanks.');
  await ann.api('POST', `/groups/${group.slug}/essays/${path.split('/').at(-1)}/annotations`, {
    target: { version: 1, selector: [{ type: 'TextQuoteSelector', exact: 'full of thanks' }] },
  });
  await mo.page.goto(`/g/${group.slug}/export`);
  const preview = mo.page.getByRole('region', { name: 'Preview' });
  await expect(preview.getByText('1 annotation', { exact: true })).toBeVisible();
  await expect(preview.getByText('One text is left out.')).toBeVisible();
  await expect(preview.getByText('0 texts')).toBeVisible();
  await expect(preview.getByText('included as quotations')).toBeVisible();
  await ann.page.goto(`/g/${group.slug}/export`);
  await expect(ann.page.getByText('Ask a moderator.')).toBeVisible();

  await mo.page.getByRole('radio', { name: /^brat/ }).check();
  await expect(preview.getByText('0 annotations')).toBeVisible();
  await expect(preview.getByText('What was marked in it is left out, too')).toBeVisible();
  // These have no texts at all.
  for (const format of [/^CSV/, /^Argdown/]) {
    await mo.page.getByRole('radio', { name: format }).check();
    await expect(preview.getByText('One text is left out.')).toBeHidden();
  }
  await mo.page.getByRole('radio', { name: /^brat/ }).check();
  await preview.getByRole('button', { name: 'Let members export it' }).click();
  await expect(preview.getByText('One text is left out.')).toBeHidden();
  await expect(preview.getByRole('button', { name: 'Leave it out' })).toBeVisible();
  await expect(preview.getByText('1 annotation', { exact: true })).toBeVisible();

  await ann.page.goto(`/g/${group.slug}/export`);
  await ann.page.getByRole('radio', { name: 'Leave me out' }).check();
  await expect(ann.page.getByText('Saved. It applies from the next export.')).toBeVisible();
  await mo.page.reload();
  await expect(preview.getByText('0 annotations')).toBeVisible();

  await mo.page.route('**/export?*', (route) => route.abort());
  await preview.getByRole('button', { name: 'Download' }).click();
  await expect(preview.getByRole('alert')).toContainText('The server cannot be reached');
});

test('a file is made in the background, waits with its hash, and is made anew when somebody took something back', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const [mo, ann] = [await signIn('Mo'), await signIn('Ann')];
  const group = await groupOf(mo, ann);
  const essay = (await essayIn(mo, group, jarEssay)).split('/').at(-1);
  const { id } = await ann.api<{ id: string }>('POST', `/groups/${group.slug}/essays/${essay}/annotations`, {
    target: { version: 1, selector: [{ type: 'TextQuoteSelector', exact: 'full of thanks 🫙' }] },
  });

  const { page } = mo;
  await page.goto(`/g/${group.slug}/export?format=jsonl`);
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview.getByText('1 annotation', { exact: true })).toBeVisible();
  const mine = page.getByRole('region', { name: 'Your exports' });
  await expect(mine).toHaveCount(0);
  await preview.getByRole('button', { name: 'Prepare in the background' }).click();
  const take = mine.getByRole('button', { name: 'Download: JSON Lines' });
  await expect(take).toBeVisible();
  await expect(preview.getByRole('link', { name: 'Your exports: 1' })).toBeVisible();

  const downloading = page.waitForEvent('download');
  await take.click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(`${group.slug}.jsonl`);
  const bytes = readFileSync(await download.path());
  await expect(mine.getByText(createHash('sha256').update(bytes).digest('hex'))).toBeVisible();
  const streaming = page.waitForEvent('download');
  await preview.getByRole('button', { name: 'Download', exact: true }).click();
  expect(readFileSync(await (await streaming).path()).equals(bytes)).toBe(true);

  await page.reload();
  await ann.api('DELETE', `/annotations/${id}`);
  await take.click();
  await expect(mine.getByRole('alert')).toContainText('taken back since it was made');
  await expect(take).toBeHidden();
  await mine.getByRole('button', { name: 'Make it anew' }).click();
  const anew = page.waitForEvent('download');
  await take.click();
  expect(readFileSync(await (await anew).path(), 'utf8')).not.toContain(id);
  await expectNoViolations(page);
  await mine.getByRole('button', { name: 'Remove' }).click();
  await expect(mine).toHaveCount(0);
});
