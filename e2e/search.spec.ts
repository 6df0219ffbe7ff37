import { expect, test } from './fixtures';

const filler = 'A hive is a house of wax, and all who live in it were born there.\n\n'.repeat(60);

test('what a group wrote is found from its header and opens in its place, and a misspelling is mended', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const [mo, ann] = [await signIn('Mo'), await signIn('Ann')];
  const group = await groupOf(mo, ann);
  const path = await essayIn(mo, group, `# Bees\n\n${filler}The queen is *superseded* quietly.`);
  const essay = path.split('/').at(-1);
  await mo.api('POST', `/groups/${group.slug}/essays/${essay}/annotations`, {
    target: { version: 1, selector: [{ type: 'TextQuoteSelector', exact: 'quietly' }] },
    comment: { markdown: 'Supersedure has its own season.' },
    tags: ['crux'],
  });
  const { page } = ann;
  await page.goto(`/g/${group.slug}`);
  await page.getByRole('searchbox', { name: /^Search in/ }).fill('superseding');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Search' })).toBeVisible();
  await expect(page.locator('mark')).toHaveText(['superseded']);
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: 'Essay: Bees' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForURL(/#at-\d+-\d+$/);
  await expect(page.getByText('The queen is superseded quietly.')).toBeInViewport();
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('search')?.size)).toBe(1);

  await page.goto(`/search?q=season&group=${group.slug}`);
  await page.getByRole('link', { name: /Mo on Bees/ }).click();
  await expect(page.getByText('Supersedure has its own season.')).toBeInViewport();

  await page.goto(`/search?q=suprseded&group=${group.slug}`);
  await page.getByRole('link', { name: 'superseded', exact: true }).click();
  await expect(page.locator('mark')).toHaveText(['superseded']);
});

test('by keys alone one goes anywhere by a part of its name, and Escape gives the focus back', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const mo = await signIn('Mo');
  const group = await groupOf(mo);
  const path = await essayIn(mo, group, '# On the waggle dance\n\nThey dance.');
  const { page } = mo;
  await page.goto(path);
  const back = page.getByRole('link', { name: 'Cruxbook, start page' });
  await back.focus();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: /^Essay, group/ });
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(back).toBeFocused();

  await page.goto('/inbox');
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await page.keyboard.type('wagle dance');
  const option = page.getByRole('option', { name: /On the waggle dance/ });
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${path}`);
});

test('what one has chosen in the palette stays chosen when more is found around it', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const mo = await signIn('Mo');
  const group = await groupOf(mo);
  await essayIn(mo, group, '# Account of a voyage\n\nThey sailed.');
  const { page } = mo;
  await page.goto('/inbox');
  let answer = () => {};
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/api/v1/jump?q=account', async (route) => {
    await asked;
    await route.continue();
  });
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: /^Essay, group/ })).toBeFocused();
  await page.keyboard.type('account');
  const chosen = page.getByRole('option', { selected: true });
  await expect(chosen).toHaveText(/^Your account/);
  await page.keyboard.press('ArrowDown');
  await expect(chosen).toHaveText(/^Search for/);
  answer();
  await expect(page.getByRole('option').first()).toHaveText(/^Account of a voyage/);
  await expect(chosen).toHaveText(/^Search for/);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search?q=account');
});

test('a visitor goes anywhere in what is public from the menu, and to nothing else', async ({
  signIn,
  essayIn,
  groupOf,
  visit,
}) => {
  const mo = await signIn('Mo');
  const title = `Gannets ${Date.now()}`;
  const body = { name: 'Open house', visibility: 'public' };
  const open = await mo.api<{ id: string; slug: string }>('POST', '/groups', body);
  const path = await essayIn(mo, open, `# ${title}, in the open\n\nThey dive.`);
  await essayIn(mo, await groupOf(mo), `# ${title}, in private\n\nThey nest.`);
  const page = await visit();
  await page.goto(`/g/${open.slug}`);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Go to…' }).click();
  await page.getByRole('combobox', { name: /^Essay, group/ }).fill(title);
  await expect(page.getByRole('option', { name: title })).toHaveText([/in the open/, /^Search for/]);
  await page.getByRole('option').first().click();
  await page.waitForURL(`**${path}`);
  await page.getByRole('link', { name: 'Search' }).click();
  await expect(page.getByRole('combobox', { name: /^Essay, group/ })).toBeFocused();
});

