import type { Page } from '@playwright/test';
import { expect, type Person, test } from './fixtures';

const content = `# The lighthouse

Every lighthouse is an argument about ships. It claims that they come, that they look, and that they can turn.

## What the keeper knows

The keeper never sees the wreck that did not happen.[^1] That is what makes the work hard to defend.

| Year | Wrecks |
|---|---|
| 1890 | 3 |

> Nobody thanks a light.

[^1]: Unless somebody keeps count of the others.
`;

/** A public group, so that visitors read too, and an essay of it with one claim. */
async function lighthouse(ann: Person) {
  const group = await ann.api<{ slug: string }>('POST', '/groups', { name: 'Keepers', visibility: 'public' });
  const essay = await ann.api<{ slug: string }>('POST', `/groups/${group.slug}/essays`, {
    format: 'markdown',
    content,
  });
  const quote = { type: 'TextQuoteSelector', exact: 'an argument about ships' };
  await ann.api('POST', `/groups/${group.slug}/essays/${essay.slug}/annotations`, {
    target: { version: 1, selector: [quote] },
    tags: ['claim'],
    comment: { markdown: 'Of *two* kinds.' },
  });
  return `/g/${group.slug}/${essay.slug}`;
}

test('text, highlights and a list of the annotations are there without script', async ({ visit, signIn }) => {
  const address = await lighthouse(await signIn('Ann'));
  const page = await visit({ javaScriptEnabled: false });
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1, name: 'The lighthouse' })).toBeVisible();
  await expect(page.locator('mark.hl.k1')).toHaveText('an argument about ships');
  await page.getByRole('link', { name: 'All annotations as a list' }).click();
  await expect(page.getByText('Of two kinds.')).toBeVisible();
  await expect(page.getByRole('blockquote')).toHaveText('an argument about ships');
});

test('the document holds the text once', async ({ request, signIn }) => {
  const address = await lighthouse(await signIn('Ann'));
  const html = await (await request.get(address)).text();
  expect(html.split('That is what makes the work').length - 1).toBe(1);
});

test('an essay of a private group is not there for others', async ({ request, signIn, groupOf, essayIn }) => {
  const ann = await signIn('Ann');
  const address = await essayIn(ann, await groupOf(ann), content);
  expect((await ann.page.goto(address))?.status()).toBe(200);
  expect((await request.get(address)).status()).toBe(404);
  expect((await request.get(`${address}/annotations`)).status()).toBe(404);
});

test('the text is there after a navigation inside the app, too', async ({ signIn }) => {
  const ann = await signIn('Ann');
  const address = await lighthouse(ann);
  await ann.page.goto(address.replace(/\/[^/]+$/, ''));
  await ann.page.getByRole('link', { name: 'The lighthouse' }).first().click();
  await expect(ann.page.locator('#essay')).toContainText('Every lighthouse is an argument');
  await expect(ann.page.locator('mark.hl.k1')).toHaveText('an argument about ships');
});

test('a text that cannot be fetched after a navigation says so, and comes when it is asked for again', async ({
  signIn,
}) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  const address = await lighthouse(ann);
  await page.goto(address.replace(/\/[^/]+$/, ''));
  let fails = true;
  await page.route(`**${address}`, (route) => {
    const { accept, rsc } = route.request().headers();
    return fails && accept === 'text/html' && !rsc ? route.abort() : route.continue();
  });
  await page.getByRole('link', { name: 'The lighthouse' }).first().click();
  await expect(page.getByText('The text could not be loaded.')).toBeVisible();
  fails = false;
  await page.getByRole('main').getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('#essay')).toContainText('Every lighthouse is an argument');
  await expect(page.getByText('The text could not be loaded.')).toHaveCount(0);
});

test('a footnote opens beside its reference and gives the focus back', async ({ page, signIn }) => {
  await page.goto(await lighthouse(await signIn('Ann')));
  const reference = page.locator('a.fnref');
  const note = page.getByRole('note');
  await reference.click();
  await expect(note).toContainText('Unless somebody keeps count');
  await page.keyboard.press('Escape');
  await expect(note).toBeHidden();
  await expect(reference).toBeFocused();
});

test('the type is sent for ahead of the page, beside the address of its annotations', async ({
  page,
  signIn,
}) => {
  const answer = await page.goto(await lighthouse(await signIn('Ann')));
  const { link = '' } = (await answer?.allHeaders()) ?? {};
  expect(link).toMatch(/source_serif\S*>; rel=preload; as="font"/);
  expect(link).toContain('rel="http://www.w3.org/ns/oa#annotationService"');
});

/** The sum of all layout shifts so far. */
const shiftOf = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 300);
      }),
  );

test('nothing shifts while the page loads', async ({ page, signIn }) => {
  await page.goto(await lighthouse(await signIn('Ann')));
  await expect(page.locator('.note')).toHaveCount(1);
  expect(await shiftOf(page)).toBe(0);
});

const long = Array.from(
  { length: 80 },
  (_, at) =>
    `Night ${at}. ${'The keeper wrote down which ships had listened to the light. '.repeat(4 + (at % 9))}`,
).join('\n\n');

for (const width of [1440, 390])
  test(`a long essay has its true height, and nothing shifts, wherever one begins, at ${width} px`, async ({
    signIn,
    groupOf,
    essayIn,
  }) => {
    const ann = await signIn('Ann', { viewport: { width, height: 900 } });
    const { page } = ann;
    const address = await essayIn(ann, await groupOf(ann), long);
    const heights = () =>
      page
        .locator('#essay p')
        .evaluateAll((blocks) => blocks.map((block) => block.getBoundingClientRect().height));

    const sent = (await (await page.goto(address))?.text()) ?? '';
    expect(sent).toMatch(/^(?:(?!class="part later").)*data-start="7\d\d\d"/s);
    expect(sent).toMatch(/class="part later"><p id="b-\d\d" data-start="8\d\d\d"/);
    expect(await shiftOf(page)).toBe(0);
    const whole = await heights();
    await page.locator('#b-70').scrollIntoViewIfNeeded();
    expect(await heights()).toEqual(whole);
    await page.reload();
    await expect(page.locator('#b-70')).toBeInViewport();

    await page.goto('about:blank');
    await page.goto(`${address}#b-60`);
    await expect
      .poll(() => page.locator('#b-60').evaluate((block) => Math.abs(block.getBoundingClientRect().top - 96)))
      .toBeLessThan(1);
    expect(await shiftOf(page)).toBe(0);
    expect(await heights()).toEqual(whole);
  });
