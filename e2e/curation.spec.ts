import { essay } from './annotating';
import { expect, type Person, type ReadingGroup, test } from './fixtures';

interface Card {
  id: string;
  number: number;
}

const propose = (person: Person, { slug }: ReadingGroup, statement: string, rest = {}) =>
  person.api<Card>('POST', `/groups/${slug}/cards`, { kind: 'crux', statement, ...rest });
const answer = (person: Person, { slug }: ReadingGroup, { id }: Card, credence: number) =>
  person.api('POST', `/groups/${slug}/cards/${id}/positions`, { credence });

test('cards are merged as opposites, say so at the old address, and come apart again', async ({
  signIn,
  groupOf,
}) => {
  const [mo, ann] = [await signIn('Mo Moderator'), await signIn('Ann Member')];
  const group = await groupOf(mo, ann);
  const cold = await propose(ann, group, 'The winter kills the weak hives.');
  const warm = await propose(ann, group, 'The winter spares the weak hives.');
  await answer(ann, group, cold, 80);
  await answer(ann, group, warm, 10);
  const { page } = mo;
  const dialog = page.getByRole('dialog', { name: 'Merge with another card' });
  await page.goto(`/g/${group.slug}/cards/${warm.number}`);
  await page.getByRole('button', { name: 'More to do with this card' }).click();
  await page.getByRole('menuitem', { name: 'Merge…' }).click();
  await dialog.getByRole('radio', { name: /The winter kills/ }).check();
  await dialog.getByRole('radio', { name: /The opposite/ }).check();
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  const notice = page.getByText(`Card ${warm.number} was merged into this one as its opposite`);
  await expect(notice).toBeVisible();
  await expect(page.locator(':focus')).toContainText(`Card ${warm.number} was merged into this one`);

  await ann.page.goto(`/g/${group.slug}/cards/${warm.number}`);
  await expect(ann.page.getByRole('heading', { level: 1, name: 'The winter kills' })).toBeVisible();
  await expect(ann.page.getByText(`Card ${warm.number} was merged into this one`)).toBeVisible();
  await expect(ann.page.getByText(/^90\s%\s*your answer/)).toBeVisible();

  await page
    .getByRole('region', { name: 'Timeline' })
    .getByRole('button', { name: /merged another/ })
    .click();
  await expect(notice).toHaveCount(0);
  await expect(page.getByText('To have the step again, take it again.').first()).toBeVisible();
  await expect(ann.page.getByText(/^80\s%\s*your answer/)).toBeVisible();
});

test('a card is split on a phone by touch, and its passage comes back', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const mo = await signIn('Mo Moderator', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const group = await groupOf(mo);
  const path = await essayIn(mo, group, essay);
  const exact = 'A hive without eggs is a hive without a future';
  const annotation = await mo.api<{ id: string }>(
    'POST',
    `/groups/${group.slug}/essays/${path.split('/').at(-1)}/annotations`,
    { target: { version: 1, selector: [{ type: 'TextQuoteSelector', exact }] }, tags: ['claim'] },
  );
  const occurrence = { annotation: annotation.id };
  const card = await propose(mo, group, 'Eggs decide, and frost does.', { occurrence });
  const { page } = mo;
  await page.goto(`/g/${group.slug}/cards/${card.number}`);
  await page.getByRole('button', { name: 'More to do with this card' }).tap();
  await page.getByRole('menuitem', { name: 'Split…' }).tap();
  const dialog = page.getByRole('dialog', { name: 'Split this card' });
  await dialog.getByLabel('What the new card says').fill('Eggs decide.');
  await dialog.getByRole('checkbox', { name: exact }).tap();
  await dialog.getByRole('button', { name: 'Split' }).tap();
  const passages = page.getByRole('region', { name: 'Passages' });
  await expect(passages).toContainText('No passage yet');
  await page.getByRole('link', { name: 'Open it' }).tap();
  await expect(page.getByRole('heading', { level: 1, name: 'Eggs decide.' })).toBeVisible();
  await expect(passages).toContainText(exact);
  await expect(page.getByText('undo the split at the card it came from')).toBeVisible();
  await page.goto(`/g/${group.slug}/cards/${card.number}`);
  await page.getByRole('button', { name: /^Undo: .* split another card off/ }).tap();
  await expect(passages).toContainText(exact);
});
