import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const column = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });
const cardIn = (page: Page, name: string, statement: string) =>
  column(page, name).getByRole('link', { name: statement });

test('cards are proposed, moved by menu, and found by a filter that stays', async ({ signIn, groupOf }) => {
  const [mo, ann] = [await signIn('Mo Moderator'), await signIn('Ann Member')];
  const group = await groupOf(mo, ann);
  const { page } = ann;
  await page.goto(`/g/${group.slug}`);
  await page.getByRole('link', { name: 'Cards' }).click();
  await expect(page.getByText('No cruxes yet')).toBeVisible();

  const propose = async (statement: string) => {
    await page.getByRole('button', { name: 'New card' }).click();
    const dialog = page.getByRole('dialog', { name: 'New card' });
    await dialog.getByLabel('Statement').fill(statement);
    return dialog;
  };
  const first = await propose('Evaluations are gamed by the models they measure.');
  await first.getByRole('button', { name: 'Propose' }).click();
  await expect(cardIn(page, 'Proposed', 'Evaluations are gamed')).toBeVisible();
  const second = await propose('Evaluations are gamed by those they measure.');
  await expect(second.getByText('One card may say it already:')).toBeVisible();
  await expect(second.getByRole('link', { name: 'Evaluations are gamed by the models' })).toBeVisible();
  await second.getByLabel('Statement').fill('Rain falls upwards.');
  await second.getByRole('radio', { name: 'Claim' }).check();
  await second.getByRole('button', { name: 'Propose' }).click();
  await expect(cardIn(page, 'Proposed', 'Rain falls')).toBeVisible();

  const board = mo.page;
  await board.goto(`/g/${group.slug}/cards`);
  await board.getByRole('button', { name: 'What to do with “Evaluations' }).click();
  await board.getByRole('menuitem', { name: 'Accept' }).click();
  await expect(cardIn(board, 'Open', 'Evaluations')).toBeFocused();

  await board.getByText('Filters').click();
  await board.getByLabel('Kind').focus();
  await board.getByLabel('Kind').selectOption('crux');
  await expect(board.getByRole('link', { name: 'Rain falls' })).toHaveCount(0);
  await expect(board).toHaveURL(/kind=crux/);
  await expect(board.getByLabel('Kind')).toBeFocused();
  await board.reload();
  await expect(board.getByLabel('Kind')).toHaveValue('crux');
  await expect(cardIn(board, 'Open', 'Evaluations')).toBeVisible();
  await expect(board.getByRole('link', { name: 'Rain falls' })).toHaveCount(0);
});

test('a move that came too late puts the card back and says why', async ({ signIn, groupOf, database }) => {
  const mo = await signIn('Mo Moderator');
  const group = await groupOf(mo);
  const cards = `/groups/${group.slug}/cards`;
  const card = await mo.api<{ id: string }>('POST', cards, { kind: 'crux', statement: 'Moved by two.' });
  await mo.page.goto(`/g/${group.slug}/cards`);
  await database.query(`UPDATE card SET status = 'rejected', version = version + 1 WHERE id = $1`, [card.id]);
  await cardIn(mo.page, 'Proposed', 'Moved by two').focus();
  await mo.page.keyboard.press(']');
  await expect(mo.page.getByRole('alert').filter({ hasText: /\w/ })).toBeVisible();
  await expect(column(mo.page, 'Open').getByRole('listitem')).toHaveCount(0);
});

test('a card that was dragged to another column leaves nothing behind that waits for it', async ({
  signIn,
  groupOf,
}) => {
  const mo = await signIn('Mo Moderator');
  const group = await groupOf(mo);
  for (const statement of ['Dragged away.', 'Left where it is.'])
    await mo.api('POST', `/groups/${group.slug}/cards`, { kind: 'crux', statement });
  const { page } = mo;
  await page.goto(`/g/${group.slug}/cards`);
  const waiting = page.getByText('Drop here to merge');
  await cardIn(page, 'Proposed', 'Dragged away').hover();
  await page.mouse.down();
  await column(page, 'Open').hover();
  await expect(waiting).toHaveCount(1);
  await column(page, 'Open').hover();
  await page.mouse.up();
  await expect(cardIn(page, 'Open', 'Dragged away')).toBeVisible();
  await expect(waiting).toHaveCount(0);
  await expect(cardIn(page, 'Proposed', 'Left where it is')).toBeVisible();
});

test('who reads sees the board and its ranking, and moves nothing', async ({ signIn, groupOf }) => {
  const [mo, rae] = [await signIn('Mo Moderator'), await signIn('Rae Reader')];
  const group = await groupOf(mo, rae);
  const statement = 'Only to be read.';
  await mo.api('POST', `/groups/${group.slug}/cards`, { kind: 'crux', statement });
  const { page } = rae;
  await page.goto(`/g/${group.slug}/cards`);
  await cardIn(page, 'Proposed', statement).focus();
  await page.keyboard.press(']');
  await expect(page.getByRole('button', { name: /^What to do with/ })).toHaveCount(0);
  await expect(cardIn(page, 'Proposed', statement)).toBeVisible();
  await page.getByRole('link', { name: 'Ranking' }).click();
  const row = page.getByRole('row', { name: new RegExp(statement) });
  await expect(row.getByText('Answer first')).toBeVisible();
  await page.getByRole('link', { name: 'Contested' }).click();
  await expect(page).toHaveURL(/view=ranking&sort=contested/);
  await expect(page.getByRole('columnheader', { name: 'Contested' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
});

test('an empty board suggests passages that somebody called a crux', async ({ signIn, groupOf, essayIn }) => {
  const ann = await signIn('Ann Member');
  const group = await groupOf(ann);
  const essay = await essayIn(ann, group, '# On rain\n\nRain falls upwards where nobody looks.');
  await ann.api('POST', `/groups/${group.slug}/essays/${essay.split('/').at(-1)}/annotations`, {
    target: { version: 1, selector: [{ type: 'TextQuoteSelector', exact: 'Rain falls upwards' }] },
    tags: ['crux'],
  });
  const { page } = ann;
  await page.goto(`/g/${group.slug}/cards`);
  await page.getByRole('listitem').filter({ hasText: 'Rain falls upwards' }).getByText('Make a card').click();
  const dialog = page.getByRole('dialog', { name: 'New card' });
  await expect(dialog.getByLabel('Statement')).toHaveValue('Rain falls upwards');
  await dialog.getByRole('button', { name: 'Propose' }).click();
  await expect(column(page, 'Proposed').getByText('1 essay')).toBeVisible();
});

test('on a phone a row of tabs begins at the one that is open, the page at its top', async ({
  signIn,
  groupOf,
}) => {
  const { page, ...mo } = await signIn('Mo Moderator');
  const group = await groupOf({ page, ...mo });
  for (const statement of ['One.', 'Two.', 'Three.', 'Four.', 'Five.'])
    await mo.api('POST', `/groups/${group.slug}/cards`, { kind: 'claim', statement });
  await page.setViewportSize({ width: 390, height: 600 });
  await page.goto(`/g/${group.slug}/cards?view=scatter`);
  await expect(page.getByRole('link', { name: 'Scatter' })).toBeInViewport();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.goto(`/g/${group.slug}/settings`);
  await expect(page.getByRole('link', { name: 'Settings' })).toBeInViewport();
});
