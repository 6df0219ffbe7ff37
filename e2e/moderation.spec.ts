import { essay, openEssay, openNote } from './annotating';
import { expect, type Person, test } from './fixtures';
import { expectNoViolations } from './no-violations';
import { sidewaysOverflow } from './page-measures';

const words = 'opens the hive';

/** Marks the words of the essay at `path`, with a comment. */
const annotate = (who: Person, path: string, comment: string) => {
  const [, , group, slug] = path.split('/');
  return who.api<{ id: string }>('POST', `/groups/${group}/essays/${slug}/annotations`, {
    target: { version: 1, selector: [{ type: 'TextQuoteSelector', exact: words }] },
    tags: ['claim'],
    comment: { markdown: comment },
  });
};

const queueOf = (path: string) => `${path.split('/').slice(0, 3).join('/')}/moderation`;

test('a flagged reply is hidden by keyboard, its author is told, asks again, and it comes back, all of it live', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const [mo, ann, bo] = [await signIn('Mo'), await signIn('Ann'), await signIn('Bo')];
  const path = await essayIn(mo, await groupOf(mo, ann, bo), essay);
  const { id } = await annotate(mo, path, 'Why in the morning?');
  await ann.api('POST', `/annotations/${id}/replies`, { comment: { markdown: 'Buy my honey.' } });

  await openEssay(bo.page, `${path}#a-${id}`);
  const replies = openNote(bo.page).locator('.note-replies');
  await expect(replies).toContainText('Buy my honey.');
  await replies.getByRole('button', { name: 'More' }).click();
  await bo.page.getByRole('button', { name: 'Flag…' }).click();
  const flag = bo.page.getByRole('dialog', { name: 'Flag this reply' });
  await flag.getByRole('radio', { name: /Advertising/ }).check();
  await flag.getByRole('button', { name: 'Send to moderators' }).click();
  await expect(bo.page.getByRole('group', { name: 'Message' })).toContainText('Moderators will look at it.');

  await mo.page.goto(queueOf(path));
  await expect(mo.page.getByRole('heading', { name: 'Reply by Ann' })).toBeVisible();
  await expectNoViolations(mo.page);
  await mo.page.keyboard.press('h');
  const why = mo.page.getByRole('dialog', { name: 'Hide what Ann wrote?' });
  await expect(why.getByRole('radio', { name: /Advertising/ })).toBeChecked();
  await expectNoViolations(mo.page);
  await why.getByRole('button', { name: 'Hide' }).press('Enter');
  await expect(mo.page.getByText('Hidden.', { exact: true })).toBeVisible();
  await expect(replies).toHaveCount(0);
  await mo.page.keyboard.press('z');
  await expect(replies).toContainText('Buy my honey.');
  await expect(mo.page.getByRole('heading', { name: 'Reply by Ann' })).toBeVisible();
  await mo.page.keyboard.press('h');
  await why.getByRole('button', { name: 'Hide' }).press('Enter');
  await expect(replies).toHaveCount(0);
  await expect(mo.page.getByText('Nothing waits for you here.')).toBeVisible();

  const told = ann.page.getByRole('link', { name: /hid/ });
  await expect(async () => {
    await ann.page.goto('/inbox');
    await expect(told).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await told.click();
  await expect(ann.page.getByText('It advertises something.')).toBeVisible();
  await ann.page.getByRole('button', { name: 'Ask for another look' }).click();
  await ann.page.getByRole('textbox').fill('It was a joke.');
  await ann.page.getByRole('button', { name: 'Ask for another look' }).click();
  await expect(ann.page.getByText('You asked for another look.')).toBeVisible();
  await expectNoViolations(ann.page);

  await mo.page.goto(`${queueOf(path)}?trigger=appealed`);
  await expect(mo.page.getByText('It was a joke.')).toBeVisible();
  await mo.page.keyboard.press('a');
  await expect(replies).toContainText('Buy my honey.');
  await replies.getByRole('button', { name: 'More' }).click();
  await bo.page.getByRole('button', { name: 'Hide Ann for me' }).click();
  await expect(replies).not.toContainText('Buy my honey.');
  await replies.getByRole('button', { name: 'show' }).click();
  await expect(replies).toContainText('Buy my honey.');
  await ann.page.reload();
  await expect(ann.page.getByText('Everything you wrote here is shown to the group.')).toBeVisible();

  await openEssay(mo.page, `${path}#a-${id}`);
  await openNote(mo.page).locator('.note-replies').getByRole('button', { name: 'More' }).click();
  await mo.page.getByRole('button', { name: 'Hide…' }).click();
  await expect(why.getByRole('radio', { name: /Unkind/ })).toBeFocused();
  await mo.page.keyboard.press('3');
  await expect(why.getByRole('radio', { name: /Advertising/ })).toBeChecked();
  await mo.page.keyboard.press('Escape');
  await mo.page.goto(queueOf(path));
  await mo.page.getByRole('link', { name: 'Log' }).click();
  await expect(
    mo.page.getByRole('listitem').filter({ hasText: 'took back a decision on a reply' }),
  ).toHaveCount(1);
  await expectNoViolations(mo.page);
});

test('the first note of somebody new is seen by them and moderators until it is approved, then by all', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const [mo, ann, bo] = [await signIn('Mo'), await signIn('Ann'), await signIn('Bo')];
  const group = await groupOf(mo, ann, bo);
  const path = await essayIn(mo, group, essay);
  await mo.page.goto(`/g/${group.slug}/settings`);
  await mo.page.getByLabel('First contributions of a new member that wait for a moderator').fill('1');
  const form = mo.page.getByRole('form', { name: 'Moderation' });
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('Saved.')).toBeVisible();

  await openEssay(bo.page, path);
  const { id } = await annotate(ann, path, 'Hello, I am new here.');
  await openEssay(ann.page, `${path}#a-${id}`);
  await expect(openNote(ann.page)).toContainText('Waits for a moderator.');
  await expect(bo.page.locator('mark.hl')).toHaveCount(0);

  await mo.page.goto(`/g/${group.slug}/members`);
  await mo.page.setViewportSize({ width: 320, height: 640 });
  expect(await sidewaysOverflow(mo.page)).toEqual([]);
  await mo.page.getByRole('link', { name: 'Moderation 1 waiting' }).click();
  await expect(mo.page.getByRole('heading', { name: 'Note by Ann' })).toBeVisible();
  await mo.page.getByRole('button', { name: 'Approve' }).click();
  await expect(bo.page.locator('mark.hl')).toHaveText(words);
  await expect(openNote(ann.page)).not.toContainText('Waits for a moderator.');
});

