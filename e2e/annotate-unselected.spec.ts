import {
  dragOver,
  essay,
  markByKey,
  markedText,
  openEssay,
  openNote,
  toolbar,
  untilSaved,
  writer,
} from './annotating';
import { expect, test } from './fixtures';

test('without selecting: a takes the paragraph of the cursor, s its sentence', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  await openEssay(page, await essayIn(ann, await groupOf(ann), essay));
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await expect(toolbar(page)).toBeVisible();
  await page.keyboard.press('c');
  await expect(openNote(page)).toBeVisible();
  await expect.poll(async () => (await markedText(page)).join('')).toMatch(/^[A-Z][^.]*\.\s?$/);
  await page.keyboard.press('Escape');
  await expect(openNote(page)).toHaveCount(0);
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  await expect(toolbar(page)).toBeVisible();
  await page.keyboard.press('x');
  await expect
    .poll(async () => (await page.locator('mark.k2').allTextContents()).join(''))
    .toMatch(/^\S.*\.$/);
});

test('a refused mark that is made again takes up the text that was begun for it', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  await openEssay(page, await essayIn(ann, await groupOf(ann), essay));
  let refuse = () => {};
  const refused = new Promise<void>((resolve) => {
    refuse = resolve;
  });
  let isFirst = true;
  await page.route('**/annotations', async (route) => {
    if (route.request().method() !== 'POST' || !isFirst) return route.continue();
    isFirst = false;
    await refused;
    return route.fulfill({ status: 429, json: { status: 429, detail: 'Wait a minute.' } });
  });
  await dragOver(page, 'opens the hive');
  await page.keyboard.press('a');
  await writer(page).pressSequentially('Not to be lost');
  refuse();
  await expect(page.getByText('Not saved: Wait a minute.')).toBeVisible();
  await expect(toolbar(page)).toBeVisible();
  await page.keyboard.press('x');
  await expect(writer(page)).toContainText('Not to be lost');
  await page.keyboard.press('Control+Enter');
  await expect(openNote(page)).toContainText('Not to be lost');
  await untilSaved(page);
});

test('a text whose annotation was deleted meanwhile can stand by itself', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann');
  const bo = await signIn('Bo');
  const path = await essayIn(ann, await groupOf(ann, bo), essay);
  await openEssay(ann.page, path);
  await markByKey(ann.page, 'opens the hive');
  const id = (await openNote(ann.page).getAttribute('id'))!.slice(2);
  await openEssay(bo.page, `${path}#a-${id}`);
  await expect(openNote(bo.page)).toBeVisible();
  await bo.page.keyboard.press('r');
  await writer(bo.page).pressSequentially('My answer');
  await expect(writer(bo.page)).toContainText('My answer');
  await ann.api('DELETE', `/annotations/${id}`);
  await bo.page.getByRole('button', { name: 'Continue your draft' }).click();
  const dialog = bo.page.getByRole('dialog', { name: 'Your draft' });
  await expect(dialog).toContainText('My answer');
  await dialog.getByRole('button', { name: 'Make it a new annotation' }).click();
  await expect(openNote(bo.page)).toContainText('My answer');
  await untilSaved(bo.page);
  await expect.poll(() => markedText(bo.page)).toEqual(['opens the hive']);
});

test('what cannot be fetched says so in its place, and comes when asked again', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  await openEssay(page, await essayIn(ann, await groupOf(ann), essay));
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await expect(page.getByText('This could not be loaded.')).toBeVisible();
  await expect(page.getByText('The keeper opens the hive')).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('a link is asked for beside the text, and refused with a reason', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  await openEssay(page, await essayIn(ann, await groupOf(ann), essay));
  await dragOver(page, 'opens the hive');
  await page.keyboard.press('a');
  await page.getByRole('button', { name: 'Link', exact: true }).click();
  const field = page.getByRole('textbox', { name: 'Where the link leads' });
  await field.fill('javascript:alert(1)');
  await field.press('Enter');
  await expect(page.getByText('A link begins with')).toBeVisible();
  await field.fill('example.org/hive');
  await field.press('Enter');
  await expect(writer(page).locator('a')).toHaveAttribute('href', 'https://example.org/hive');
  await page.keyboard.press('Control+Enter');
  await expect(openNote(page).getByRole('link', { name: 'https://example.org/hive' })).toBeVisible();
});
