import type { Page } from '@playwright/test';
import { expect, test } from './stage';

const content = `# Steps

One sentence stands here. A second sentence follows it. Then a third.

Another paragraph, of one line.
`;

const said = (page: Page) => page.locator('#announcer');
const selected = (page: Page) => page.evaluate(() => String(document.getSelection()));
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

test.beforeEach(async ({ page, stage }) => {
  const ann = await stage.person('Ann');
  const group = await stage.group(ann, { visibility: 'public' });
  const essay = await stage.essay(ann, group, { content });
  await stage.annotate(ann, essay, { quote: 'second sentence', tags: ['claim'] });
  await stage.annotate(ann, essay, { quote: 'Another paragraph', tags: ['crux'] });
  await page.goto(`/g/${group.slug}/${essay.slug}`, { waitUntil: 'networkidle' });
});

test('j and k walk by paragraph', async ({ page }) => {
  await press(page, 'j', 'j');
  await expect(page.locator('[data-cursor]')).toContainText('One sentence');
  await press(page, 'j', 'k', 'k');
  await expect(page.locator('[data-cursor]')).toHaveText('Steps');
});

test('v selects by word, by character and by sentence, and says what is selected', async ({ page }) => {
  await press(page, 'j', 'j', 'v', 'ArrowRight', 'ArrowRight');
  expect((await selected(page)).trim()).toBe('One sentence');
  await expect(said(page)).toHaveText('Selected: One sentence, 2 words');
  await press(page, 'Shift+ArrowLeft');
  expect(await selected(page)).toBe('One sentenc');
  await press(page, 's');
  expect(await selected(page)).toBe('One sentence stands here.');
  await press(page, 's');
  expect(await selected(page)).toBe('One sentence stands here. A second sentence follows it.');
  await press(page, 'o', 'ArrowRight');
  expect((await selected(page)).trim()).toBe('sentence stands here. A second sentence follows it.');
  await press(page, 'Escape');
  expect(await selected(page)).toBe('');
});

test('n and p walk from annotation to annotation, with the focus', async ({ page }) => {
  await press(page, 'n');
  await expect(said(page)).toContainText('Claim by Ann, 1 of 2');
  await expect(page.locator('mark.on')).toHaveText('second sentence');
  await press(page, 'n');
  await expect(page.getByRole('link', { name: 'Crux by Ann' })).toBeFocused();
  await press(page, 'p');
  await expect(page.locator('mark.on')).toHaveText('second sentence');
});

test('? lists every key; single keys can be switched off, and then Alt gives them', async ({ page }) => {
  await press(page, '?');
  await expect(page.getByRole('dialog')).toContainText('Next annotation');
  await press(page, 'Escape');
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await page.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck();
  await press(page, 'Escape', 'j');
  await expect(page.locator('[data-cursor]')).toHaveCount(0);
  await press(page, 'Alt+j');
  await expect(page.locator('[data-cursor]')).toHaveCount(1);
});
