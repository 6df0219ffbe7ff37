import type { Page } from '@playwright/test';
import { expect, type Person, test } from './fixtures';
import { expectNoViolations } from './no-violations';

const essay =
  '# Bees\n\nThey hum in the heather all day long. They never sleep at noon.\n\nWinter kills the weak ones first.';

const mark = (who: Person, path: string, exact: string, tag: string) => {
  const [, , group, slug] = path.split('/');
  return who.api<{ id: string }>('POST', `/groups/${group}/essays/${slug}/annotations`, {
    target: { version: 1, selector: [{ type: 'TextQuoteSelector', exact }] },
    tags: [tag],
  });
};

const filter = (page: Page, name: RegExp) =>
  page.getByRole('group', { name: 'Show' }).getByRole('button', { name });

test('a moderator decides by keyboard alone, takes one back, and the annotators read why', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const [mo, ann, bo] = [await signIn('Mo'), await signIn('Ann'), await signIn('Bo')];
  const path = await essayIn(mo, await groupOf(mo, ann, bo), essay);
  const { id } = await mark(ann, path, 'They hum in the heather', 'claim');
  await mark(bo, path, 'hum in the heather all day', 'claim');
  await mark(ann, path, 'They never sleep at noon.', 'crux');
  for (const who of [ann, bo]) await mark(who, path, 'Winter kills the weak ones first.', 'claim');

  const { page } = mo;
  await page.goto(`${path}/adjudicate`);
  const readings = page.getByRole('list', { name: 'Readings' });
  await expect(page.getByText('0 of 3 decided')).toBeVisible();
  await expect(page.getByText(/^1 of 2/)).toBeVisible();
  await expect(readings.getByRole('listitem').filter({ hasText: 'Reader' }).first()).toBeVisible();
  await expect(readings.getByText('Ann', { exact: true })).toHaveCount(0);
  await expectNoViolations(page);
  await page.keyboard.press('h');
  await expect(readings.getByText('Ann', { exact: true })).toBeVisible();

  // The beginning goes a word back, the end a word on, and it becomes a crux, too.
  await page.keyboard.press('2');
  await expect(readings.getByRole('checkbox', { name: 'Choose reading 2' })).toBeChecked();
  await page.keyboard.press('c');
  const change = page.getByRole('region', { name: 'Change' });
  await expect(change).toBeVisible();
  const passage = page.getByRole('region', { name: 'Passage' });
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('2');
  await expect(change.getByRole('button', { name: /Crux/ })).toHaveAttribute('aria-pressed', 'true');
  const drawn = async () => (await passage.locator('mark').allTextContents()).join('');
  await expect.poll(drawn).toBe('They hum in the heather all day long');
  await page.keyboard.press('r');
  await page.keyboard.type('The whole clause.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('a');
  await expect(page.getByText('1 of 3 decided')).toBeVisible();
  await expect(passage).toContainText('They never sleep at noon.');
  await page.keyboard.press('x');
  await expect(page.getByText('2 of 3 decided')).toBeVisible();
  await expect(page.getByText('Nothing is left to decide.')).toBeVisible();
  await expect(page.locator(':focus')).toHaveText('Nothing is left to decide.');
  await page.keyboard.press('u');
  await expect(page.getByText('1 of 3 decided')).toBeVisible();
  await page.keyboard.press('a');
  await expect(page.getByText('2 of 3 decided')).toBeVisible();

  const decided = `${path.split('/').slice(0, 3).join('/').replace('/g/', '/groups/')}/essays/${path.split('/')[3]}/adjudication`;
  const { cases } = await ann.api<{ cases: { status: string; decision: { reason: string } | null }[] }>(
    'GET',
    decided,
  );
  expect(cases.map(({ status, decision }) => [status, decision?.reason ?? null])).toEqual([
    ['decided', 'The whole clause.'],
    ['decided', ''],
    ['agreed', null],
  ]);
  await ann.page.goto(`${path}/adjudicate?show=mine`);
  await expect(ann.page.getByRole('region', { name: 'Decision' })).toContainText('The whole clause.');
  await expect(ann.page.getByRole('toolbar', { name: 'Decide' })).toHaveCount(0);
  for (const colorScheme of ['dark', 'light'] as const) {
    await ann.page.emulateMedia({ colorScheme });
    await expectNoViolations(ann.page);
  }
  await ann.page.goto(`${path}/agreement`);
  await expect(ann.page.getByRole('heading', { name: 'Against what was decided' })).toBeVisible();
  await expectNoViolations(ann.page);

  // In the text, too, their note says what became of it, and leads to all readings.
  await ann.page.goto(`${path}#a-${id}`);
  const note = ann.page.locator(`#a-${id}`);
  await expect(note).toContainText('Changed by Mo');
  await expect(note).toContainText('They hum in the heather all day long');
  await expect(note).toContainText('The whole clause.');
  await expectNoViolations(ann.page);
  await note.getByRole('link', { name: 'All readings' }).click();
  await expect(ann.page.getByRole('region', { name: 'Decision' })).toContainText('The whole clause.');
  await expect(ann.page.getByText(/^1 of 3/)).toBeVisible();
});

