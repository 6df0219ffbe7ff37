import { expect, test } from './fixtures';

test('board and card follow what others do, keep what was typed, and tell no answer too early', async ({
  signIn,
  groupOf,
}) => {
  const [mo, ann, ben] = [await signIn('Mo'), await signIn('Ann'), await signIn('Ben')];
  const group = await groupOf(mo, ann, ben);
  const cards = `/groups/${group.slug}/cards`;
  const propose = (statement: string) =>
    mo.api<{ id: string; number: number }>('POST', cards, { kind: 'crux', statement });
  await propose('The first of all.');
  const { page } = ann;
  const column = (name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });

  await page.goto(`/g/${group.slug}/cards`);
  await page.getByRole('button', { name: 'New card' }).click();
  const typed = page.getByRole('dialog').getByLabel('Statement');
  await typed.fill('Half a thought');
  const card = await propose('Rain falls upwards.');
  await expect(column('Proposed').getByText('Rain falls upwards.')).toBeAttached();
  await expect(typed).toHaveValue('Half a thought');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

  await page.context().setOffline(true);
  await mo.api('POST', `${cards}/${card.id}/steps`, { verb: 'accept' });
  await page.context().setOffline(false);
  await expect(column('Open').getByText('Rain falls upwards.')).toBeVisible();

  await page.goto(`/g/${group.slug}/cards/${card.number}`);
  const panel = page.getByRole('region', { name: 'What do you believe?' });
  const reason = panel.getByLabel('Reason');
  await reason.fill('I have seen');
  const position = { credence: 83, reason: 'A drop on the ceiling.' };
  await ben.api('POST', `${cards}/${card.id}/positions`, position);
  await expect(panel).toContainText('1 other person has answered.');
  expect(await page.content()).not.toContain(position.reason);
  await mo.api('POST', `${cards}/${card.id}/steps`, { verb: 'archive' });
  await expect(page.getByText('Somebody changed this card while you were writing.')).toBeVisible();
  await expect(reason).toHaveValue('I have seen');
  await page.getByRole('button', { name: 'Show it' }).click();
  await expect(panel).toContainText('This card is not open');
  await expect(page.getByRole('button', { name: 'Show it' })).toHaveCount(0);
});
