import type { Page } from '@playwright/test';
import { essay, openNote } from './annotating';
import { expect, type Person, type ReadingGroup, test } from './fixtures';

interface Card {
  id: string;
  number: number;
}

const statement = 'A hive without eggs will not see the spring';
const quote = 'A hive without eggs is a hive without a future';

/** Proposes a card from a passage of the essay. */
async function propose(person: Person, group: ReadingGroup, path: string): Promise<Card> {
  const annotations = `/groups/${group.id}/essays/${path.split('/').at(-1)}/annotations`;
  const { id } = await person.api<{ id: string }>('POST', annotations, {
    target: { version: 1, selector: [{ type: 'TextQuoteSelector', exact: quote }] },
    tags: ['claim'],
  });
  const draft = {
    kind: 'crux',
    statement,
    details: 'Keepers *requeen* by it.',
    occurrence: { annotation: id },
  };
  return person.api('POST', `/groups/${group.id}/cards`, draft);
}

const addressOf = (group: ReadingGroup, { number }: Card) => `/g/${group.slug}/cards/${number}`;
const beliefs = (page: Page) => page.getByRole('region', { name: 'What do you believe?' });

test('an answer is given blind, and those of others are seen after it', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const [ann, ben] = [await signIn('Ann'), await signIn('Ben')];
  const group = await groupOf(ann, ben);
  const card = await propose(ben, group, await essayIn(ann, group, essay));
  const position = { credence: 80, reason: 'I have seen it twice.' };
  await ben.api('POST', `/groups/${group.id}/cards/${card.id}/positions`, position);
  const { page } = ann;
  await page.goto(addressOf(group, card));
  await expect(page.getByRole('heading', { level: 1, name: statement })).toBeVisible();
  const panel = beliefs(page);
  await expect(panel).toContainText('1 other person has answered. You will see their answers after yours.');
  expect(await page.content()).not.toContain(position.reason);

  const answer = panel.getByRole('button', { name: 'Answer', exact: true });
  const [slider, number] = [panel.getByRole('slider'), panel.getByRole('spinbutton')];
  await expect(answer).toBeDisabled();
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(number).toHaveValue('0');
  await page.keyboard.press('PageUp');
  await expect(number).toHaveValue('10');
  await page.keyboard.press('ArrowRight');
  await expect(number).toHaveValue('11');
  await number.fill('30');
  await expect(slider).toHaveValue('30');
  await panel.getByLabel('Reason').fill('Swarms requeen themselves.');
  await page.reload();
  await expect(number).toHaveValue('30');
  await expect(panel.getByLabel('Reason')).toHaveValue('Swarms requeen themselves.');
  await answer.click();
  await expect(panel.getByRole('img', { name: '2 answers: mean 55 %, spread 25 points' })).toBeVisible();
  await expect(panel.getByRole('listitem')).toContainText(['80 %I have seen it twice.', '30 %Swarms']);
  await expect(panel).toContainText('Few answers');

  await panel.getByRole('button', { name: 'Change answer' }).click();
  await number.fill('60');
  await panel.getByLabel('Because of…').selectOption({ index: 1 });
  await panel.getByRole('button', { name: 'Save answer' }).click();
  await expect(panel.getByText('Your earlier answers (1)')).toBeVisible();
  await expect(panel).toContainText(`Because of “${quote}”`);

  await expect(page.getByRole('region', { name: 'Passages' })).toContainText('moved 1 person by +30 points');
  await page.getByRole('link', { name: quote }).click();
  await expect(openNote(page)).toBeVisible();
});

test('a card is accepted, reworded over other words, confirmed and resolved', async ({
  signIn,
  groupOf,
  essayIn,
  baseURL,
}) => {
  const [ann, ben] = [await signIn('Ann'), await signIn('Ben')];
  const group = await groupOf(ann, ben);
  const card = await propose(ben, group, await essayIn(ann, group, essay));
  const api = `/groups/${group.id}/cards/${card.id}`;
  await ben.api('POST', `${api}/positions`, { credence: null });
  const { page } = ann;
  await page.goto(addressOf(group, card));
  await page.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'accepted it' })).toBeVisible();

  await page.getByRole('button', { name: 'Reword' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reword the card' });
  await dialog.getByLabel('Statement').fill('A hive without eggs in May dies');
  const meanwhile = await page.request.patch(`/api/v1${api}`, {
    headers: { origin: new URL(baseURL!).origin, 'if-match': '*' },
    data: { operationalization: 'No brood by June.', wordingOnly: true },
  });
  expect(meanwhile.status()).toBe(200);
  await dialog.getByRole('button', { name: 'Save words' }).click();
  await expect(dialog.getByRole('alert')).toContainText('No brood by June.');
  await expect(dialog.getByLabel('Statement')).toHaveValue('A hive without eggs in May dies');
  await dialog.getByRole('button', { name: 'Save mine over theirs' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'A hive without eggs in May dies' }),
  ).toBeVisible();

  await ben.page.goto(addressOf(group, card));
  const panel = beliefs(ben.page);
  await expect(panel).toContainText('The card was reworded since your answer.');
  await panel.getByRole('button', { name: 'Confirm No view' }).click();
  await expect(panel.getByText('Your earlier answers (1)')).toBeVisible();
  await expect(panel).not.toContainText('reworded since');

  await page.getByRole('button', { name: 'Resolve' }).click();
  const question = page.getByRole('dialog', { name: 'How was it settled?' });
  await question.getByRole('radio', { name: 'Resolve as true' }).check();
  await question.getByLabel('What settled it').fill('The count of last spring');
  await question.getByRole('button', { name: 'Resolve as true' }).click();
  await expect(page.getByText('Resolved: true')).toBeVisible();
  await expect(beliefs(page)).toContainText('it takes no more answers');
  await expect(page.getByText('The count of last spring')).toBeVisible();
});