test('what is taken back is said to be, the last first, and so is what a key needs before it decides', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const [mo, ann, bo] = [await signIn('Mo'), await signIn('Ann'), await signIn('Bo')];
  const path = await essayIn(mo, await groupOf(mo, ann, bo), essay);
  await mark(ann, path, 'They hum in the heather', 'claim');
  await mark(bo, path, 'hum in the heather all day', 'claim');
  await mark(ann, path, 'They never sleep at noon.', 'crux');
  const { page } = mo;
  await page.goto(`${path}/adjudicate`);
  const message = page.getByRole('region', { name: 'Message' });
  const heard = (words: string) => page.getByRole('status').getByText(words, { exact: true });
  await page.keyboard.press('a');
  await expect(message).toHaveText('Choose a reading first: 1 to 2.');
  await expect(heard('Choose a reading first: 1 to 2.')).toHaveCount(1);
  await expect(page.getByText('0 of 2 decided')).toBeVisible();

  await page.keyboard.press('1');
  await page.keyboard.press('a');
  await expect(page.getByText('1 of 2 decided')).toBeVisible();
  await expect(heard('Accepted. Control Z takes it back.')).toHaveCount(1);
  await page.keyboard.press('x');
  await expect(page.getByText('2 of 2 decided')).toBeVisible();
  await expect(message).toContainText('Rejected.');
  await page.keyboard.press('u');
  await expect(page.getByText('1 of 2 decided')).toBeVisible();
  await expect(message).toContainText('Taken back: Rejected.');
  await expect(heard('Taken back: Rejected. Control Z takes the one before back.')).toHaveCount(1);
  await expect(page.getByText('Control Z takes it back.')).toHaveCount(0);
  await message.getByRole('button', { name: 'Undo the one before' }).click();
  await expect(page.getByText('0 of 2 decided')).toBeVisible();
  await expect(message).toHaveText('Taken back: Accepted.');
  await expect(heard('Taken back: Accepted.')).toHaveCount(1);
  await expectNoViolations(page);

  const why = page.getByLabel('Why?');
  await why.fill('The longer one says how.');
  await page.reload();
  await expect(why).toHaveValue('The longer one says how.');
  await page
    .getByRole('toolbar', { name: 'Decide' })
    .getByRole('button', { name: /Reject/ })
    .click();
  await expect(page.getByText('1 of 2 decided')).toBeVisible();
  await page.reload();
  await expect(why).toHaveValue('');
});

