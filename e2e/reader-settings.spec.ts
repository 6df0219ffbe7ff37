import type { Page } from '@playwright/test';
import { expect, type Person, test } from './fixtures';

const paragraph =
  'The tide came in slowly, and nobody who stood on the pier would later agree on the hour of it. ';
const content = `# Long\n\n${Array.from({ length: 60 }, (_, i) => `${i}: ${paragraph.repeat(4)}`).join('\n\n')}`;

async function publicEssay(ann: Person, text = content) {
  const group = await ann.api<{ slug: string }>('POST', '/groups', { name: 'Pier', visibility: 'public' });
  const essay = await ann.api<{ slug: string }>('POST', `/groups/${group.slug}/essays`, {
    format: 'markdown',
    content: text,
  });
  return `/g/${group.slug}/${essay.slug}`;
}

test('a theme shows at once, stays, and is there at the first paint', async ({ page, signIn }) => {
  await page.goto(await publicEssay(await signIn('Ann')));
  await page.getByRole('button', { name: 'Reading settings' }).click();
  for (const [theme, paper] of [
    ['Sepia', 'rgb(247, 240, 225)'],
    ['Dark', 'rgb(21, 23, 28)'],
  ] as const) {
    await page.getByText(theme, { exact: true }).click();
    await expect(page.locator('body')).toHaveCSS('background-color', paper);
  }
  const html = await (await page.request.get(page.url())).text();
  expect(html).toContain('data-theme="dark"');
});

test('size and width are kept for a visitor and rendered by the server', async ({ page, signIn }) => {
  await page.goto(await publicEssay(await signIn('Ann')));
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await page.getByRole('slider', { name: 'Size' }).fill('26');
  await expect(page.locator('#essay p').first()).toHaveCSS('font-size', '26px');
  await page.reload();
  await expect(page.locator('#essay p').first()).toHaveCSS('font-size', '26px');
});

test('one step to the left makes the lines narrower, and the default comes back', async ({
  page,
  signIn,
}) => {
  await page.goto(await publicEssay(await signIn('Ann')));
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await page.evaluate(() => document.fonts.ready);
  const width = () => page.locator('.reader-text').evaluate((text) => text.getBoundingClientRect().width);
  const before = await width();
  const slider = page.getByRole('slider', { name: 'Width' });
  await slider.press('ArrowLeft');
  await expect.poll(width).toBeLessThan(before);
  await page.getByRole('button', { name: 'Width: back to the default' }).click();
  await expect.poll(width).toBe(before);
  await expect(slider).toBeFocused();
});

for (const who of ['a visitor', 'a member'] as const)
  test(`${who} comes back to where they stopped, without a jump`, async ({ visit, signIn }) => {
    const ann = await signIn('Ann');
    const page = who === 'a member' ? ann.page : await visit();
    const address = await publicEssay(ann);
    await page.goto(address);
    const paragraph = page.locator('#essay p', { hasText: /^30:/ });
    const saved =
      who === 'a member' &&
      page.waitForResponse(
        (answer) => answer.url().endsWith('/reading') && answer.request().postDataJSON()?.offset > 0,
      );
    await paragraph.evaluate((element) => scrollTo(0, element.getBoundingClientRect().top + scrollY - 60));
    if (saved) await saved;
    else
      await expect
        .poll(() =>
          page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('place')).length),
        )
        .toBe(1);
    await page.goto('about:blank');
    await page.addInitScript(() => {
      addEventListener('DOMContentLoaded', () => Object.assign(window, { firstScroll: scrollY }));
    });
    await page.goto(address);
    await expect(paragraph).toBeInViewport();
    expect(
      await page.evaluate(() => (window as unknown as { firstScroll: number }).firstScroll),
    ).toBeGreaterThan(1000);
  });

test('at 390 px nothing but tables and code scrolls sideways', async ({ page, signIn }) => {
  const wide = `# Wide\n\n| ${'column | '.repeat(12)}\n|${'---|'.repeat(12)}\n| ${'some words | '.repeat(12)}\n\n\`\`\`\n${'code '.repeat(60)}\n\`\`\`\n\n${'unbreakable'.repeat(12)}`;
  const address = await publicEssay(await signIn('Ann'), wide);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(address);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expect(page.getByRole('region', { name: 'Table 1' })).toBeVisible();
});

