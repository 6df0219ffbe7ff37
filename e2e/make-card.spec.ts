import type { Page } from '@playwright/test';
import { annotate, essay, markByKey, openEssay, openNote } from './annotating';
import { expect, test } from './fixtures';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Make a card' });
const statement = (page: Page) => dialog(page).getByLabel('Statement');
const chips = (page: Page) => page.locator('.note').getByRole('list', { name: 'Cards' });
const toast = (page: Page) => page.getByRole('group', { name: 'Message' });

async function makeByMenu(page: Page): Promise<void> {
  await openNote(page).getByRole('button', { name: 'More' }).click();
  await openNote(page).getByRole('button', { name: 'Make a card' }).click();
  await expect(statement(page)).toBeFocused();
}

test('a card that was proposed a moment ago is taken back by its message', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  await openEssay(page, await essayIn(ann, await groupOf(ann), essay));
  await markByKey(page, 'eggs second');
  await page.keyboard.press('c');
  await expect(statement(page)).toBeFocused();
  await expect(dialog(page).getByRole('button', { name: /^Use the/ })).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(openNote(page).getByRole('link', { name: 'Claim: eggs second' })).toBeVisible();
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(toast(page)).toContainText('Taken back.');
  await expect(chips(page)).toHaveCount(0);
});

test('a question is no statement: the passage is, until somebody takes the question', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  const path = await essayIn(ann, await groupOf(ann), essay);
  const made = await annotate(ann, path, 'eggs second', 'Which eggs?');
  await openEssay(page, `${path}#a-${made.id}`);
  await expect(openNote(page)).toBeVisible();
  await makeByMenu(page);
  await expect(statement(page)).toHaveValue('eggs second');
  await expect(dialog(page).getByText('Which eggs?')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Use the comment' }).click();
  await expect(statement(page)).toHaveValue('Which eggs?');
  await dialog(page).getByRole('button', { name: 'Use the passage' }).click();
  await expect(statement(page)).toHaveValue('eggs second');
  await statement(page).fill('Eggs come second');
  await expect(dialog(page).getByRole('button', { name: /^Use the/ })).toHaveCount(0);
});

test('what was typed outlives a closed dialog, a refusal and the session, and a note of one’s own is no card yet', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  await openEssay(page, await essayIn(ann, await groupOf(ann), essay));
  await markByKey(page, 'opens the hive', { key: 'f' });
  await makeByMenu(page);
  await statement(page).fill('Hives are opened too often');
  await page.keyboard.press('Escape');
  await expect(openNote(page)).toBeFocused();
  await page.reload();
  await page.locator('.note-head').click();
  await makeByMenu(page);
  await expect(statement(page)).toHaveValue('Hives are opened too often');

  let isBroken = true;
  await page.route('**/cards', (route) =>
    isBroken && route.request().method() === 'POST'
      ? route.fulfill({ status: 500, json: { status: 500, detail: 'Broken.' } })
      : route.continue(),
  );
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('alert')).toContainText('Broken.');
  await expect(statement(page)).toHaveValue('Hives are opened too often');
  isBroken = false;
  await statement(page).press('Enter');
  await expect(chips(page)).toContainText('Hives are opened too often');

  await openNote(page).getByRole('button', { name: 'More' }).click();
  await openNote(page).getByRole('button', { name: 'Make private' }).click();
  await expect(openNote(page)).toContainText('private');
  await openNote(page).focus();
  await page.keyboard.press('c');
  await expect(dialog(page)).toContainText('Only you see this note');
  await expect(statement(page)).toHaveCount(0);
  const shown = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
  await dialog(page).getByRole('button', { name: 'Show to the group' }).click();
  await expect(statement(page)).toHaveValue('opens the hive');
  await shown;

  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await statement(page).press('Enter');
  const again = page.getByRole('dialog', { name: 'Sign in again' });
  await expect(again).toBeVisible();
  await page.context().addCookies(cookies);
  await again.getByRole('button', { name: 'go on here' }).click();
  await expect(toast(page)).toContainText('Card 2 is proposed.');
  await expect(chips(page).getByRole('listitem')).toHaveCount(2);
});

test('a note that is dragged by its head to where a card is made of it asks what the card says', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  const path = await essayIn(ann, await groupOf(ann), essay);
  const { id } = await annotate(ann, path, 'eggs second', 'Which eggs?');
  await openEssay(page, `${path}#a-${id}`);
  const head = openNote(page).locator('.note-head');
  const target = page.locator('.card-drop');
  await expect(head.getByRole('button', { name: 'More' })).toBeVisible();
  const drag = async () => {
    await head.locator('bdi').hover();
    await page.mouse.down();
    await page.mouse.move(400, 400, { steps: 3 });
    await expect(target).toBeVisible();
  };
  await drag();
  await page.mouse.up();
  await expect(target).toHaveCount(0);
  await expect(dialog(page)).toHaveCount(0);

  await drag();
  await target.hover();
  await page.mouse.up();
  await expect(statement(page)).toHaveValue('eggs second');
  await expect(target).toHaveCount(0);
  await statement(page).press('Enter');
  await expect(openNote(page).getByRole('link', { name: 'Claim: eggs second' })).toBeVisible();
});
