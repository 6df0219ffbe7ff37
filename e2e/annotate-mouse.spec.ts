import { dragOver, essay, markedText, openEssay, openNote, toolbar, untilSaved, writer } from './annotating';
import { expect, test } from './fixtures';

test.describe('with the mouse', () => {
  test('one key marks a passage at once, a second adds a tag, the comment follows, and all of it stays', async ({
    signIn,
    groupOf,
    essayIn,
  }) => {
    const ann = await signIn('Ann');
    const path = await essayIn(ann, await groupOf(ann), essay);
    await openEssay(ann.page, path);
    // What is seen before the server answers was there at once.
    let answer = () => {};
    const mayAnswer = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await ann.page.route('**/annotations', async (route) => {
      await mayAnswer;
      await route.continue();
    });
    await dragOver(ann.page, 'opens the hive');
    await ann.page.keyboard.press('c');
    await expect(ann.page.locator('mark.k1')).toHaveText('opens the hive');
    await expect(openNote(ann.page)).toContainText('Saving…');
    await expect(openNote(ann.page)).toBeFocused();
    await ann.page.keyboard.press('x');
    await expect(openNote(ann.page).getByRole('button', { name: 'Crux' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    answer();
    await ann.page.keyboard.press('a');
    await writer(ann.page).pressSequentially('Every morning?');
    await ann.page.keyboard.press('Control+Enter');
    await expect(openNote(ann.page)).toContainText('Every morning?');
    await untilSaved(ann.page);
    await ann.page.reload();
    const card = ann.page.locator('.note');
    await expect(card).toContainText('Every morning?');
    await expect(card).toContainText('Claim');
    await expect(card).toContainText('Crux');
    expect(await markedText(ann.page)).toEqual(['opens the hive']);
  });

  test('Escape lets a selection go, so that no key marks it; out of view its tools are too', async ({
    signIn,
    groupOf,
    essayIn,
  }) => {
    const ann = await signIn('Ann');
    const { page } = ann;
    await openEssay(page, await essayIn(ann, await groupOf(ann), essay));
    await dragOver(page, 'opens the hive');
    await page.keyboard.press('Escape');
    await expect(toolbar(page)).toHaveCount(0);
    await page.keyboard.press('x');
    await dragOver(page, 'hive without eggs');
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect(toolbar(page)).toBeHidden();
    await page.keyboard.press('x');
    await page.evaluate(() => scrollTo(0, 0));
    await expect(toolbar(page)).toBeVisible();
    await page.keyboard.press('c');
    await expect(page.locator('mark.k1')).toHaveText('hive without eggs');
    expect(await markedText(page)).toEqual(['hive without eggs']);
  });

  test('a refusal takes the mark back, says why, and offers the passage again', async ({
    signIn,
    groupOf,
    essayIn,
  }) => {
    const ann = await signIn('Ann');
    await openEssay(ann.page, await essayIn(ann, await groupOf(ann), essay));
    await ann.page.route('**/annotations', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 429, json: { status: 429, detail: 'Too many marks. Wait a minute.' } })
        : route.continue(),
    );
    await dragOver(ann.page, 'for the queen first');
    await ann.page.keyboard.press('f');
    await expect(ann.page.getByText('Not saved: Too many marks. Wait a minute.')).toBeVisible();
    await expect(ann.page.locator('mark.hl')).toHaveCount(0);
    await expect(toolbar(ann.page)).toBeVisible();
  });

  test('deleting is undone by the message, or by Ctrl+Z', async ({ signIn, groupOf, essayIn }) => {
    const ann = await signIn('Ann');
    await openEssay(ann.page, await essayIn(ann, await groupOf(ann), essay));
    await dragOver(ann.page, 'without a future');
    await ann.page.keyboard.press('h');
    await expect(openNote(ann.page)).toBeFocused();
    const remove = async () => {
      await openNote(ann.page).getByRole('button', { name: 'More' }).click();
      await ann.page.getByRole('button', { name: 'Delete' }).click();
      await expect(ann.page.locator('mark.hl')).toHaveCount(0);
    };
    await remove();
    await ann.page.getByRole('button', { name: 'Undo' }).click();
    await expect(ann.page.locator('mark.hl')).toHaveText('without a future');
    await remove();
    await ann.page.keyboard.press('Control+z');
    await expect(ann.page.locator('mark.hl')).toHaveText('without a future');
    await ann.page.reload();
    await expect(ann.page.locator('.note')).toHaveCount(1);
  });

  test('visitors of a public group learn how to take part', async ({ page, baseURL }) => {
    await openEssay(page, `${baseURL}/g/sample/the-yellow-umbrella`);
    await dragOver(page, 'It rains there');
    await expect(toolbar(page).getByRole('link', { name: 'Sign in' })).toHaveAttribute(
      'href',
      /callbackUrl=%2Fg%2Fsample%2Fthe-yellow-umbrella/,
    );
  });

  test('who is signed in but no member learns how to become one', async ({ signIn }) => {
    const { page } = await signIn('Cem');
    await page.goto('/g/sample');
    const words = 'Only members can annotate here. Ask an owner or moderator for an invitation.';
    await expect(page.getByText(words)).toBeVisible();
    await openEssay(page, '/g/sample/the-yellow-umbrella');
    await dragOver(page, 'It rains there');
    await expect(toolbar(page).getByText(words)).toBeVisible();
  });
});