test('paper takes the light palette and its whole width, in the dark theme too', async ({ page, signIn }) => {
  await page.goto(await publicEssay(await signIn('Ann')));
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const theme of ['', 'dark']) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    await expect(page.locator('#essay p').first()).toHaveCSS('color', 'rgb(30, 27, 23)');
  }
  expect((await page.locator('#essay').boundingBox())?.width).toBeGreaterThan(600);
  await expect(page.getByText(/^Annotations: http.*\/annotations$/)).toBeVisible();
});

test('Atkinson Hyperlegible is fetched once it is chosen, and by nobody else', async ({ page, signIn }) => {
  await page.goto(await publicEssay(await signIn('Ann')));
  const fetched = () =>
    page.evaluate(() =>
      [...document.fonts].some(({ family, status }) => /hyper/i.test(family) && status === 'loaded'),
    );
  await expect(page.locator('#essay p').first()).toBeVisible();
  expect(await fetched()).toBe(false);
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await page.getByText('Hyperlegible', { exact: true }).click();
  await expect.poll(fetched).toBe(true);
  await page.reload();
  await expect.poll(fetched).toBe(true);
});

/** Contrast of the text of a mark with what lies behind it, as WCAG counts it. */
const contrastOfOpenMark = (page: Page, slot: number) =>
  page
    .locator('#essay p')
    .first()
    .evaluate((paragraph, kind) => {
      const mark = document.createElement('mark');
      mark.className = `hl on k${kind}`;
      mark.textContent = 'word';
      paragraph.append(mark);
      const { color, backgroundColor } = getComputedStyle(mark);
      const paper = getComputedStyle(document.body).backgroundColor;
      mark.remove();
      const pen = new OffscreenCanvas(1, 1).getContext('2d')!;
      const luminance = (...layers: string[]) => {
        for (const layer of layers) {
          pen.fillStyle = layer;
          pen.fillRect(0, 0, 1, 1);
        }
        const [r = 0, g = 0, b = 0] = [...pen.getImageData(0, 0, 1, 1).data]
          .map((part) => part / 255)
          .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const [dim = 0, bright = 0] = [luminance(paper, backgroundColor), luminance(color)].sort(
        (a, b) => a - b,
      );
      return (bright + 0.05) / (dim + 0.05);
    }, slot);

for (const [theme, colorScheme, least] of [
  ['light', 'light', 8],
  ['sepia', 'light', 8],
  ['dark', 'light', 8],
  ['contrast', 'light', 12],
  ['contrast', 'dark', 12],
] as const)
  test(`an open highlight keeps its text at ${least}:1: ${theme}, ${colorScheme} system`, async ({
    page,
    signIn,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(await publicEssay(await signIn('Ann')));
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    for (const slot of [0, 1, 2, 3, 4])
      expect(await contrastOfOpenMark(page, slot), `slot ${slot}`).toBeGreaterThanOrEqual(least);
  });

test('who asks the system for more contrast gets what the theme gives', async ({ page, signIn }) => {
  await page.emulateMedia({ colorScheme: 'light', contrast: 'more' });
  await page.goto(await publicEssay(await signIn('Ann')));
  const looks = () =>
    page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return ['--paper', '--ink-2', '--rule', '--hl-1-tint', '--hl-2-edge'].map((name) =>
        style.getPropertyValue(name),
      );
    });
  const asked = await looks();
  await page.emulateMedia({ contrast: 'no-preference' });
  expect(await looks()).not.toEqual(asked);
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await page.getByText('Contrast', { exact: true }).click();
  expect(await looks()).toEqual(asked);
  await page.reload();
  expect(await looks()).toEqual(asked);
});

test('single keys are turned off in the help, which then shows what does the same', async ({
  page,
  signIn,
}) => {
  await page.goto(await publicEssay(await signIn('Ann')));
  await page.getByRole('button', { name: 'Keys' }).click();
  const help = page.getByRole('dialog', { name: 'Keys' });
  await expect(help.getByText('j', { exact: true })).toBeVisible();
  await help.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck();
  await expect(help.getByText('Alt j', { exact: true })).toBeVisible();
  await help.getByRole('button', { name: 'Close' }).click();
  await expect(help).toHaveCount(0);
  await page.keyboard.press('j');
  await page.keyboard.press('Alt+j');
  await expect(page.locator('#essay [data-cursor]')).toHaveAttribute('data-start', '0');
});
