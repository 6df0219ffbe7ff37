import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, type Person, type ReadingGroup, test } from './fixtures';
import { expectNoViolations } from './no-violations';

const statements = [
  'Thanks say nothing of quality.',
  'The jar was counted aloud.',
  'Judges grow like what they judge.',
  'A known test measures knowing.',
  'Weekly counts would set it right.',
];

interface Card {
  id: string;
  number: number;
}

/** Five cards: the second is a crux for the first, the third attacks it; everybody has answered all. */
async function argument(group: ReadingGroup, people: [Person, Person]) {
  const path = `/groups/${group.slug}/cards`;
  const [mo, ann] = people;
  const cards: Card[] = [];
  for (const statement of statements)
    cards.push(await mo.api<Card>('POST', path, { kind: 'crux', statement }));
  const [root, crux, attack] = cards as [Card, Card, Card];
  await mo.api('POST', `${path}/${crux.id}/relations`, { type: 'crux-for', to: root.id });
  await mo.api('POST', `${path}/${attack.id}/relations`, { type: 'attacks', to: root.id });
  for (const { id } of cards) {
    await mo.api('POST', `${path}/${id}/positions`, { credence: 90 });
    await ann.api('POST', `${path}/${id}/positions`, { credence: 20 });
  }
  return { path, root, crux, attack };
}

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'View' }).getByRole('link', { name, exact: true });

