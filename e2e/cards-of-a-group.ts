import type { Locator, Page } from '@playwright/test';
import { expect, type Person, type ReadingGroup } from './fixtures';

interface Card {
  id: string;
  number: number;
}

export const root = 'Honey is worth the stings.';
export const keeper = 'Bees need a keeper.';
export const wild = 'Bees live well without anybody.';
export const mine = 'A hive without eggs has no future.';
export const half = 'A keeper needs the morning.';

/** A group that argues: a root, a crux, and its opposite that somebody proposed; two members have answered, and a moderator what all hangs on. */
export async function argument([mo, ann, bea]: [Person, Person, Person], { slug }: ReadingGroup) {
  const cards = `/groups/${slug}/cards`;
  const propose = (statement: string, kind = 'crux') => mo.api<Card>('POST', cards, { kind, statement });
  const made = [await propose(root, 'claim'), await propose(keeper), await propose(wild)] as const;
  for (const { id } of made.slice(0, 2)) await mo.api('POST', `${cards}/${id}/steps`, { verb: 'accept' });
  for (const [person, credences] of [
    [ann, [90, 95, 5]],
    [bea, [20, 10, 80]],
  ] as const)
    for (const [at, { id }] of made.entries())
      await person.api('POST', `${cards}/${id}/positions`, { credence: credences[at] });
  await mo.api('POST', `${cards}/${made[0].id}/positions`, { credence: 72 });
}

export const toast = (page: Page) => page.getByRole('group', { name: 'Message' });
export const undo = (page: Page) =>
  page.getByRole('region', { name: 'Message' }).getByRole('button', { name: 'Undo' });
export const making = (page: Page) => page.getByRole('dialog', { name: 'Make a card' });
export const merging = (page: Page) => page.getByRole('dialog', { name: 'Merge with another card' });
export const lane = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });
export const cardIn = (page: Page, name: string, statement: string) =>
  lane(page, name).getByRole('link', { name: statement });
export const title = (page: Page, statement: string) =>
  page.getByRole('heading', { level: 1, name: statement });
export const beliefs = (page: Page) => page.getByRole('region', { name: 'What do you believe?' });
export const follow = (page: Page) => page.getByRole('region', { name: 'What would follow?' });
export const relations = (page: Page) => page.getByRole('region', { name: 'Relations' });
export const view = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'View' }).getByRole('link', { name, exact: true });
export const first = (page: Page) => page.getByRole('row').nth(1);
export const menu = (page: Page) => page.getByRole('button', { name: 'More to do with this card' });
export const map = (page: Page) => page.getByRole('group', { name: 'Map of cards' });

/** Goes to a control as somebody without a mouse does: the focus is where the last step left it. */
export async function tabTo(page: Page, target: Locator, most = 45): Promise<number> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses <= most; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return presses;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead there within ${most}: ${target}`);
}

/** Goes there and presses Enter. */
export async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}
