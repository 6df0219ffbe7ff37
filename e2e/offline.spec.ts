import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const unreachable = 'The server cannot be reached.';

/** What a page can be asked to do; offline it must say so and stay. */
const deeds: [name: string, path: (group: string) => string, ask: (page: Page) => Promise<unknown>][] = [
  [
    'a role',
    (group) => `${group}/members`,
    (page) => page.getByRole('combobox', { name: 'Role of Max' }).selectOption('reader'),
  ],
  [
    'an invitation that ends',
    (group) => `${group}/members`,
    (page) => page.getByRole('button', { name: 'Revoke' }).click(),
  ],
  [
    'a tag that retires',
    (group) => `${group}/settings`,
    (page) => page.getByRole('button', { name: 'Retire Claim' }).click(),
  ],
  [
    'a place on the reading list',
    (group) => group,
    async (page) => {
      await page.getByRole('button', { name: 'More about First' }).click();
      await page.getByRole('menuitem', { name: 'Move down' }).click();
    },
  ],
  [
    'a session that ends',
    () => '/settings',
    (page) => page.getByRole('button', { name: /^Sign out: / }).click(),
  ],
  [
    'a switch',
    () => '/settings',
    (page) => page.getByRole('checkbox', { name: 'Show that I am reading' }).click(),
  ],
];

test('without a connection every change says so, and the page stays', async ({
  signIn,
  groupOf,
  essayIn,
  database,
}) => {
  test.setTimeout(120_000);
  const ann = await signIn('Ann');
  const group = await groupOf(ann, await signIn('Max'));
  await essayIn(ann, group, '# First\n\nWords.');
  await essayIn(ann, group, '# Second\n\nOther words.');
  await ann.api('POST', `/groups/${group.id}/invitations`, {});
  await database.query(
    `INSERT INTO session (token_hash, user_id, expires) VALUES ($1, $2, now() + interval '1 day')`,
    [`elsewhere-${ann.id}`, ann.id],
  );
  for (const [name, path, ask] of deeds)
    await test.step(name, async () => {
      const address = path(`/g/${group.slug}`);
      await ann.page.goto(address);
      await ann.page.context().setOffline(true);
      await ask(ann.page);
      await expect(ann.page.getByRole('alert').filter({ hasText: unreachable })).toBeInViewport();
      await expect(ann.page).toHaveURL(address);
      await ann.page.context().setOffline(false);
    });
});