async function saved(page: Page, kind: 'SVG' | 'CSV'): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Save as ${kind}` }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
}

test('a map is walked by keys, zoomed, narrowed to a neighbourhood, and taken away', async ({
  signIn,
  groupOf,
}) => {
  const [mo, ann] = [await signIn('Mo Moderator'), await signIn('Ann Member')];
  const group = await groupOf(mo, ann);
  await argument(group, [mo, ann]);
  const { page } = ann;
  await page.goto(`/g/${group.slug}/cards`);
  await tab(page, 'Map').click();
  const map = page.getByRole('group', { name: 'Map of cards' });
  const card = (statement: string) => map.getByRole('link', { name: statement });
  await expect(card(statements[0]!)).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: statements[1]! }).last()).toContainText(
    'too few answers (2)',
  );
  await expectNoViolations(page, 'main');

  await card(statements[0]!).focus();
  await page.keyboard.press('ArrowRight');
  await expect(card(statements[1]!).or(card(statements[2]!)).and(page.locator(':focus'))).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(card(statements[0]!)).toBeFocused();
  const whole = await map.getAttribute('viewBox');
  await page.keyboard.press('+');
  await expect(map).not.toHaveAttribute('viewBox', whole!);
  await page.keyboard.press('0');
  await expect(map).toHaveAttribute('viewBox', whole!);
  await map.hover();
  await page.mouse.wheel(0, -120);
  await expect(map).not.toHaveAttribute('viewBox', whole!);

  await card(statements[0]!).press('Enter');
  await expect(page.getByText('Around card 1: 2 others')).toBeVisible();
  await expect(page).toHaveURL(/card=1/);
  await expect(card(statements[4]!)).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('Around card 1: 2 others')).toBeVisible();
  await card(statements[0]!).press('Escape');
  await expect(card(statements[4]!)).toBeVisible();

  const drawing = await saved(page, 'SVG');
  expect(drawing).toContain('What bears on what');
  expect(drawing).toContain('Thanks say nothing');
  expect(drawing).not.toMatch(/var\(|oklab|class=/);
  const numbers = await saved(page, 'CSV');
  expect(numbers).toContain(
    `${statements[2]},"too few answers (2)",attacks,${statements[0]}`.replaceAll('"', ''),
  );
  await page.getByText('The same as a table').click();
  await expect(page.getByRole('row', { name: new RegExp(`${statements[2]}.*attacks`) })).toBeVisible();
});

test('a map whose script does not come says so, and is drawn when it comes', async ({ signIn, groupOf }) => {
  const [mo, ann] = [await signIn('Mo Moderator'), await signIn('Ann Member')];
  const group = await groupOf(mo, ann);
  await argument(group, [mo, ann]);
  const { page } = ann;
  await page.route(/elk-worker/, (route) => route.abort());
  await page.goto(`/g/${group.slug}/cards?view=map`);
  const alert = page.getByRole('alert').filter({ hasText: 'The map could not be drawn' });
  await expect(alert).toBeVisible();
  await page.unroute(/elk-worker/);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(
    page.getByRole('group', { name: 'Map of cards' }).getByRole('link', { name: statements[0]! }),
  ).toBeVisible();
});

test('pictures show what others answered only after one has answered oneself', async ({
  signIn,
  groupOf,
}) => {
  const [mo, ann, bob] = [
    await signIn('Mo Moderator'),
    await signIn('Ann Member'),
    await signIn('Bob Member'),
  ];
  const group = await groupOf(mo, ann, bob);
  const { path, crux, root } = await argument(group, [mo, ann]);
  const { page } = bob;
  await page.goto(`/g/${group.slug}/cards?view=heat-map`);
  await expect(page.getByText('Answer first, then see what the others believe: 5 cards wait')).toBeVisible();
  await bob.api('POST', `${path}/${crux.id}/positions`, { credence: 55 });
  await page.reload();
  await expect(page.getByRole('group', { name: 'Answers of people to cards' })).toBeVisible();
  await page.getByText('The same as a table').click();
  await expect(page.getByRole('rowheader')).toHaveText([statements[1]!]);
  await expect(page.getByText('No opinion groups')).toBeVisible();
  await expectNoViolations(page, 'main');

  for (const person of [mo, ann, bob]) {
    if (person === bob) await bob.api('POST', `${path}/${root.id}/positions`, { credence: 50 });
    await person.api('PUT', `${path}/${crux.id}/beliefs/${root.id}`, { strength: 3 });
  }
  await tab(page, 'Scatter').click();
  await expect(page.getByText('Talk about this', { exact: true }).first()).toBeVisible();
  await page.getByText('The same as a table').click();
  await page.getByRole('button', { name: 'Load' }).click();
  await expect(page.getByRole('columnheader', { name: 'Load' })).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByRole('row').nth(1)).toContainText(statements[1]!);
  await expectNoViolations(page, 'main');
});

test('two members find their double crux and open a thread on it', async ({ signIn, groupOf, essayIn }) => {
  const [mo, ann] = [await signIn('Mo Moderator'), await signIn('Ann Member')];
  const group = await groupOf(mo, ann);
  const { path, crux, root } = await argument(group, [mo, ann]);
  const essay = await essayIn(
    mo,
    group,
    '# The jar\n\nEvery evening the jar was counted aloud, and nobody was paid.',
  );
  const { id: annotation } = await mo.api<{ id: string }>(
    'POST',
    `/groups/${group.slug}/essays/${essay.split('/').at(-1)}/annotations`,
    {
      target: { version: 1, selector: [{ type: 'TextQuoteSelector', exact: 'the jar was counted aloud' }] },
      tags: ['crux'],
    },
  );
  await mo.api('POST', `${path}/${crux.id}/occurrences`, { annotation, role: 'states' });
  const { page } = ann;
  await page.goto(`/g/${group.slug}/cards`);
  await tab(page, 'Double crux').click();
  await page.getByRole('combobox', { name: 'and', exact: true }).selectOption({ label: 'Mo Moderator' });
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByRole('heading', { name: 'No double crux yet' })).toBeVisible();
  await expect(page.getByText('You have not said what')).toBeVisible();

  for (const person of [mo, ann])
    await person.api('PUT', `${path}/${crux.id}/beliefs/${root.id}`, { strength: 3 });
  await page.reload();
  await expect(page.getByRole('heading', { name: '1 double crux' })).toBeVisible();
  await expectNoViolations(page, 'main');
  await page.getByRole('button', { name: 'Open a thread' }).click();
  const opening = page.getByRole('textbox', { name: 'What the thread begins with' });
  await expect(opening).toContainText('@Mo Moderator (90 %) and @Ann Member (20 %)');
  await expect(opening).toContainText('the jar was counted aloud');
  await opening.press('ControlOrMeta+End');
  await page.keyboard.type(' I would look at the ledger.');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page).toHaveURL(new RegExp(`#a-${annotation}`));
  await expect(page.getByText('I would look at the ledger.').first()).toBeVisible();
});
