import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { expectNoViolations } from './no-violations';

const password = 'wind over the estuary';

async function setPassword(page: Page, fresh = password) {
  await page.goto('/settings');
  await page.getByLabel('New password', { exact: true }).fill(fresh);
  await page.getByRole('button', { name: /(Set a|Change) password/ }).click();
  await expect(page.getByText('Your other sessions have ended.')).toBeVisible();
}

async function typeSignIn(page: Page, email: string, typed = password) {
  await page.getByLabel('E-mail address').first().fill(email);
  await page.getByLabel('Password', { exact: true }).fill(typed);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('somebody signs in and out without script, and a wrong password keeps the address', async ({
  visit,
  signIn,
}) => {
  const { page: before, email } = await signIn('Nora');
  await setPassword(before);
  const page = await visit({ javaScriptEnabled: false });
  await page.goto('/settings');
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  await typeSignIn(page, email, 'wrong');
  await expect(page.getByText('E-mail address or password is not right.')).toBeVisible();
  await expect(page.getByLabel('E-mail address').first()).toHaveValue(email);
  expect(page.url()).not.toContain('example.org');
  await typeSignIn(page, email);
  await expect(page).toHaveURL('/settings');
  await page.locator('[popovertarget="account"]:not([data-palette])').click();
  await page.locator('header').getByRole('button', { name: 'Sign out' }).click();
  await page.goto('/settings');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('a session that is signed out in settings ends at its next request', async ({ visit, signIn }) => {
  const { page, email } = await signIn('Sam');
  await setPassword(page);
  const other = await visit();
  await other.goto('/sign-in?callbackUrl=/settings');
  await typeSignIn(other, email);
  await expect(other).toHaveURL('/settings');
  await page.reload();
  await page.getByRole('button', { name: /^Sign out: / }).click();
  await expect(page.getByRole('button', { name: /^Sign out: / })).toHaveCount(0);
  await other.reload();
  await expect(other).toHaveURL(/\/sign-in/);
});

test('who is signed out elsewhere is told so, keeps what they typed, and goes on once they are back', async ({
  visit,
  signIn,
  groupOf,
  essayIn,
}) => {
  const sam = await signIn('Sam');
  await setPassword(sam.page);
  const group = await groupOf(sam);
  const essay = await essayIn(sam, group, '# The jar\n\nIt is full of thanks.');
  const other = await visit();
  await other.goto(`/sign-in?callbackUrl=/g/${group.slug}/settings`);
  await typeSignIn(other, sam.email);
  await other.getByLabel('What is it for?').fill('Half a sentence');
  const reading = await other.context().newPage();
  await reading.goto(essay);
  await expect(reading.getByText('No annotations yet')).toBeVisible();
  await sam.page.reload();
  await sam.page.getByRole('button', { name: /^Sign out: / }).click();
  await expect(other.getByText('You are signed out.')).toBeVisible();
  await expect(other.getByLabel('What is it for?')).toHaveValue('Half a sentence');
  await expect(reading.getByText('You are signed out.')).toBeVisible();
  const again: string[] = [];
  for (const page of [other, reading]) page.on('request', (request) => again.push(request.url()));
  await reading.getByRole('button', { name: 'Sign in' }).click();
  const dialog = reading.getByRole('dialog', { name: 'Sign in again' });
  await dialog.getByLabel('Password').fill(password);
  expect(again.filter((url) => url.includes('/events'))).toEqual([]);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(reading.getByText('You are signed out.')).toHaveCount(0);
  await other.evaluate(() => dispatchEvent(new Event('focus')));
  await expect(other.getByText('You are signed out.')).toHaveCount(0);
  await expect(other.getByLabel('What is it for?')).toHaveValue('Half a sentence');
});

test('a session that ended while the network was away is noticed when it is back', async ({
  visit,
  signIn,
  groupOf,
  essayIn,
}) => {
  const sam = await signIn('Sam');
  await setPassword(sam.page);
  const essay = await essayIn(sam, await groupOf(sam), '# The jar\n\nIt is full of thanks.');
  const reading = await visit();
  await reading.goto(`/sign-in?callbackUrl=${essay}`);
  await typeSignIn(reading, sam.email);
  await expect(reading.getByText('No annotations yet')).toBeVisible();
  await reading.route('**/api/v1/**', (route) => route.abort());
  await reading.evaluate(() => dispatchEvent(new Event('online')));
  await expect(reading.getByText('Offline.')).toBeVisible();
  await sam.page.reload();
  await sam.page.getByRole('button', { name: /^Sign out: / }).click();
  await expect(sam.page.getByRole('button', { name: /^Sign out: / })).toHaveCount(0);
  await reading.unroute('**/api/v1/**');
  await expect(reading.getByText('You are signed out.')).toBeVisible();
});

test('an account at an identity provider is disconnected, but never the last way in', async ({
  signIn,
  database,
}) => {
  const { page, id } = await signIn('Lia');
  await database.query(
    `INSERT INTO account (user_id, type, provider, provider_account_id)
     VALUES ($1, 'oidc', 'oidc', $2), ($1, 'oidc', 'oidc', $3)`,
    [id, `school-${id}`, `work-${id}`],
  );
  await page.goto('/settings');
  const ways = page.getByRole('list', { name: 'Ways to sign in' });
  await ways.getByRole('button', { name: `work-${id}` }).click();
  await expect(ways.getByText(`work-${id}`)).toHaveCount(0);
  await expect(ways.getByText('your only way in')).toBeVisible();
  await expect(ways.getByRole('button')).toHaveCount(0);
});

test('the time zone of the browser is offered, and times are shown in it', async ({ signIn }) => {
  const { page } = await signIn('Toru', { timezoneId: 'Asia/Tokyo' });
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Use that' }).click();
  await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Tokyo');
  await page.getByRole('button', { name: 'Save profile' }).click();
  await expect(page.getByText('Times are shown in Asia/Tokyo.')).toBeVisible();
});

test('an API token works until it is revoked', async ({ signIn, playwright, baseURL }) => {
  const { page, id } = await signIn('Tove', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto('/settings');
  await page.getByLabel('What is it for?').fill('Weekly export');
  await page.getByRole('button', { name: 'Make a token' }).click();
  const token = await page.getByLabel('Copy the token now').inputValue();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(token);
  const script = await playwright.request.newContext({
    ...(baseURL && { baseURL }),
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  expect(await (await script.get('/api/v1/me')).json()).toMatchObject({ id });
  expect((await script.patch('/api/v1/me', { data: { name: 'X' } })).status()).toBe(403);
  await page.getByRole('button', { name: 'Revoke: Weekly export' }).click();
  await expect(page.getByText('Weekly export', { exact: true })).toHaveCount(0);
  expect((await script.get('/api/v1/me')).status()).toBe(401);
  await script.dispose();
});

test('an invitation brings somebody with an account back after signing in', async ({
  visit,
  signIn,
  groupOf,
}) => {
  const owner = await signIn('Olga');
  const group = await groupOf(owner);
  const invitation = await owner.api<{ url: string }>('POST', `/groups/${group.id}/invitations`, {});
  const guest = await signIn('Gus');
  await setPassword(guest.page);
  const page = await visit({ viewport: { width: 390, height: 844 } });
  const referrers: string[] = [];
  page.on('request', (request) => referrers.push(request.headers().referer ?? ''));
  await page.goto(invitation.url);
  await page.getByRole('link', { name: 'I have an account' }).click();
  await typeSignIn(page, guest.email);
  await page.getByRole('button', { name: 'Join the group' }).click();
  await expect(page).toHaveURL(`/g/${group.slug}`);
  expect(referrers.filter((referrer) => referrer.includes('/invite/'))).toEqual([]);
});

test('an account is deleted only when no group is left without an owner', async ({ signIn, groupOf }) => {
  const owner = await signIn('Dora');
  const member = await signIn('Max');
  await groupOf(owner, member);
  await owner.page.goto('/settings');
  await owner.page.getByText('Delete my account…').click();
  await owner.page.getByLabel('I understand').check();
  await owner.page.getByRole('button', { name: 'Delete my account', exact: true }).click();
  await expect(owner.page.getByText('You are the only owner of “Dora’s circle”')).toBeVisible();
  await member.page.goto('/settings');
  await member.page.getByText('Delete my account…').click();
  await member.page.getByLabel('I understand').check();
  await member.page.getByRole('button', { name: 'Delete my account', exact: true }).click();
  await expect(member.page).toHaveURL('/');
  await member.page.goto('/settings');
  await expect(member.page).toHaveURL(/\/sign-in/);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`account pages have no accessibility fault and fit a phone (${colorScheme})`, async ({ signIn }) => {
    const { page } = await signIn('Axel', { colorScheme, viewport: { width: 390, height: 844 } });
    for (const path of ['/settings', '/sign-in?error=too-many', '/sign-up']) {
      if (path !== '/settings') await page.context().clearCookies();
      await page.goto(path);
      await expectNoViolations(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
  });

test('theme and font are chosen outside of an essay, and hold inside of it', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  const address = await essayIn(ann, await groupOf(ann), '# Tide\n\nIt came in slowly.');
  await page.goto('/settings');
  const told = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
  await page.getByRole('main').getByText('Sans', { exact: true }).click();
  expect((await told).ok()).toBe(true);
  await page.locator('[popovertarget="account"]:not([data-palette])').click();
  await page.locator('#account').getByText('Sepia', { exact: true }).click();
  const sepia = 'rgb(247, 240, 225)';
  await expect(page.locator('body')).toHaveCSS('background-color', sepia);
  await expect(page.getByRole('main').getByRole('radio', { name: 'Sepia' })).toBeChecked();

  await page.goto(address);
  await expect(page.locator('body')).toHaveCSS('background-color', sepia);
  await expect(page.locator('#essay p').first()).toHaveCSS('font-family', /inter/i);
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await expect(page.getByRole('radio', { name: 'Sepia' })).toBeChecked();
  await page.keyboard.press('Escape');
  await page.locator('[popovertarget="account"]:not([data-palette])').click();
  await page.getByRole('link', { name: 'Your account' }).click();
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
});
