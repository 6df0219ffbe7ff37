import { dragOver, essay, openEssay, openNote, untilSaved, writer } from './annotating';
import { expect, test } from './fixtures';

test('two people side by side: marks and replies arrive, and never move the text', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann');
  const bo = await signIn('Bo');
  const path = await essayIn(ann, await groupOf(ann, bo), essay);
  await openEssay(ann.page, path);
  await openEssay(bo.page, path);
  await bo.page.getByText('The last line of the book').scrollIntoViewIfNeeded();
  await expect.poll(() => bo.page.evaluate(() => scrollY)).toBeGreaterThan(0);
  const before = await bo.page.evaluate(() => scrollY);

  await dragOver(ann.page, 'opens the hive');
  await ann.page.keyboard.press('x');
  await expect(bo.page.getByRole('button', { name: '1 unread' })).toBeVisible({ timeout: 2_000 });
  expect(await bo.page.evaluate(() => scrollY)).toBe(before);

  await bo.page.getByRole('button', { name: '1 unread' }).click();
  await expect(openNote(bo.page)).toContainText('Ann');
  await expect(bo.page.locator('mark.k2')).toHaveText('opens the hive');
  await expect(ann.page.getByRole('group', { name: 'Reading now: Bo' })).toBeVisible();
  await bo.page.keyboard.press('r');
  await expect(writer(bo.page)).toBeFocused();
  await bo.page.keyboard.type('Why in the morning?');
  await bo.page.keyboard.press('Control+Enter');
  await expect(openNote(ann.page).locator('.note-replies')).toContainText('Why in the morning?');

  await openNote(ann.page).getByRole('button', { name: 'Agree', exact: true }).click();
  await expect(openNote(bo.page).getByRole('button', { name: 'Agree, 1: Ann' })).toBeVisible({
    timeout: 2_000,
  });

  await openNote(ann.page).getByRole('button', { name: 'More' }).first().click();
  await ann.page.getByRole('button', { name: 'Delete' }).click();
  // The message stays as long as the pointer is on it.
  await ann.page.getByRole('button', { name: 'Undo' }).hover();
  await expect(bo.page.locator('mark.hl')).toHaveCount(0);
  await ann.page.getByRole('button', { name: 'Undo' }).click();
  await expect(bo.page.locator('mark.k2')).toHaveText('opens the hive');
  await expect(bo.page.locator('.note')).toContainText('1 reply');
});

test('a private mark is seen by its author alone, until it is shown', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann');
  const bo = await signIn('Bo');
  const path = await essayIn(ann, await groupOf(ann, bo), essay);
  await openEssay(ann.page, path);
  await openEssay(bo.page, path);
  await dragOver(ann.page, 'opens the hive');
  await ann.page.getByRole('button', { name: 'Private' }).click();
  await ann.page.keyboard.press('c');
  await expect(openNote(ann.page)).toContainText('private');
  await untilSaved(ann.page);
  await bo.page.reload();
  await expect(bo.page.locator('.notes-empty')).toBeVisible();
  await openNote(ann.page).getByRole('button', { name: 'More' }).first().click();
  await ann.page.getByRole('button', { name: 'Show to the group' }).click();
  await expect(bo.page.locator('mark.k1')).toHaveText('opens the hive');
});