test('words that go with a link of a card are flagged there, and the queue names the card', async ({
  signIn,
  groupOf,
}) => {
  const [mo, ann, bo] = [await signIn('Mo'), await signIn('Ann'), await signIn('Bo')];
  const { slug } = await groupOf(mo, ann, bo);
  const card = (statement: string) =>
    ann.api<{ id: string; number: number }>('POST', `/groups/${slug}/cards`, { kind: 'claim', statement });
  const [from, to] = [await card('Bees sleep at noon.'), await card('Bees sleep.')];
  await ann.api('POST', `/groups/${slug}/cards/${from.id}/relations`, {
    type: 'supports',
    to: to.id,
    rationale: 'Only a fool would ask.',
  });

  await bo.page.goto(`/g/${slug}/cards/${to.number}`);
  await bo.page.getByRole('button', { name: 'Flag what Ann said' }).click();
  const flag = bo.page.getByRole('dialog', { name: 'Flag what Ann said' });
  await flag.getByRole('radio', { name: /Unkind/ }).check();
  await flag.getByRole('button', { name: 'Send to moderators' }).click();
  await expect(bo.page.getByRole('button', { name: 'Flagged what Ann said' })).toBeDisabled();

  await mo.page.goto(`/g/${slug}/moderation`);
  await expect(mo.page.getByRole('heading', { name: `Link from card ${from.number} by Ann` })).toBeVisible();
  await expect(mo.page.getByRole('article').getByText('Bees sleep at noon.')).toBeVisible();
  await expect(mo.page.getByRole('listitem').getByText(`On card ${from.number}:`)).toBeVisible();
});

test('what a moderator takes back is in hand again', async ({ signIn, groupOf, essayIn }) => {
  const [mo, ann, bo] = [await signIn('Mo'), await signIn('Ann'), await signIn('Bo')];
  const path = await essayIn(mo, await groupOf(mo, ann, bo), essay);
  const [, , group] = path.split('/');
  for (const [author, reader] of [
    [ann, bo],
    [bo, ann],
  ] as const) {
    const { id } = await annotate(author, path, `${author.name} was here.`);
    await reader.api('POST', `/groups/${group}/flags`, { kind: 'annotation', id, reason: 'spam' });
  }
  const { page } = mo;
  await page.goto(queueOf(path));
  await expect(page.getByRole('article')).toContainText('Ann was here.');
  await page.keyboard.press('s');
  await expect(page.getByRole('article')).toContainText('Bo was here.');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await page.keyboard.press('a');
  await expect(page.getByText('Nothing waits for you here.')).toBeVisible();
  const message = page.getByRole('region', { name: 'Message' });
  await expect(message).toContainText('Approved.');
  const heard = (words: RegExp) => page.getByRole('status').getByText(words);
  await page.keyboard.press('z');
  await expect(page.getByRole('article')).toContainText('Bo was here.');
  await expect(message).toContainText('Taken back: Approved.');
  await expect(heard(/^Taken back: Approved\. Control Z takes the one before back\.$/)).toHaveCount(1);
  await expect(page.getByText('Control Z takes it back.')).toHaveCount(0);
  await expectNoViolations(page);
  await message.getByRole('button', { name: 'Undo the one before' }).click();
  await expect(page.getByRole('article')).toContainText('Ann was here.');
  await expect(page.getByRole('article')).toBeFocused();
  await expect(message).toHaveText(/^Taken back: Put off until \w+day/);
  await expect(heard(/^Taken back: Put off until \w+day/)).toHaveCount(1);
  await expect(message.getByRole('button')).toHaveCount(0);

  // What the server does not hear of stays decided, and is what the same key takes back next.
  await page.keyboard.press('a');
  await expect(page.getByRole('article')).toContainText('Bo was here.');
  await page.keyboard.press('a');
  await expect(page.getByText('Nothing waits for you here.')).toBeVisible();
  await expect(message).toContainText('Approved.');
  await page.route('**/undo', (route) => route.abort());
  await page.keyboard.press('z');
  await expect(page.getByText('The server cannot be reached.')).toBeVisible();
  await expect(message.getByRole('button', { name: 'Undo', exact: true })).toBeVisible();
  await expect(page.getByText('Nothing waits for you here.')).toBeVisible();
  await page.unroute('**/undo');
  await page.keyboard.press('z');
  await expect(page.getByRole('article')).toContainText('Bo was here.');
});
