import { expect, test } from './fixtures';

test('the open page of a blind reading follows it, takes away nothing that is being written, and says when it is over', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const [mo, ann, ben] = [await signIn('Mo'), await signIn('Ann'), await signIn('Ben')];
  const group = await groupOf(mo, ann, ben);
  const path = await essayIn(mo, group, '# Bees\n\nThey hum in the heather.');
  const rounds = `/groups/${group.slug}/essays/${path.split('/').at(-1)}/rounds`;
  const begin = () => mo.api<{ id: string }>('POST', rounds, { title: 'Hive', people: [ann.id, ben.id] });
  const { id } = await begin();
  const done = (who: typeof mo) => who.api('PUT', `${rounds}/${id}/done`, { done: true });
  for (const { page } of [mo, ann]) {
    await page.goto(`${path}/rounds/${id}`);
    await expect(page.getByText('0 of 2 are done')).toBeVisible();
  }
  await done(ben);
  for (const { page } of [mo, ann]) await expect(page.getByText('1 of 2 are done')).toBeVisible();
  await expect(mo.page.getByRole('region', { name: 'Who reads' })).toContainText(/Ben\s·\sdone/);

  await mo.page.getByRole('button', { name: 'Change title or guideline' }).click();
  const asking = mo.page.getByRole('dialog', { name: 'Title and guideline' });
  await asking.getByLabel('Guideline').fill('Half a sentence');
  await done(ann);
  await expect(ann.page.getByRole('heading', { name: 'Agreement before and after' })).toBeVisible();
  await asking.getByRole('button', { name: 'Save' }).click();
  await expect(asking.getByRole('alert')).toContainText('This round is revealed already');
  await expect(asking.getByLabel('Guideline')).toHaveValue('Half a sentence');
  await asking.getByRole('button', { name: 'Cancel' }).click();
  await expect(mo.page.getByText(/Revealed on/)).toBeVisible();
  await expect(mo.page.getByRole('button', { name: 'Reveal now' })).toHaveCount(0);

  // A page that heard nothing of the reveal.
  const other = await begin();
  await mo.page.route('**/events?*', (route) => route.abort());
  await mo.page.goto(`${path}/rounds/${other.id}`);
  await mo.page.getByRole('button', { name: 'Reveal now' }).click();
  await mo.api('POST', `${rounds}/${other.id}/reveal`);
  await mo.page.getByRole('dialog').getByRole('button', { name: 'Reveal' }).click();
  const over = mo.page.getByRole('dialog', { name: 'It is over already' });
  await expect(over).toContainText('This round is revealed already: everybody sees what was marked in it.');
  await over.getByRole('button', { name: 'Show it' }).click();
  await expect(mo.page.getByText(/Revealed on/)).toBeVisible();
});
