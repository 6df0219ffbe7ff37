import type { Page } from '@playwright/test';
import { dragOver, essay, openEssay, openNote, untilSaved, writer } from './annotating';
import { expect, test } from './fixtures';

/** The drafts that this browser keeps, as one text. */
const drafts = (page: Page) =>
  page.evaluate(async () => {
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === 'cruxbook')) return '';
    return new Promise<string>((resolve) => {
      const opening = indexedDB.open('cruxbook');
      opening.onsuccess = () => {
        const all = opening.result.transaction('drafts').objectStore('drafts').getAll();
        all.onsuccess = () => {
          opening.result.close();
          resolve(JSON.stringify(all.result));
        };
      };
    });
  });

async function beginComment(page: Page, words: string): Promise<void> {
  await dragOver(page, 'opens the hive');
  await page.keyboard.press('a');
  await expect(writer(page)).toBeFocused();
  await page.keyboard.type(words);
}

test.describe('nothing typed is lost', () => {
  test('over a reload', async ({ signIn, groupOf, essayIn }) => {
    const ann = await signIn('Ann');
    const { page } = ann;
    await openEssay(page, await essayIn(ann, await groupOf(ann), essay));
    await beginComment(page, 'Half a thought');
    await expect.poll(() => drafts(page)).toContain('Half a thought');
    await page.reload();
    await expect(page.locator('.note-draft')).toContainText('Draft');
    await page.getByRole('button', { name: 'Discard your draft' }).click();
    await expect(page.locator('.note-draft')).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Continue your draft' }).click();
    await expect(writer(page)).toContainText('Half a thought');
    await page.keyboard.press('Control+Enter');
    await expect(openNote(page)).toContainText('Half a thought');
    await untilSaved(page);
    await page.reload();
    await expect(page.locator('.note')).toContainText('Half a thought');
    await expect(page.getByRole('button', { name: 'Continue your draft' })).toHaveCount(0);
  });

  test('while the server fails: the card says so, and saves when the person tries again', async ({
    signIn,
    groupOf,
    essayIn,
  }) => {
    const ann = await signIn('Ann');
    const { page } = ann;
    await openEssay(page, await essayIn(ann, await groupOf(ann), essay));
    let isBroken = true;
    await page.route('**/annotations', (route) =>
      isBroken && route.request().method() === 'POST'
        ? route.fulfill({ status: 500, json: { status: 500, detail: 'Broken.' } })
        : route.continue(),
    );
    await dragOver(page, 'opens the hive');
    await page.keyboard.press('c');
    await expect(openNote(page)).toContainText('Not saved yet');
    await expect(page.locator('mark.k1')).toHaveText('opens the hive');
    isBroken = false;
    await page.reload();
    await expect(page.locator('mark.k1')).toHaveText('opens the hive');
    await untilSaved(page);
    await page.evaluate(() => indexedDB.deleteDatabase('cruxbook'));
    await page.reload();
    await expect(page.locator('mark.k1')).toHaveText('opens the hive');
  });

  test('without a line', async ({ signIn, groupOf, essayIn }) => {
    const ann = await signIn('Ann');
    const { page } = ann;
    await openEssay(page, await essayIn(ann, await groupOf(ann), essay));
    await dragOver(page, 'without a future');
    await page.keyboard.press('h');
    await expect(openNote(page).getByRole('button', { name: /Comment/ })).toBeVisible();
    await untilSaved(page);
    await page.context().setOffline(true);
    await page.keyboard.press('a');
    await expect(writer(page)).toBeFocused();
    await page.keyboard.type('Written in a tunnel');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('1 change is saved on this device')).toBeVisible();
    await page.context().setOffline(false);
    await untilSaved(page, { timeout: 20_000 });
    await page.reload();
    await expect(page.locator('.note')).toContainText('Written in a tunnel');
  });

  test('when the session has ended: a sign-in over the page, then it is sent', async ({
    signIn,
    groupOf,
    essayIn,
  }) => {
    const ann = await signIn('Ann');
    const { page } = ann;
    await openEssay(page, await essayIn(ann, await groupOf(ann), essay));
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await dragOver(page, 'opens the hive');
    await page.keyboard.press('x');
    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    await expect(dialog.getByLabel('E-mail address')).toHaveValue(ann.email);
    await expect(dialog.getByLabel('Password')).toBeFocused();
    await page.context().addCookies(cookies);
    await dialog.getByRole('button', { name: 'go on here' }).click();
    await expect(dialog).toHaveCount(0);
    await untilSaved(page);
    await page.reload();
    await expect(page.locator('mark.k2')).toHaveText('opens the hive');
  });

  test('when the session ends while somebody writes: the sign-in takes none of their letters', async ({
    signIn,
    groupOf,
    essayIn,
  }) => {
    const ann = await signIn('Ann');
    const { page } = ann;
    await openEssay(page, await essayIn(ann, await groupOf(ann), essay));
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    const refused = page.waitForResponse((answer) => answer.status() === 401);
    await beginComment(page, 'Begun before');
    await refused;
    await expect(page.getByText('You are signed out.')).toBeVisible();
    await page.keyboard.type(' and ended after the refusal');
    await expect(writer(page)).toHaveText('Begun before and ended after the refusal');
    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    await expect(dialog.getByLabel('Password')).toHaveValue('');
    await page.context().addCookies(cookies);
    await dialog.getByRole('button', { name: 'go on here' }).click();
    await expect(page.getByText('You are signed out.')).toHaveCount(0);
    await expect(page.locator('.note-unsaved')).toHaveCount(0);
    await page.reload();
    await expect(page.locator('.note')).toContainText('ended after the refusal');
  });

  test('when somebody changed the same words meanwhile: both are shown, and can be edited together', async ({
    signIn,
    groupOf,
    essayIn,
  }) => {
    const ann = await signIn('Ann');
    const { page } = ann;
    await openEssay(page, await essayIn(ann, await groupOf(ann), essay));
    await beginComment(page, 'One');
    await page.keyboard.press('Control+Enter');
    await untilSaved(page);
    await expect(openNote(page)).toContainText('One');
    await openNote(page).focus();
    await page.keyboard.press('e');
    await expect(writer(page)).toContainText('One');
    await page.keyboard.type(' and mine');
    const id = (await openNote(page).getAttribute('id'))!.slice(2);
    const known = await ann.api<{ version: number }>('GET', `/annotations/${id}`);
    const answer = await page.context().request.patch(`/api/v1/annotations/${id}`, {
      headers: { origin: new URL(page.url()).origin, 'if-match': `"v${known.version}"` },
      data: { comment: { markdown: 'Theirs' } },
    });
    expect(answer.status()).toBe(200);
    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog', { name: 'Changed meanwhile' });
    await expect(dialog.getByRole('region', { name: 'Yours' })).toContainText('One and mine');
    await expect(dialog.getByRole('region', { name: 'Saved meanwhile' })).toContainText('Theirs');
    await expect(dialog.getByRole('button', { name: 'Use the other' })).toBeFocused();
    await dialog.getByRole('button', { name: 'Edit both' }).click();
    await expect(writer(page)).toContainText('Theirs');
    await expect(writer(page)).toContainText('One and mine');
    await page.keyboard.press('Control+Enter');
    await expect(openNote(page).locator('.comment').first()).toContainText('TheirsOne and mine');
  });
});
