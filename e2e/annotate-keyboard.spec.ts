import { essay, openEssay, openNote, toolbar, writer } from './annotating';
import { expect, test } from './fixtures';

test('by keyboard alone: select, mark, comment, answer, edit, delete, undo, and back to the text', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  const { keyboard } = page;
  await openEssay(page, await essayIn(ann, await groupOf(ann), essay));
  await keyboard.press('j');
  await keyboard.press('j');
  await keyboard.press('v');
  await keyboard.press('s');
  await expect(toolbar(page)).toBeVisible();
  await keyboard.press('Enter');
  await expect(toolbar(page).getByRole('button').first()).toBeFocused();
  await keyboard.press('x');
  await expect(openNote(page)).toBeFocused();
  await expect(page.locator('mark.k2').first()).toBeVisible();

  await keyboard.press('a');
  await expect(writer(page)).toBeFocused();
  await keyboard.type('First words');
  await keyboard.press('Control+Enter');
  await expect(openNote(page)).toContainText('First words');
  await expect(openNote(page)).toBeFocused();
  await keyboard.press('r');
  await expect(writer(page)).toBeFocused();
  await keyboard.type('An answer');
  await keyboard.press('Control+Enter');
  await expect(openNote(page).locator('.note-replies')).toContainText('An answer');
  await expect(openNote(page).locator('.note-replies [role="comment"]')).toBeFocused();
  await keyboard.press('e');
  await expect(writer(page)).toContainText('First words');
  await keyboard.type(', then more');
  await keyboard.press('Control+Enter');
  await expect(openNote(page)).toContainText('First words, then more');
  await expect(openNote(page)).toBeFocused();
  await keyboard.press('.');
  await expect(page.getByRole('button', { name: /^Edit/ }).first()).toBeFocused();
  await keyboard.press('Escape');
  await expect(openNote(page)).toBeFocused();
  await keyboard.press('.');
  await expect(page.getByRole('button', { name: /^Edit/ }).first()).toBeFocused();
  await keyboard.press('End');
  await expect(page.getByRole('button', { name: 'Delete' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.locator('.note')).toHaveCount(0);
  await keyboard.press('Control+z');
  await expect(page.locator('.note')).toHaveCount(1);
  await keyboard.press('Control+z');
  await expect(page.getByRole('group', { name: 'Message' })).toContainText('Nothing to undo.');

  await page.locator('.note').focus();
  await keyboard.press('Escape');
  await expect(page.locator('#essay a.ref')).toBeFocused();
});

test('Escape leaves the box and keeps what was typed for the next time', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  await openEssay(page, await essayIn(ann, await groupOf(ann), essay));
  await page.keyboard.press('j');
  await page.keyboard.press('v');
  await page.keyboard.press('s');
  await page.keyboard.press('a');
  await expect(writer(page)).toBeFocused();
  await page.keyboard.type('Not ready yet');
  await page.keyboard.press('Escape');
  await expect(writer(page)).toHaveCount(0);
  await expect(openNote(page)).toBeFocused();
  await openNote(page).getByRole('button', { name: 'Continue your draft' }).click();
  await expect(writer(page)).toContainText('Not ready yet');
  await page.keyboard.press('Control+Enter');
  await expect(openNote(page)).toContainText('Not ready yet');
  await expect(page.getByRole('button', { name: 'Continue your draft' })).toHaveCount(0);
});

test('what a new mark wants next stands in its card, and Enter or r begins the comment', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  await openEssay(page, await essayIn(ann, await groupOf(ann), essay));
  for (const key of ['j', 'v', 's', 'c']) await page.keyboard.press(key);
  await expect(openNote(page)).toBeFocused();
  await expect(openNote(page)).toContainText('Comment…');
  for (const key of ['Enter', 'r']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('textbox', { name: 'Your comment' })).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(openNote(page).getByRole('alert')).toHaveText('There is nothing to send yet.');
    await page.keyboard.press('Escape');
    await expect(openNote(page)).toBeFocused();
  }
});