test('two moderators do not decide the same, all agreed ones go at once, and a passage becomes an example', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const [mo, ann] = [await signIn('Mo'), await signIn('Ann')];
  const group = await groupOf(mo, ann);
  const path = await essayIn(mo, group, essay);
  await mark(ann, path, 'They hum in the heather', 'claim');
  await mark(mo, path, 'They hum in the heather', 'crux');
  for (const who of [ann, mo]) await mark(who, path, 'Winter kills the weak ones first.', 'claim');
  const slug = path.split('/')[3];
  const place = `/groups/${group.slug}/essays/${slug}/adjudication`;

  const { page } = mo;
  await page.goto(`${path}/adjudicate`);
  await expect(page.getByText('0 of 2 decided')).toBeVisible();
  const { cases } = await mo.api<{ cases: { id: string; state: string }[] }>('GET', place);
  const [first] = cases;
  const other = { case: first?.id, state: first?.state, verdict: 'reject', reason: 'Neither.' };
  await mo.api('POST', `${place}/decisions`, { decisions: [other] });
  await page.getByRole('checkbox', { name: 'Choose reading 1' }).check();
  await page.getByRole('button', { name: /^Accept/ }).click();
  await expect(page.getByText('Somebody else has just decided this.')).toBeVisible();
  await expect(page.getByText('1 of 2 decided')).toBeVisible();

  await filter(page, /All agree/).click();
  await page.getByRole('button', { name: 'Accept this one: everybody agrees' }).click();
  await expect(page.getByText('2 of 2 decided')).toBeVisible();

  await filter(page, /^Decided/).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Keep as an example…' }).click();
  const keep = page.getByRole('dialog', { name: 'Keep as an example' });
  await keep.getByLabel('Why').fill('It can be wrong.');
  await keep.getByRole('button', { name: 'Keep' }).click();
  await page.getByRole('dialog', { name: 'Kept' }).getByRole('button', { name: 'Close' }).click();
  await ann.page.goto(`/g/${group.slug}`);
  await ann.page.getByText('What the tags are meant for').click();
  await expect(ann.page.getByText('It can be wrong.')).toBeVisible();
});

test('what another moderator decides comes into an open page, where nothing that was typed is lost', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const [mo, olu, ann] = [await signIn('Mo'), await signIn('Olu'), await signIn('Ann')];
  const group = await groupOf(mo, olu, ann);
  await mo.api('PATCH', `/groups/${group.slug}/members/${olu.id}`, { role: 'moderator' });
  const path = await essayIn(mo, group, essay);
  await mark(ann, path, 'They hum in the heather', 'claim');
  await mark(ann, path, 'They never sleep at noon.', 'crux');
  for (const { page } of [mo, olu]) await page.goto(`${path}/adjudicate`);
  await expect(mo.page.getByText('0 of 2 decided')).toBeVisible();
  await mo.page.getByRole('textbox', { name: /^Why/ }).fill('Not a whole');
  await olu.page.keyboard.press('a');
  await expect(olu.page.getByText('1 of 2 decided')).toBeVisible();
  await expect(mo.page.getByText('1 of 2 decided')).toBeVisible();
  await expect(mo.page.getByText('Olu has just decided this passage.')).toBeVisible();
  await expect(mo.page.getByRole('region', { name: 'Decision' })).toContainText('Olu accepted this reading');
  await expect(mo.page.getByRole('textbox', { name: /^Why/ })).toHaveValue('Not a whole');
  await expect(mo.page.getByRole('textbox', { name: /^Why/ })).toBeFocused();
  // It was typed before that decision was seen, so the first try only says so.
  await mo.page.getByRole('button', { name: /^Reject/ }).click();
  await expect(mo.page.getByText('Somebody else has just decided this.')).toBeVisible();
  await expect(mo.page.getByRole('textbox', { name: /^Why/ })).toHaveValue('Not a whole');
  await expect(mo.page.getByText('Olu has just decided this passage.')).toBeHidden();

  // Other marks under what is typed leave it the focus; a server that is busy when it is asked for them is asked again.
  const why = mo.page.getByRole('textbox', { name: /^Why/ });
  await why.focus();
  await mo.page.route('**/adjudication', (route) => route.fulfill({ status: 503 }), { times: 1 });
  await mark(olu, path, 'hum in the heather all day', 'claim');
  await olu.page.keyboard.press('a');
  const changed = mo.page.getByText('This passage has just changed.');
  await expect(changed).toBeVisible({ timeout: 30_000 });
  await mo.page.keyboard.type(' axe');
  await expect(why).toHaveValue('Not a whole axe');
  await mo.page.keyboard.press('Escape');
  await mo.page.keyboard.press('x');
  await expect(mo.page.getByText('The marks changed since you saw them.')).toBeVisible();
  await expect(changed).toBeHidden();
});
