import { expect, test } from './fixtures';
import { expectNoViolations } from './no-violations';

const essay = `# The lighthouse that answered

The keeper had asked for a lamp. What arrived was a lamp that explained itself, at length, whenever a ship came near.

For a year nobody minded. The ships came in, and the explanations were, by and large, true.

## What the ships learned

Captains learned to steer by the explanation rather than by the light.
`;

test('the first person sets the site up and sees the sample', async ({ page }) => {
  test.skip(!process.env.CRUXBOOK_SETUP_LINK, 'the site was set up before');
  await page.goto(process.env.CRUXBOOK_SETUP_LINK!);
  await page.getByLabel('Name').fill('Ada Example');
  await page.getByLabel(/e-mail/i).fill('ada@example.org');
  await page
    .getByLabel(/^password/i)
    .first()
    .fill('a long enough passphrase');
  await page.getByRole('button', { name: 'Set up' }).click();
  await expect(page.getByRole('heading', { name: 'Your groups' })).toBeVisible();
  expect((await page.request.get(process.env.CRUXBOOK_SETUP_LINK!)).status()).toBe(404);

  await page.getByRole('link', { name: 'The Thursday Table' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'annotations' })).toHaveCount(3);
});

test('somebody founds a group, gives it an essay and invites another, who makes an account', async ({
  signIn,
  visit,
}) => {
  const { page } = await signIn('Ada Example');
  await page.goto('/groups/new');
  await page.getByLabel('Name').fill('Night readers');
  await page.getByRole('button', { name: 'Create group' }).click();
  await expect(page.getByRole('heading', { name: 'Night readers' })).toBeVisible();
  const groupUrl = page.url();

  await page.getByRole('link', { name: 'Invite the others' }).click();
  await page.getByRole('button', { name: 'Make link' }).click();
  const invitation = await page.getByLabel('Invitation link').inputValue();

  await page.goto(groupUrl);
  await page.getByRole('link', { name: 'Add an essay' }).click();
  await page.getByLabel('Text').fill(essay);
  await page.getByLabel('Format').selectOption('markdown');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(
    page.getByRole('region', { name: 'Preview' }).getByText('What the ships learned'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Add to the reading list' }).click();
  await expect(page.getByRole('article').getByText('The keeper had asked for a lamp.')).toBeVisible();

  const stranger = await visit();
  expect((await stranger.goto(groupUrl))?.status()).toBe(404);

  await stranger.goto(invitation);
  await expect(stranger.getByText('Night readers')).toBeVisible();
  await stranger.getByRole('link', { name: 'Make an account and join' }).click();
  await stranger.getByLabel('Name').fill('Bo Example');
  await stranger.getByLabel('E-mail address').fill(`bo.${Date.now()}@example.org`);
  await stranger.getByLabel('Password', { exact: true }).fill('another long passphrase');
  await stranger.getByRole('button', { name: 'Make an account' }).click();
  await expect(stranger.getByRole('link', { name: 'The lighthouse that answered' })).toBeVisible();
});

test('an administrator opens the site to everybody and closes it again', async ({
  signIn,
  database,
  visit,
}) => {
  const { page, id } = await signIn('Ada');
  expect((await page.goto('/site'))?.status()).toBe(404);
  await database.query('UPDATE "user" SET is_admin = true WHERE id = $1', [id]);
  const visitor = await visit();

  await page.goto('/');
  await page.locator('[popovertarget="account"]:not([data-palette])').click();
  await page.getByRole('link', { name: 'Site settings' }).click();
  await expectNoViolations(page);
  await page.getByRole('radio', { name: 'Anybody who can reach this site' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The change applies immediately.')).toBeVisible();
  await visitor.goto('/');
  await visitor.getByRole('link', { name: 'Make an account' }).click();
  await expect(visitor.getByRole('button', { name: 'Make an account' })).toBeVisible();

  await page.reload();
  await expect(page.getByRole('radio', { name: 'Anybody who can reach this site' })).toBeChecked();
  await page.getByRole('radio', { name: 'People with an invitation' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The change applies immediately.')).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByText('accounts come with an invitation')).toBeVisible();
});
