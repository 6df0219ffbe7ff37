import type { Page } from '@playwright/test';
import { expect, type Person, test } from './fixtures';

/** Accepts the question that a dangerous button asks. */
const confirm = (page: Page, action: string) =>
  page.getByRole('dialog').getByRole('button', { name: action, exact: true }).click();

async function createGroup({ page }: Person, name: string) {
  await page.goto('/groups/new');
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Create group' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  return new URL(page.url()).pathname;
}

async function invitation({ page }: Person, group: string) {
  await page.goto(`${group}/members`);
  await page.getByLabel('How many people').selectOption('1');
  await page.getByRole('button', { name: 'Make link' }).click();
  return page.getByLabel('Invitation link').inputValue();
}

const statusOf = async ({ page }: Person, path: string) => (await page.goto(path))?.status();

test('a private group lets one in by a link for one, and forgets them at once when removed', async ({
  signIn,
}) => {
  const [ann, ben, cem] = [await signIn('Ann'), await signIn('Ben'), await signIn('Cem')];
  const group = await createGroup(ann, 'The inner circle');
  for (const path of [group, `${group}/members`, `${group}/settings`, `${group}/add`])
    expect(await statusOf(ben, path)).toBe(404);

  const link = await invitation(ann, group);
  await ben.page.goto(link);
  await ben.page.getByRole('button', { name: 'Join the group' }).click();
  await expect(ben.page).toHaveURL(group);
  expect(await statusOf(cem, link)).toBe(404);

  await ann.page.reload();
  await ann.page.getByLabel('Role of Ben').selectOption('reader');
  await expect(ann.page.getByText('Ben: Reader (reads only).')).toBeAttached();
  expect(await statusOf(ben, `${group}/add`)).toBe(404);
  expect(await statusOf(ben, group)).toBe(200);

  await ann.page.getByRole('button', { name: 'Remove Ben' }).click();
  await confirm(ann.page, 'Remove');
  await expect(ann.page.getByLabel('Role of Ben')).toHaveCount(0);
  expect(await statusOf(ben, `${group}/members`)).toBe(404);
  await expect(ben.page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
});

test('a group is handed over, and never left without an owner', async ({ signIn, groupOf }) => {
  const [ann, ben] = [await signIn('Ann'), await signIn('Ben')];
  const { slug } = await groupOf(ann, ben);
  const { page } = ann;
  await page.goto(`/g/${slug}/members`);
  await expect(page.getByLabel('Role of Ann')).toHaveCount(0);
  await expect(page.getByText('make somebody else owner first')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Leave' })).toHaveCount(0);

  await page.getByLabel('Role of Ben').selectOption('owner');
  await expect(page.getByText('Ben: Owner.')).toBeAttached();
  await page.getByLabel('Role of Ann').selectOption('moderator');
  await confirm(page, 'Step down');
  await expect(page.getByLabel('Role of Ben')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^(Remove|Ban) Ben$/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByText('What you wrote here stays, under your name.')).toBeVisible();
  await confirm(page, 'Leave');
  await expect(page).toHaveURL('/');
  expect(await statusOf(ann, `/g/${slug}`)).toBe(404);
});

test('the vocabulary grows, is renamed and retired', async ({ signIn, groupOf }) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  const { slug } = await groupOf(ann);
  await page.goto(`/g/${slug}/settings`);
  await page.getByText('Add a tag').click();
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Add tag' }) });
  await form.getByLabel('Name').fill('Assumption');
  await form.getByLabel('Key').fill('c');
  await form.getByRole('button', { name: 'Add tag' }).click();
  await expect(form.getByRole('alert')).toBeVisible();
  await expect(form.getByLabel('Name')).toHaveValue('Assumption');
  await form.getByLabel('Key').fill('7');
  await form.getByRole('button', { name: 'Add tag' }).click();
  await expect(page.getByRole('button', { name: 'Rename Assumption' })).toBeVisible();

  await page.getByRole('button', { name: 'Rename Assumption' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Premise');
  await confirm(page, 'Rename');
  await page.getByRole('button', { name: 'Retire Premise' }).click();
  await expect(page.getByRole('button', { name: 'Bring back Premise' })).toBeVisible();
  const { items } = await ann.api<{ items: object[] }>('GET', `/groups/${slug}/tags`);
  expect(items).toContainEqual(expect.objectContaining({ name: 'Premise', shortcut: '7', retired: true }));
});

test('the reading list is put in order by keyboard, and what is due next stands first', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  const group = await groupOf(ann);
  for (const title of ['First', 'Second', 'Third'])
    await essayIn(ann, group, `# ${title}\n\nText of ${title}.`);
  await page.goto(`/g/${group.slug}`);
  const titles = page.getByRole('listitem').getByRole('heading');
  const more = page.getByRole('button', { name: 'More about Third' });
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Move up' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Moved to place 2 of 3.')).toBeAttached();
  await expect(titles).toHaveText(['First', 'Third', 'Second']);
  await expect(more).toBeFocused();

  await page.getByRole('button', { name: 'More about Second' }).click();
  await page.getByRole('menuitem', { name: 'Set due date' }).click();
  const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  await page.getByRole('dialog', { name: 'Due date' }).getByLabel('Read by').fill(soon);
  await confirm(page, 'Save');
  const now = page.getByRole('region', { name: 'Now reading' });
  await expect(now.getByRole('link', { name: 'Second' })).toBeVisible();
  // Midnight may pass meanwhile.
  await expect(now.getByText(/in [23] days/)).toBeVisible();

  await page.getByRole('button', { name: 'More about First' }).click();
  await page.getByRole('menuitem', { name: 'Take off the list' }).click();
  await confirm(page, 'Take off');
  await expect(titles).toHaveText(['Third', 'Second']);
});

test('what is said of an essay can be corrected, and a refusal keeps what was typed', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  const group = await groupOf(ann);
  await essayIn(ann, group, '# On Hope\n\nA text.');
  await page.goto(`/g/${group.slug}`);
  await page.getByRole('button', { name: 'More about On Hope' }).click();
  await page.getByRole('menuitem', { name: 'Edit details' }).click();
  const dialog = page.getByRole('dialog', { name: 'Details of the essay' });
  await dialog.getByLabel('Title', { exact: true }).fill('Of Hope');
  await dialog.getByLabel('Authors', { exact: true }).fill('Francis Bacon');
  const source = dialog.getByLabel('Source', { exact: true });
  await source.fill('ftp://example.org/hope');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('This is not a web address.')).toBeVisible();
  await expect(dialog.getByLabel('Title', { exact: true })).toHaveValue('Of Hope');
  await source.fill('https://example.org/hope');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('listitem').getByRole('heading')).toHaveText(['Of Hope']);
  await expect(page.getByText('Francis Bacon')).toBeVisible();
});

test('a group is deleted by typing its name', async ({ signIn }) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  const group = await createGroup(ann, 'A short life');
  await page.goto(`${group}/settings`);
  const button = page.getByRole('button', { name: 'Delete group' });
  await expect(button).toBeDisabled();
  await page.getByLabel('Type “A short life” to confirm').fill('A short lif');
  await expect(button).toBeDisabled();
  await page.getByLabel('Type “A short life” to confirm').fill('A short life');
  await button.click();
  await expect(page).toHaveURL('/');
  expect(await statusOf(ann, group)).toBe(404);
});
