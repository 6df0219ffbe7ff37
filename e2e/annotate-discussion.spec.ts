import { dragOver, essay, openEssay, openNote, untilSaved, writer } from './annotating';
import { expect, type Person, test } from './fixtures';

/** Marks a passage as a claim and says something about it; answers with the annotation's id. */
async function say({ page }: Person, words: string): Promise<string> {
  await dragOver(page, 'opens the hive');
  await page.keyboard.press('c');
  await expect(openNote(page)).toBeFocused();
  await page.keyboard.press('a');
  await writer(page).pressSequentially(words);
  await page.keyboard.press('Control+Enter');
  await expect(openNote(page)).toContainText(words);
  await untilSaved(page);
  return (await openNote(page).getAttribute('id'))!.slice(2);
}

test('one’s own thread is resolved and reopened, and its earlier words are kept', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  await openEssay(page, await essayIn(ann, await groupOf(ann), essay));
  await say(ann, 'First words');
  const more = () => openNote(page).getByRole('button', { name: 'More' }).first().click();
  await more();
  await page.getByRole('button', { name: 'Resolve' }).click();
  await expect(openNote(page)).toContainText('Resolved by Ann');
  await openNote(page).locator('.note-resolved').getByRole('button', { name: 'Reopen' }).click();
  await expect(openNote(page).locator('.note-resolved')).toHaveCount(0);
  await openNote(page).focus();
  await page.keyboard.press('e');
  await expect(writer(page)).toContainText('First words');
  await page.keyboard.type(' and more');
  await page.keyboard.press('Control+Enter');
  await expect(openNote(page)).toContainText('First words and more');
  await untilSaved(page);
  await more();
  await page.getByRole('button', { name: 'History' }).click();
  await expect(
    page.getByRole('dialog', { name: 'History' }).getByText('First words', { exact: true }).first(),
  ).toBeVisible();
});

test('u leads to what somebody else answered; all of it can be marked as read', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann');
  const bo = await signIn('Bo');
  const path = await essayIn(ann, await groupOf(ann, bo), essay);
  await openEssay(ann.page, path);
  const id = await say(ann, 'What do you think?');
  const answer = (markdown: string) =>
    bo.api<{ id: string }>('POST', `/annotations/${id}/replies`, { comment: { markdown } });
  await ann.page.goto('/');
  const reply = await answer('I think so');
  await openEssay(ann.page, path);
  await expect(ann.page.locator('.notes-bar')).toContainText('1 unread');
  await ann.page.keyboard.press('u');
  await expect(openNote(ann.page)).toContainText('I think so');
  await expect(ann.page.locator('.notes-bar')).not.toContainText('unread');
  await ann.page.goto('/');
  await answer('And again');
  await openEssay(ann.page, path);
  await expect(ann.page.locator('.notes-bar')).toContainText('1 unread');
  await ann.page.getByRole('button', { name: 'Mark all read' }).click();
  await expect(ann.page.locator('.notes-bar')).not.toContainText('unread');
  await bo.page.goto(`${path}#r-${reply.id}`);
  await expect(bo.page.locator(`#r-${reply.id}`)).toBeInViewport();
});

test('what was there at the first visit is no news, what came after it is, though nobody scrolled', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann');
  const bo = await signIn('Bo');
  const path = await essayIn(ann, await groupOf(ann, bo), '# Short\n\nOne line, and another line.');
  const api = path.replace('/g/', '/groups/').replace(/\/([^/]+)$/, '/essays/$1');
  const mark = (exact: string) =>
    bo.api('POST', `${api}/annotations`, {
      target: { version: 1, selector: [{ type: 'TextQuoteSelector', exact }] },
    });
  await mark('One line');
  const begun = ann.page.waitForResponse(
    (answer) => answer.url().endsWith('/reading') && answer.request().method() === 'PUT',
  );
  await openEssay(ann.page, path);
  await expect(ann.page.locator('.notes-bar')).toContainText('1');
  await begun;
  await ann.page.goto('/');
  await mark('another line');
  await openEssay(ann.page, path);
  await expect(ann.page.locator('.notes-bar')).toContainText('1 unread');
});

test('who does not want to be seen reading is not seen', async ({ signIn, groupOf, essayIn }) => {
  const ann = await signIn('Ann');
  const bo = await signIn('Bo');
  const cy = await signIn('Cy');
  const path = await essayIn(ann, await groupOf(ann, bo, cy), essay);
  await bo.api('PATCH', '/me', { settings: { presence: false } });
  await openEssay(ann.page, path);
  await say(ann, 'Who is here?');
  await openEssay(bo.page, path);
  await openEssay(cy.page, path);
  await expect(ann.page.getByRole('group', { name: 'Reading now: Cy' })).toBeVisible();
  await expect(ann.page.locator('.reader-strip.readers i')).toHaveCount(1);
});

test('a quote is copied with where it is from', async ({ signIn, groupOf, essayIn }) => {
  const ann = await signIn('Ann', { permissions: ['clipboard-read', 'clipboard-write'] });
  const { page } = ann;
  await openEssay(page, await essayIn(ann, await groupOf(ann), essay));
  const id = await say(ann, 'Well said');
  await openNote(page).getByRole('button', { name: 'More' }).first().click();
  await page.getByRole('button', { name: 'Copy quote with reference' }).click();
  await expect(page.getByText('Quote copied.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(new RegExp(`^“opens the hive”\\nOn keeping bees, http.*#a-${id}$`));
});

test('a name that is typed out is a mention; who takes part in a thread follows it, and can stop that', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann');
  const bo = await signIn('Bo');
  const path = await essayIn(ann, await groupOf(ann, bo), essay);
  await openEssay(ann.page, path);
  const id = await say(ann, 'What do you think?');
  const { page } = bo;
  await openEssay(page, `${path}#a-${id}`);
  await expect(openNote(page).locator('.note-follows')).toHaveCount(0);
  await openNote(page).getByRole('button', { name: 'Reply…' }).click();
  await writer(page).pressSequentially('Well, @Ann');
  await expect(page.getByRole('option', { name: 'Ann' })).toBeVisible();
  await writer(page).pressSequentially(', I do');
  await expect(writer(page).locator('[data-type="mention"]')).toHaveText('@Ann');
  await expect(writer(page)).toHaveText('Well, @Ann, I do');
  await page.keyboard.press('Control+Enter');
  const following = openNote(page).locator('.note-follows');
  await expect(following).toContainText('You follow this thread.');
  await following.getByRole('button', { name: 'Unfollow' }).click();
  await expect(following).toHaveCount(0);
  await expect(page.getByText('You no longer follow it.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(following).toBeVisible();
});
