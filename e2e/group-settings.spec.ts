import { expect, test } from './fixtures';

test('what is typed in the settings of a group survives other pages, reloads and what others save meanwhile', async ({
  signIn,
  groupOf,
}) => {
  const [mo, olu] = [await signIn('Mo'), await signIn('Olu')];
  const { slug } = await groupOf(mo, olu);
  const at = `/groups/${slug}/guideline`;
  await mo.api('PATCH', `/groups/${slug}/members/${olu.id}`, { role: 'moderator' });
  await mo.api('PUT', at, { markdown: 'Whole sentences.' });
  const { page } = mo;
  await page.goto(`/g/${slug}/settings`);
  const [purpose, guideline] = [page.getByLabel('What is it for?'), page.getByLabel('How to annotate here')];
  const section = page.getByRole('region', { name: 'Guideline' });
  const back = section.getByText('What you had here before is back.');
  await purpose.fill('Bees.');
  await guideline.fill('Half sentences, too.');
  await page.getByRole('link', { name: 'Members' }).click();
  await expect(page).toHaveURL(/members$/);
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await expect(back).toBeVisible();
  await expect(purpose).toHaveValue('Bees.');
  await expect(guideline).toHaveValue('Half sentences, too.');

  // Who saves over what another saved meanwhile is told so before.
  await olu.api('PUT', at, { markdown: 'Olu’s.' });
  await page.reload();
  await expect(section.getByText('Somebody else saved something here since')).toBeVisible();
  await expect(guideline).toHaveValue('Half sentences, too.');
  await section.getByRole('button', { name: 'Discard it' }).click();
  await expect(guideline).toHaveValue('Olu’s.');
  await expect(guideline).toBeFocused();
  await expect(back).toBeHidden();
  await section.getByRole('button', { name: 'Undo' }).click();
  await expect(guideline).toHaveValue('Half sentences, too.');
  await section.getByRole('button', { name: 'Discard it' }).click();
  await guideline.fill('All of it.');
  await section.getByRole('button', { name: 'Save guideline' }).click();
  await expect(section.getByText('Saved.')).toBeVisible();
  await page.reload();
  await expect(guideline).toHaveValue('All of it.');
  await expect(back).toBeHidden();
  await expect(purpose).toHaveValue('Bees.');
});

test('who comes back to the settings of a group finds what others saved, and what is typed there', async ({
  signIn,
  groupOf,
}) => {
  const [mo, olu] = [await signIn('Mo'), await signIn('Olu')];
  const { slug } = await groupOf(mo, olu);
  await mo.api('PATCH', `/groups/${slug}/members/${olu.id}`, { role: 'owner' });
  await mo.api('PUT', `/groups/${slug}/guideline`, { markdown: 'Whole sentences.' });
  const { page } = mo;
  await page.goto(`/g/${slug}/settings`);
  const [purpose, guideline] = [page.getByLabel('What is it for?'), page.getByLabel('How to annotate here')];
  await expect(guideline).toHaveValue('Whole sentences.');
  await purpose.fill('Bees.');
  await olu.api('PUT', `/groups/${slug}/guideline`, { markdown: 'Olu’s.' });
  await olu.api('PATCH', `/groups/${slug}`, { visibility: 'public' });
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await expect(guideline).toHaveValue('Olu’s.');
  await expect(page.getByLabel('Public')).toBeChecked();
  await expect(purpose).toHaveValue('Bees.');
  await expect(page.getByText('Somebody else saved something here since')).toBeHidden();

  await guideline.fill('Mine and Olu’s.');
  await page.getByRole('button', { name: 'Save guideline' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await olu.api('PATCH', `/groups/${slug}`, { description: 'Wasps.' });
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await expect(page.getByText('Somebody else saved something here since')).toHaveCount(1);
  await expect(purpose).toHaveValue('Bees.');
  await page.getByRole('button', { name: 'Discard it' }).click();
  await expect(purpose).toHaveValue('Wasps.');

  // Who did not come back to it is told when they save, and may then save over it.
  await olu.api('PUT', `/groups/${slug}/guideline`, { markdown: 'Olu’s again.' });
  await guideline.fill('Mine again.');
  await page.getByRole('button', { name: 'Save guideline' }).click();
  await expect(page.getByText('Somebody else saved something here since')).toBeVisible();
  await expect(guideline).toHaveValue('Mine again.');
  await page.getByRole('button', { name: 'Save guideline' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
});