test('an address that says what cannot be finds nothing, and is no fault', async ({ signIn, groupOf }) => {
  const mo = await signIn('Mo');
  const group = await groupOf(mo);
  for (const path of [`/g/${group.slug}/concordance?q=a&essay=none&tag=none`, '/search?q=zzzzqx'])
    await expect(mo.page.goto(path).then((answer) => answer?.status())).resolves.toBe(200);
  for (const bad of ['%00', '%00a', '_', '-8e15_0_x'])
    for (const path of [
      `/search?q=${bad}&after=${bad}&group=${bad}&essay=${bad}&tag=${bad}&person=${bad}&from=${bad}`,
      `/search?q=a&after=${bad}&sort=newest`,
      `/g/${group.slug}/concordance?q=${bad}&essay=${bad}&tag=${bad}&in=${bad}`,
      `/g/${group.slug}/concordance?q=a&essay=${bad}`,
      `/g/${group.slug}/concordance?q=a&tag=${bad}`,
    ])
      expect([path, (await mo.page.request.get(path)).status()]).toEqual([path, 200]);
});

test('words that are too many for a search stay in their field, and nothing is listed instead', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const mo = await signIn('Mo');
  const group = await groupOf(mo);
  await essayIn(mo, group, '# Bees\n\nThey dance.');
  await mo.api('POST', `/groups/${group.slug}/cards`, { kind: 'claim', statement: 'Bees dance.' });
  const { page } = mo;
  const words = `${'dance '.repeat(40)}bees`;
  await page.goto(`/g/${group.slug}`);
  await page.getByRole('searchbox', { name: /^Search in/ }).fill(words);
  await page.keyboard.press('Enter');
  const said = page.getByText('A search may have 200 characters at most, and this has 244');
  await expect(said).toBeVisible();
  await expect(page.getByRole('searchbox', { name: /^Search in/ })).toHaveValue(words);
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Mo’s circle');
  await expect(page.locator('main')).not.toContainText(/found|Bees/);
  await page.getByRole('searchbox', { name: /^Search in/ }).fill('dance');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^2 found/ })).toBeVisible();

  await page.goto(`/g/${group.slug}/concordance?q=${encodeURIComponent(words)}`);
  await expect(said).toBeVisible();
  await expect(page.getByRole('searchbox', { name: 'Word' })).toHaveValue(words);
  await expect(page.locator('main')).not.toContainText('Nothing found');
});

test('of what is pasted into a search no more is sent than an address holds', async ({ signIn, groupOf }) => {
  const mo = await signIn('Mo');
  const { slug } = await groupOf(mo);
  const { page } = mo;
  const most = '狐'.repeat(1_000);
  for (const [path, name] of [
    [`/g/${slug}`, /^Search in/],
    ['/search', 'Search'],
    [`/g/${slug}/concordance`, 'Word'],
  ] as const) {
    await page.goto(path);
    const field = page.getByRole('searchbox', { name });
    await field.focus();
    await page.keyboard.insertText(most + most);
    await page.keyboard.press('Enter');
    await expect(
      page.getByText('A search may have 200 characters at most, and this has 1,000'),
    ).toBeVisible();
    await expect(field).toHaveValue(most);
  }
});

test('a word stands in its context, and the lines are taken away as a file', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const mo = await signIn('Mo');
  const group = await groupOf(mo);
  await essayIn(mo, group, '# Bees\n\nSome bees dance. Other bees sleep.');
  const { page } = mo;
  await page.goto(`/g/${group.slug}/concordance`);
  await page.getByRole('searchbox', { name: 'Word' }).fill('bee');
  await page.getByLabel('Order').selectOption('Words after');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('table').getByRole('link')).toHaveText(['Bees', 'bees', 'bees']);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV' }).click();
  expect((await download).suggestedFilename()).toBe('concordance.csv');
});
