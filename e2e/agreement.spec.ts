import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures';

const essay =
  '# Bees\n\nThey hum in the heather. They never sleep at noon.\n\nWinter kills the weak ones first.';

test('a group sees how far it agrees, takes it away, and finds in the text what is contested', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const [mo, ann, ben, cy] = [
    await signIn('Mo'),
    await signIn('Ann'),
    await signIn('Ben'),
    await signIn('Cy'),
  ];
  const group = await groupOf(mo, ann, ben, cy);
  const path = await essayIn(mo, group, essay);
  const slug = path.split('/').at(-1);
  const { page } = ann;

  await page.goto(`/g/${group.slug}/agreement`);
  await expect(page.getByText('No two people have annotated the same text yet')).toBeVisible();

  const mark = (who: typeof mo, exact: string, tag: string) =>
    who.api('POST', `/groups/${group.slug}/essays/${slug}/annotations`, {
      target: { version: 1, selector: [{ type: 'TextQuoteSelector', exact }] },
      tags: [tag],
    });
  for (const who of [mo, ann, ben]) await mark(who, 'They hum in the heather.', 'claim');
  await mark(mo, 'Winter kills the weak ones first.', 'crux');
  await mark(ann, 'Winter kills the weak ones first.', 'crux');

  await page.goto(`/g/${group.slug}`);
  await page.getByRole('link', { name: 'Corpus', exact: true }).click();
  await page.getByRole('link', { name: 'Agreement', exact: true }).first().click();
  await expect(page.getByText('3 people annotated the text; 3 of them tagged 5 passages.')).toBeVisible();
  await expect(page.getByText('Few people or passages: with')).toBeVisible();
  const tags = page.getByRole('region', { name: 'Measures by tag' });
  await expect(tags.getByRole('row', { name: /Claim/ }).getByRole('cell').first()).toContainText('1.00');
  await expect(tags.getByRole('row', { name: /Failure mode/ })).toContainText(
    'Undefined because there are no marks with this tag to compare.',
  );

  await page
    .getByRole('navigation', { name: 'Tag of the pairs' })
    .getByRole('link', { name: 'Crux' })
    .click();
  await expect(page).toHaveURL(/tag=crux/);
  const pairs = page.getByRole('figure', { name: /Who agrees with whom on Crux/ });
  await expect(pairs.getByText('2 people, 1 pair')).toBeVisible();

  const drawing = page.waitForEvent('download');
  await pairs.getByRole('button', { name: 'Save as SVG' }).click();
  expect((await drawing).suggestedFilename()).toMatch(/-agreement-pairs-crux-.*\.svg$/);
  const positions = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Positions (CSV)' }).click();
  expect((await positions).suggestedFilename()).toBe('agreement-positions.csv');

  // Cy looks for claims and finds none: now nothing is agreed on by all.
  const looked = { version: 1, block: 0, tag: 'claim', checked: true };
  await cy.api('PUT', `/groups/${group.slug}/essays/${slug}/checks`, looked);
  await page.getByRole('link', { name: 'Bees' }).click();
  await expect(page.getByText('4 people annotated the text; 3 of them tagged 5 passages.')).toBeVisible();
  await page.getByText('Who counts: 4 people').click();
  await expect(page.getByText('Looked and found nothing: 1 person.')).toBeVisible();
  const figures = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Figures (CSV)' }).click();
  expect(readFileSync(await (await figures).path(), 'utf8')).toMatch(
    /^[^,]+,1,claim,krippendorff_alpha_tokens,/m,
  );

  await page.goto(path);
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await page.getByRole('checkbox', { name: 'Sentences that some marked, and others did not' }).check();
  await page.keyboard.press('Escape');
  const strip = page.getByRole('region', { name: 'Contested sentences' });
  await expect(strip.getByText('2 contested sentences among 4 people')).toBeVisible();
  await page.getByRole('button', { name: /^Claim by 3 of 4/ }).press('ArrowDown');
  await page.getByRole('button', { name: /^Crux by 2 of 3: Winter kills/ }).press('Enter');
  const said = page.getByRole('region', { name: 'Who marked this sentence' });
  // Cy looked for claims alone.
  await expect(said).toContainText('2 of 3 annotators');
  await said.getByRole('button', { name: 'Mo' }).click();
  await expect(said).toBeHidden();
  await expect(page.locator('[id^="a-"]:focus')).toContainText('Mo');
});

test('agreement of a private group is not there for others', async ({ signIn, groupOf }) => {
  const [mo, eve] = [await signIn('Mo'), await signIn('Eve')];
  const group = await groupOf(mo);
  const response = await eve.page.goto(`/g/${group.slug}/agreement`);
  expect(response?.status()).toBe(404);
});
