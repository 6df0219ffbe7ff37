import { expect, test } from './fixtures';

const content = `# By touch

A long paragraph for a small screen. Somebody holds a phone in one hand and reads on the way to work.
`;
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test('on a phone a tap opens what is under it, and a selection brings the tools', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann', phone);
  const address = await essayIn(ann, await groupOf(ann), content);
  const api = address.replace('/g/', '/groups/').replace(/\/([^/]+)$/, '/essays/$1');
  await ann.api('POST', `${api}/annotations`, {
    target: { version: 1, selector: [{ type: 'TextQuoteSelector', exact: 'a small screen' }] },
    tags: ['crux'],
  });
  const { page } = ann;
  await page.goto(address);
  await page.locator('#essay mark').tap();
  await expect(page.locator('#essay mark.on')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.locator('#essay mark.on')).toHaveCount(0);
  await page.evaluate(() => {
    const node = [...document.querySelectorAll('#essay p')].at(-1)!.lastChild!;
    document.getSelection()!.setBaseAndExtent(node, 2, node, 20);
  });
  const claim = page.getByRole('button', { name: 'Claim' }).first();
  await expect(claim).toBeInViewport();
  expect((await claim.boundingBox())!.height).toBeGreaterThanOrEqual(44);
});

test('what is tapped on before its annotation is there opens when it comes', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann', phone);
  const address = await essayIn(ann, await groupOf(ann), content);
  await ann.api(
    'POST',
    `${address.replace('/g/', '/groups/').replace(/\/([^/]+)$/, '/essays/$1')}/annotations`,
    {
      target: { version: 1, selector: [{ type: 'TextQuoteSelector', exact: 'a small screen' }] },
      tags: ['crux'],
    },
  );
  const { page } = ann;
  let arrive = () => {};
  const mayArrive = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/annotations?*', async (route) => {
    await mayArrive;
    await route.continue();
  });
  // The page's own fetch is held, so it never loads to the end.
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('#essay mark').tap();
  await expect(page.locator('.sheet, .sheet-button')).toHaveCount(0);
  arrive();
  await expect(page.getByRole('dialog', { name: 'Annotation' })).toBeVisible();
});
