import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const content = `# Steps

One sentence stands here. A second sentence follows it. Then a third.

Another paragraph, of one line.
`;

const said = (page: Page) => page.locator('#announcer');
const selected = (page: Page) => page.evaluate(() => String(document.getSelection()));
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

const open = test.extend<{ reader: Page }>({
  reader: async ({ signIn, groupOf, essayIn }, use) => {
    const ann = await signIn('Ann');
    const address = await essayIn(ann, await groupOf(ann), content);
    for (const [exact, tag] of [
      ['second sentence', 'claim'],
      ['Another paragraph', 'crux'],
    ])
      await ann.api(
        'POST',
        `${address.replace('/g/', '/groups/').replace(/\/([^/]+)$/, '/essays/$1')}/annotations`,
        {
          target: { version: 1, selector: [{ type: 'TextQuoteSelector', exact }] },
          tags: [tag],
        },
      );
    await ann.page.goto(address);
    await expect(ann.page.locator('.note')).toHaveCount(2);
    await use(ann.page);
  },
});

open('j and k walk by paragraph', async ({ reader: page }) => {
  await press(page, 'j', 'j');
  await expect(page.locator('[data-cursor]')).toContainText('One sentence');
  await press(page, 'j', 'k', 'k');
  await expect(page.locator('[data-cursor]')).toHaveText('Steps');
});

open(
  'v selects by word, by character and by sentence, and says what is selected',
  async ({ reader: page }) => {
    await press(page, 'j', 'j', 'v', 'ArrowRight', 'ArrowRight');
    await expect.poll(() => selected(page)).toMatch(/^One sentence ?$/);
    await expect(said(page)).toHaveText('Selected: One sentence, 2 words');
    await press(page, 'Shift+ArrowLeft');
    await expect.poll(() => selected(page)).toBe('One sentenc');
    await press(page, 's');
    await expect.poll(() => selected(page)).toBe('One sentence stands here.');
    await press(page, 's');
    await expect.poll(() => selected(page)).toBe('One sentence stands here. A second sentence follows it.');
    await press(page, 'o', 'ArrowRight');
    await expect
      .poll(() => selected(page))
      .toMatch(/^ ?sentence stands here\. A second sentence follows it\.$/);
    await press(page, 'Escape');
    await expect.poll(() => selected(page)).toBe('');
  },
);

open('n and p walk from annotation to annotation, with the focus', async ({ reader: page }) => {
  await press(page, 'n');
  await expect(said(page)).toContainText('Claim by Ann, 1 of 2');
  await expect(page.locator('mark.on')).toHaveText('second sentence');
  await press(page, 'n');
  await expect(page.getByRole('link', { name: 'Crux by Ann' })).toBeFocused();
  await press(page, 'p');
  await expect(page.locator('mark.on')).toHaveText('second sentence');
});

open(
  '? lists every key; single keys can be switched off, and then Alt gives them',
  async ({ reader: page }) => {
    await press(page, '?');
    await expect(page.getByRole('dialog')).toContainText('Next or previous annotation');
    await press(page, 'Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.getByRole('button', { name: 'Reading settings' }).click();
    await page.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck();
    await press(page, 'Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await press(page, 'j');
    await expect(page.locator('[data-cursor]')).toHaveCount(0);
    await press(page, 'Alt+j');
    await expect(page.locator('[data-cursor]')).toHaveCount(1);
  },
);
