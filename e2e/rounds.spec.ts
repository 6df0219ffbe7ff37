import { expect, test } from './fixtures';

test('a moderator opens a round, a member goes through it by keyboard, and it is revealed as it closes', async ({
  signIn,
  groupOf,
}) => {
  const [mo, ann, ben] = [await signIn('Mo'), await signIn('Ann'), await signIn('Ben')];
  const group = await groupOf(mo, ann, ben);
  const cards = `/groups/${group.slug}/cards`;
  const statements = ['Rain falls upwards.', 'Snow is warm.', 'Fog talks.'];
  for (const statement of statements) await mo.api('POST', cards, { kind: 'claim', statement });
  await ann.api('POST', `${cards}/1/positions`, { credence: 60, reason: 'I saw it.' });

  const { page } = mo;
  await page.goto(`/g/${group.slug}/cards`);
  await page.getByRole('link', { name: 'Rounds' }).click();
  await page.getByRole('button', { name: 'Open a round' }).click();
  const dialog = page.getByRole('dialog', { name: 'Open a round' });
  await dialog.getByLabel('Title').fill('Before we meet');
  for (const statement of statements) await dialog.getByRole('checkbox', { name: statement }).check();
  await dialog.getByRole('button', { name: 'Open with 3 cards' }).click();
  await expect(page.getByRole('heading', { name: 'Before we meet' })).toBeVisible();

  await ann.page.goto(`/g/${group.slug}/cards`);
  await expect(ann.page.getByText('Before we meet: you answered 0 of 3.')).toBeVisible();
  await ann.page.getByRole('link', { name: 'Answer', exact: true }).click();
  const keyboard = ann.page.keyboard;
  const question = (statement: string) => ann.page.getByRole('form', { name: statement });
  const number = (statement: string) => question(statement).getByRole('spinbutton');
  await expect(number('Rain falls upwards.')).toBeFocused();
  await expect(question('Rain falls upwards.')).toContainText('Before, you answered 60 %. Enter keeps it.');
  await number('Rain falls upwards.').fill('75');
  await keyboard.press('Enter');
  await expect(number('Snow is warm.')).toBeFocused();
  await keyboard.type('20');
  await keyboard.press('Enter');
  await expect(number('Fog talks.')).toBeFocused();
  await keyboard.type('5');
  await keyboard.press('Enter');
  await expect(ann.page.getByText('You have answered every card.')).toBeVisible();
  const results = (of: typeof page) => of.getByRole('region', { name: /^Before and/ });
  await expect(results(ann.page).getByRole('listitem').first()).toContainText('60 % → 75 %');
  await expect(page.getByText('1 person took part')).toBeVisible();

  await ben.page.goto(page.url());
  await expect(results(ben.page)).toContainText('Others’ answers stand here after yours');
  await expect(results(ben.page).getByRole('img')).toHaveCount(0);
  await page.getByRole('button', { name: 'Close now' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await expect(results(ben.page).getByRole('img', { name: 'Answers: 75 %' })).toBeVisible();
  await expect(ben.page.getByRole('spinbutton')).toHaveCount(0);
});
