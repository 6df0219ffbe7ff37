import { expect, test } from './stage';

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

test('the text, its highlights and a list of the annotations are there without script', async ({
  browser,
  stage,
}) => {
  const ann = await stage.person('Ann');
  const group = await stage.group(ann, { visibility: 'public' });
  const essay = await stage.essay(ann, group, { content });
  await stage.annotate(ann, essay, {
    quote: 'an argument about ships',
    tags: ['claim'],
    comment: 'Of *two* kinds.',
  });
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/g/${group.slug}/${essay.slug}`);
  await expect(page.getByRole('heading', { level: 1, name: 'The lighthouse' })).toBeVisible();
  await expect(page.locator('mark.hl.k1')).toHaveText('an argument about ships');
  await page.getByRole('link', { name: 'All annotations as a list' }).click();
  await expect(page.getByText('Of two kinds.')).toBeVisible();
  await expect(page.getByRole('blockquote')).toHaveText('an argument about ships');
  await context.close();
});

test('the document holds the text once', async ({ request, stage }) => {
  const ann = await stage.person('Ann');
  const group = await stage.group(ann, { visibility: 'public' });
  const essay = await stage.essay(ann, group, { content });
  const html = await (await request.get(`/g/${group.slug}/${essay.slug}`)).text();
  expect(html.split('an argument about ships').length - 1).toBe(1);
});

test('a private essay is not there for others', async ({ request, stage }) => {
  const ann = await stage.person('Ann');
  const group = await stage.group(ann);
  const essay = await stage.essay(ann, group, { content });
  expect((await request.get(`/g/${group.slug}/${essay.slug}`)).status()).toBe(404);
  expect((await request.get(`/g/${group.slug}/${essay.slug}/annotations`)).status()).toBe(404);
});

test('a footnote opens beside its reference and gives the focus back', async ({ page, stage }) => {
  const ann = await stage.person('Ann');
  const group = await stage.group(ann, { visibility: 'public' });
  const essay = await stage.essay(ann, group, { content });
  await page.goto(`/g/${group.slug}/${essay.slug}`);
  const reference = page.locator('a.fnref');
  await reference.click();
  const note = page.getByRole('note');
  await expect(note).toContainText('Unless somebody keeps count');
  await page.keyboard.press('Escape');
  await expect(note).toBeHidden();
  await expect(reference).toBeFocused();
});

test('nothing shifts while the page loads, with and without annotations', async ({ page, stage }) => {
  const ann = await stage.person('Ann');
  const group = await stage.group(ann, { visibility: 'public' });
  const essay = await stage.essay(ann, group, { content });
  await stage.annotate(ann, essay, { quote: 'Nobody thanks a light', tags: ['crux'] });
  await page.goto(`/g/${group.slug}/${essay.slug}`, { waitUntil: 'networkidle' });
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 300);
      }),
  );
  expect(shift).toBe(0);
});
