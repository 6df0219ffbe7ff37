import type { Page } from '@playwright/test';
import { annotate } from './annotating';
import { expect, type Person, type ReadingGroup, test } from './fixtures';
import { expectNoViolations } from './no-violations';

const text = '# The jar\n\nWhat is counted becomes a price.\n\nThanks say nothing of quality.';

/** The number at the bell: it is drawn, so that the reading page pays no script for it. */
const bell = (page: Page) => ({
  says: (unread: string) =>
    expect
      .poll(() => page.locator('.bell').evaluate((one) => getComputedStyle(one, '::after').content))
      .toMatch(unread === '' ? /^(none|normal)/ : new RegExp(`^"${unread}"`)),
});

async function pair(
  signIn: (name: string) => Promise<Person>,
  groupOf: (...people: [Person, Person]) => Promise<ReadingGroup>,
) {
  const [ann, bo] = [await signIn('Ann'), await signIn('Bo')];
  return { ann, bo, group: await groupOf(ann, bo) };
}

test('what concerns somebody is at their bell at once, and leads to its place; marking is taken back', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const { ann, bo, group } = await pair(signIn, groupOf);
  const path = await essayIn(ann, group, text);
  const { id } = await annotate(ann, path, 'becomes a price', 'Does it?');
  const { page } = ann;
  await page.goto(`/g/${group.slug}`);
  const follow = page.getByRole('button', { name: 'Follow The jar' });
  const followed = page.waitForResponse((answer) => answer.request().method() === 'PUT');
  await follow.click();
  expect((await followed).status()).toBe(204);
  await expect(follow).toHaveAttribute('aria-pressed', 'true');
  await bell(page).says('');

  await bo.api('POST', `/annotations/${id}/replies`, { comment: { markdown: 'Not in a library.' } });
  await bell(page).says('1');
  const other = await annotate(bo, path, 'nothing of quality', `[@Ann](mention:${ann.id}) see here.`);
  await bell(page).says('2');

  await page.getByRole('link', { name: /^Inbox/ }).click();
  const entries = page.locator('[data-entry]');
  await expect(entries).toHaveCount(2);
  await expect(entries.first()).toContainText('Bo mentioned you');
  await expect(entries.last()).toContainText('Not in a library.');

  await page.keyboard.press('j');
  await expect(entries.first().getByRole('link')).toBeFocused();
  await page.keyboard.press('e');
  await bell(page).says('1');
  await expect(entries.first().getByRole('button', { name: /^Mark unread/ })).toBeVisible();
  await page.getByRole('link', { name: 'Unread', exact: true }).click();
  await expect(entries).toHaveCount(1);
  await page.getByRole('button', { name: 'Mark all read' }).click();
  await bell(page).says('');
  await page.getByRole('button', { name: 'Undo' }).click();
  await bell(page).says('1');

  await page.goto('/inbox');
  await expect(entries).toHaveCount(2);
  await page.keyboard.press('j');
  await page.keyboard.press('o');
  await expect(page).toHaveURL(new RegExp(`${path}#a-${other.id}$`));
  await expect(page.locator('.note').filter({ hasText: 'see here' })).toBeVisible();

  // In the text the same bell goes on.
  await bell(page).says('1');
  await bo.api('POST', `/annotations/${id}/replies`, { comment: { markdown: 'Nor in a park.' } });
  await bell(page).says('2');
});

test('whoever opens a card has read what the inbox says of it', async ({ signIn, groupOf }) => {
  const { ann, bo, group } = await pair(signIn, groupOf);
  const cards = `/groups/${group.slug}/cards`;
  const draft = { kind: 'claim', statement: 'A counted thing becomes a price.' };
  const card = await bo.api<{ id: string; number: number }>('POST', cards, draft);
  await bo.page.goto(`/g/${group.slug}`);
  await ann.api('POST', `${cards}/${card.id}/steps`, { verb: 'accept' });
  await bell(bo.page).says('1');
  await bo.page.goto(`/g/${group.slug}/cards/${card.number}`);
  await bell(bo.page).says('');
  await bo.page.goto('/inbox?unread=1');
  await expect(bo.page.locator('[data-entry]')).toHaveCount(0);
});

test('whoever had an export made hears that it is ready, and finds it where it lies', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const { ann, bo, group } = await pair(signIn, groupOf);
  await annotate(ann, await essayIn(ann, group, text), 'becomes a price', 'Does it?');
  const { page } = bo;
  await page.goto(`/g/${group.slug}`);
  const ask = (format: string) =>
    bo.api('POST', `/groups/${group.slug}/exports`, { format, visibility: 'all' });
  await ask('csv');
  await bell(page).says('1');
  await ask('jsonl');
  await bell(page).says('2');
  await page.getByRole('link', { name: /^Inbox/ }).click();
  const entries = page.locator('[data-entry]');
  await expect(entries).toHaveCount(2);
  await expect(page.getByRole('heading', { name: 'Ann’s circle' })).toHaveCount(1);
  await expect(entries.first()).toContainText('Your export is ready');
  await expect(entries.first()).toContainText(/CSV, \d+ bytes\. Kept until \d+ \w+ at \d\d:\d\d\./);
  await expectNoViolations(page);
  await entries.first().getByRole('link').click();
  await expect(page).toHaveURL(/\/export\?format=csv&visibility=all/);
  await expect(page.getByRole('button', { name: 'Download: CSV' })).toBeInViewport();
  await bell(page).says('');
  await ann.page.goto('/inbox');
  await expect(ann.page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
});

test('what cannot be marked stays unread, and the page says so; nobody else’s mail is stopped by guessing', async ({
  signIn,
  groupOf,
  essayIn,
  visit,
}) => {
  const { ann, bo, group } = await pair(signIn, groupOf);
  const path = await essayIn(ann, group, text);
  const { id } = await annotate(ann, path, 'becomes a price', 'Does it?');
  await bo.api('POST', `/annotations/${id}/replies`, { comment: { markdown: 'No.' } });
  const { page } = ann;
  await page.goto('/inbox');
  await expect(page.locator('[data-entry]')).toHaveCount(1);
  await page.route('**/api/v1/me/inbox', (route) => route.abort());
  await page.getByRole('button', { name: 'Mark read: Bo replied to you' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('cannot be reached');
  await expect(page.getByRole('button', { name: 'Mark read: Bo replied to you' })).toBeVisible();
  await bell(page).says('1');

  const stranger = await visit();
  await stranger.goto(`/unsubscribe/${ann.id}.${'a'.repeat(43)}`);
  await expect(stranger.getByText('This link is incomplete or out of date')).toBeVisible();
  await expect(stranger.getByRole('button')).toHaveCount(0);
});
