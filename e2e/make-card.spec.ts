import type { Page } from '@playwright/test';
import { dragOver, essay, openEssay, openNote } from './annotating';
import { expect, test } from './fixtures';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Make a card' });
const statement = (page: Page) => dialog(page).getByLabel('Statement');
const chips = (page: Page) => page.locator('.note').getByRole('list', { name: 'Cards' });
const toast = (page: Page) => page.getByRole('group', { name: 'Message' });

/** Marks the words with one key; the note is open, focused and saved. */
async function note(page: Page, words: string, key: string): Promise<void> {
  await dragOver(page, words);
  await page.keyboard.press(key);
  await expect(openNote(page)).toBeFocused();
  await expect(page.locator('.note-unsaved')).toHaveCount(0);
}

async function makeByMenu(page: Page): Promise<void> {
  await openNote(page).getByRole('button', { name: 'More' }).click();
  await openNote(page).getByRole('button', { name: 'Make a card' }).click();
  await expect(statement(page)).toBeFocused();
}

test('a card is made from a note, a second member links a passage to it, and both can take it back', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const [ann, bob] = [await signIn('Ann'), await signIn('Bob')];
  const path = await essayIn(ann, await groupOf(ann, bob), essay);

  await test.step('by mouse, with what the note says already', async () => {
    const { page } = ann;
    await openEssay(page, path);
    await note(page, 'opens the hive', 'x');
    await makeByMenu(page);
    await expect(dialog(page)).toContainText('No card of the group says this yet');
    await expect(statement(page)).toHaveValue('opens the hive');
    await expect(dialog(page).getByRole('radio', { name: 'Crux' })).toBeChecked();
    await statement(page).fill('Bees need a keeper.');
    await dialog(page).getByRole('button', { name: 'Propose' }).click();
    await expect(toast(page)).toContainText('Card 1 is proposed.');
    await expect(toast(page).getByRole('link', { name: 'Open the card' })).toHaveAttribute(
      'href',
      /\/cards\/1$/,
    );
    await expect(chips(page).getByRole('link', { name: 'Crux: Bees need a keeper.' })).toHaveAttribute(
      'href',
      /\/cards\/1$/,
    );
  });

  await test.step('by key, to a card that is there', async () => {
    const { page } = bob;
    const { keyboard } = page;
    await openEssay(page, path);
    await expect(chips(page)).toContainText('Bees need a keeper.');
    await note(page, 'She looks for the queen first', 'h');
    await keyboard.press('c');
    await expect(statement(page)).toBeFocused();
    await statement(page).fill('Bees need their keeper');
    const similar = dialog(page).getByRole('listitem').filter({ hasText: 'Bees need a keeper.' });
    await expect(similar).toContainText('% alike');
    await keyboard.press('Shift+Tab');
    await expect(dialog(page).getByRole('radio', { name: 'Claim' })).toBeFocused();
    await keyboard.press('Shift+Tab');
    await expect(similar.getByRole('button', { name: 'Link to this' })).toBeFocused();
    await keyboard.press('Shift+Tab');
    await expect(similar.getByLabel('This passage')).toBeFocused();
    await similar.getByLabel('This passage').selectOption('supports');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await expect(toast(page)).toContainText('The passage supports card 1.');
    await expect(openNote(page)).toBeFocused();
    await expect(openNote(page).getByRole('list', { name: 'Cards' })).toContainText('supports');
    await keyboard.press('Control+z');
    await expect(openNote(page).getByRole('list', { name: 'Cards' })).toHaveCount(0);
    await expect(chips(page)).toHaveCount(1);
  });

  await test.step('and the card itself goes with an undo', async () => {
    const { page } = ann;
    await page.reload();
    await expect(chips(page)).toHaveCount(1);
    await note(page, 'eggs second', 'c');
    await page.keyboard.press('c');
    await expect(statement(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(openNote(page).getByRole('link', { name: 'Claim: eggs second' })).toBeVisible();
    await toast(page).getByRole('button', { name: 'Undo' }).click();
    await expect(toast(page)).toContainText('Taken back.');
    await expect(chips(page)).toHaveCount(1);
    await page.reload();
    await expect(chips(page)).toHaveText(['▲Crux: Bees need a keeper.']);
  });
});

test('what was typed outlives a closed dialog, a refusal and the session, and a note of one’s own is no card yet', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  await openEssay(page, await essayIn(ann, await groupOf(ann), essay));
  await note(page, 'opens the hive', 'f');
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
  await dialog(page).getByRole('button', { name: 'Show to the group' }).click();
  await expect(statement(page)).toHaveValue('opens the hive');

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
