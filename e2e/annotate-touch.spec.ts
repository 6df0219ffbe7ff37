import { essay, markedText, openNote, select, toolbar, writer } from './annotating';
import { expect, test } from './fixtures';

test('with a finger at 390 px: the tools are docked, the thread comes from the lower edge', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const words = 'Paragraph 20 goes on';
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const ann = await signIn('Ann', phone);
  const { page } = ann;
  await page.goto(await essayIn(ann, await groupOf(ann), essay));
  await page.touchscreen.tap(200, 120);
  await select(page, words);
  // Where the sheet will be, once it comes.
  await page.evaluate(() => scrollBy({ top: -250, behavior: 'instant' }));
  await expect(toolbar(page)).toHaveAttribute('data-docked');
  const top = await page.evaluate(() => getSelection()!.getRangeAt(0).getBoundingClientRect().top);
  const edge = async () => {
    const { y, height } = (await toolbar(page).boundingBox())!;
    return y + height;
  };
  await expect.poll(edge).toBeCloseTo(844, 0);
  for (const button of await toolbar(page).getByRole('button').all()) {
    await expect(button).toBeInViewport({ ratio: 1 });
    expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  }
  await toolbar(page).getByRole('button', { name: 'Claim' }).tap();
  await expect(page.getByRole('dialog', { name: 'Annotation' })).toBeVisible();
  await expect.poll(() => markedText(page)).toEqual([words]);
  const sheet = page.getByRole('dialog', { name: 'Annotation' });
  const edgeOfSheet = async () => (await sheet.boundingBox())!.y;
  expect(top).toBeGreaterThan(await edgeOfSheet());
  const mark = page.locator('mark.hl', { hasText: words });
  const roomAbove = async () => {
    const { y, height } = (await mark.boundingBox())!;
    return (await edgeOfSheet()) - y - height;
  };
  await expect.poll(roomAbove).toBeGreaterThan(10);
  await openNote(page)
    .getByRole('button', { name: /Comment/ })
    .tap();
  await writer(page).pressSequentially('With a thumb');
  await page.getByRole('button', { name: 'Save' }).tap();
  await expect(openNote(page)).toContainText('With a thumb');
  await page.getByRole('button', { name: 'Close' }).tap();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.locator('mark.hl').tap();
  await expect(page.getByRole('dialog', { name: 'Annotation' })).toContainText('With a thumb');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
