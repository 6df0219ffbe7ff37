import { readFileSync } from 'node:fs';
import type { RoundPositions } from '@/lib/core/api/annotation-rounds';
import { expect, test } from './fixtures';
import { expectNoViolations } from './no-violations';

const essay =
  '# Bees\n\nThey hum in the heather. They never sleep at noon.\n\nWinter kills the weak ones first.';

test('two read alone, each without the other’s marks; then all is shown, with agreement before and after', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const [mo, ann, ben] = [await signIn('Mo'), await signIn('Ann'), await signIn('Ben')];
  const group = await groupOf(mo, ann, ben);
  const path = await essayIn(mo, group, essay);
  const slug = path.split('/').at(-1);
  const mark = (who: typeof mo, exact: string, tag = 'claim') =>
    who.api<{ id: string }>('POST', `/groups/${group.slug}/essays/${slug}/annotations`, {
      target: { version: 1, selector: [{ type: 'TextQuoteSelector', exact }] },
      tags: [tag],
    });
  const notesOf = (who: typeof mo, name: string) =>
    who.page.locator('a.ref').and(who.page.getByLabel(new RegExp(`by ${name}`)));

  await mo.page.goto(path);
  await mo.page.getByRole('link', { name: 'Have people read it blind' }).click();
  for (const name of ['Ann', 'Ben']) await mo.page.getByRole('checkbox', { name }).check();
  await mo.page.getByRole('button', { name: 'Begin' }).click();
  await expect(mo.page.getByText('Read alone until all are done')).toBeVisible();

  // Ann has the essay open while Ben and Mo mark it: her next mark comes after theirs, and nothing of theirs came before.
  await ann.page.goto(path);
  const notice = ann.page.getByRole('complementary', { name: 'Blind reading' });
  await expect(notice).toContainText('You are reading alone.');
  await mark(ben, 'Winter kills the weak ones first.');
  await mark(mo, 'They never sleep at noon.', 'crux');
  const hum = await mark(ann, 'They hum in the heather.');
  await expect(notesOf(ann, 'Ann')).toHaveCount(1);
  await expect(ann.page.locator('a.ref')).toHaveCount(1);
  await mo.page.goto(path);
  await expect(notesOf(mo, 'Mo')).toHaveCount(1);
  await expect(mo.page.locator('a.ref')).toHaveCount(1);

  // At the top and at the end of the text stands the same, and one tells the other.
  const end = ann.page.getByRole('complementary', { name: 'At the end of the reading' });
  await end.getByRole('button', { name: 'I’m done' }).click();
  await expect(notice).toContainText('You are done. Now the round waits for');
  await notice.getByRole('button', { name: 'Not done yet' }).click();
  await end.getByRole('button', { name: 'I’m done' }).click();
  await expect(notice).toContainText('1 of 2 are done');
  await mo.page.reload();
  await expect(mo.page.getByText('2 people read this alone: 1 done, 1 awaited.')).toBeVisible();
  await mo.page.goto(`${path}/rounds`);
  await mo.page.getByRole('link', { name: 'Blind reading', exact: true }).click();
  const people = mo.page.getByRole('region', { name: 'Who reads' });
  await expect(people).toContainText(/Ann\s·\sdone/);
  await expect(people).toContainText(/Ben\s·\snot done/);
  await expect(people).not.toContainText('mark');
  await mo.page.getByRole('button', { name: 'Change title or guideline' }).click();
  const asking = mo.page.getByRole('dialog', { name: 'Title and guideline' });
  await asking.getByLabel('Guideline').fill('Whole sentences, please.');
  await asking.getByRole('button', { name: 'Save' }).click();
  await expect(asking).toBeHidden();
  await mo.page.getByText('How to annotate here').click();
  await expect(mo.page.getByText('Whole sentences, please.')).toBeVisible();

  await ann.page.goto(path);
  await expect(notesOf(ann, 'Ann')).toHaveCount(1);
  await mo.page.getByRole('button', { name: 'Reveal now' }).click();
  await mo.page.getByRole('dialog').getByRole('button', { name: 'Reveal' }).click();
  await expect(mo.page.getByText(/Revealed on .* by Mo/)).toBeVisible();
  // Ann's page is still open.
  await expect(ann.page.locator('a.ref')).toHaveCount(3);

  await ben.api('DELETE', `/annotations/${(await mark(ben, 'They never sleep at noon.')).id}`);
  await mark(ben, 'They hum in the heather.');
  await mo.page.reload();
  const table = mo.page.getByRole('region', { name: 'Agreement before and after' });
  await expect(table.getByRole('row', { name: /Claim/ }).getByRole('cell').first()).toHaveText('2');
  await expect(table.getByRole('row', { name: /Claim/ }).getByRole('cell').nth(1)).toHaveText('3');
  // Why there is no number stands below, for whoever cannot point at it.
  await expect(
    table
      .getByRole('row', { name: /Failure mode/ })
      .getByRole('cell')
      .nth(2),
  ).toHaveText('undefined 1');
  await expect(
    mo.page.getByText('Undefined because there are no marks with this tag to compare.'),
  ).toBeVisible();
  await expectNoViolations(mo.page);
  const ofRound = mo.page.url();
  for (const page of ['agreement', 'adjudicate']) {
    await mo.page.goto(ofRound.replace(/\/rounds\/.*/, `/${page}?round=nope`));
    await expect(mo.page.getByText('This essay has no such blind reading.')).toBeVisible();
    await mo.page.getByRole('link', { name: 'See everyone’s marks' }).click();
    await expect(mo.page).toHaveURL(new RegExp(`/${page}$`));
  }
  await mo.page.goto(ofRound);
  const moved = mo.page.getByRole('region', { name: 'Who moved' });
  await expect(moved).toContainText('Ben');
  await expect(moved).toContainText('Added Claim');
  const downloading = mo.page.waitForEvent('download');
  await mo.page.getByRole('link', { name: 'Positions (JSON)' }).click();
  const positions = JSON.parse(readFileSync(await (await downloading).path(), 'utf8'));
  const spans = (when: 'before' | 'after') =>
    (positions as RoundPositions).annotators.map((one) => one[when].length).sort();
  expect([spans('before'), spans('after')]).toEqual([
    [1, 1],
    [1, 2],
  ]);
  const contested = mo.page.getByRole('region', { name: 'Talk about these first' });
  await contested.getByRole('link', { name: 'Ann' }).click();
  await expect(mo.page).toHaveURL(new RegExp(`#a-${hum.id}$`));
  await mo.page.goBack();
  await contested.getByRole('link', { name: 'They hum in the heather.' }).click();
  await expect(mo.page).toHaveURL(/#at-\d+-\d+$/);
  await mo.page.goBack();
  // What is gone or agreed on since says so, and an old link to it, too.
  await expect(mo.page.getByRole('region', { name: 'Who reads' })).toContainText(/Ann\s·\sdone, 1 mark now/);
  await expect(mo.page.getByRole('region', { name: 'Who reads' })).toContainText(
    /Ben\s·\snot done, 2 marks now/,
  );
  const old = mo.page.url().replace(/\/rounds\/.*/, `#a-${hum.id}`);
  await expect(contested).toContainText('As it was at the reveal.');
  await expect(contested.getByRole('listitem').filter({ hasText: 'They hum' })).toContainText(
    'agreed on by now',
  );
  await expect(contested.getByRole('listitem').filter({ hasText: 'Winter kills' })).not.toContainText(
    'agreed on by now',
  );
  await ann.api('DELETE', `/annotations/${hum.id}`);
  await mo.page.reload();
  await expect(contested).toContainText('Ann (deleted since)');
  await expect(contested.getByRole('link', { name: 'Ann' })).toHaveCount(0);
  const round = mo.page.url();
  await mo.page.goto(old);
  await expect(
    mo.page.getByText('This mark is not here: it was deleted, or you may not see it.'),
  ).toBeVisible();
  await mo.page.goto(round);
  await mo.page.getByRole('link', { name: 'Decide on passages' }).click();
  await expect(mo.page.getByRole('heading', { level: 1 })).toHaveText(/passages/i);
});

test('what is typed for a new blind reading is there again after another page and a reload, until it is begun', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const people = [await signIn('Mo'), await signIn('Ann'), await signIn('Ben'), await signIn('Cy')] as const;
  const [mo] = people;
  const group = await groupOf(...people);
  const path = await essayIn(mo, group, essay);
  const { page } = mo;
  await page.goto(`${path}/rounds`);
  const begin = page.getByRole('region', { name: 'Begin one' });
  const title = begin.getByLabel('Title');
  const guideline = begin.getByLabel('Guideline');
  const box = (name: string) => begin.getByRole('checkbox', { name });
  await title.fill('Hive');
  await guideline.fill('Whole sentences, please.');
  await box('Ann').check();
  await box('Ben').check();
  await box('Crux').uncheck();
  await page.goto(path);
  await page.goto(`${path}/rounds`);
  for (const again of [async () => {}, () => page.reload()]) {
    await again();
    await expect(begin.getByText('What you had here before is back.')).toBeVisible();
    await expect(title).toHaveValue('Hive');
    await expect(guideline).toHaveValue('Whole sentences, please.');
    for (const name of ['Ann', 'Ben', 'Claim']) await expect(box(name)).toBeChecked();
    for (const name of ['Cy', 'Crux']) await expect(box(name)).not.toBeChecked();
  }
  await begin.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByText('Read alone until all are done')).toBeVisible();

  await page.getByRole('button', { name: 'Change title or guideline' }).click();
  const asking = page.getByRole('dialog', { name: 'Title and guideline' });
  await asking.getByLabel('Guideline').fill('Half sentences, too.');
  await page.keyboard.press('Escape');
  await expect(asking).toBeHidden();
  await page.reload();
  await page.getByRole('button', { name: 'Change title or guideline' }).click();
  await expect(asking.getByLabel('Guideline')).toHaveValue('Half sentences, too.');
  await asking.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Change title or guideline' }).click();
  await expect(asking.getByLabel('Guideline')).toHaveValue('Whole sentences, please.');

  // What another says meanwhile is replaced by nobody who does not know of it.
  const [slug, id] = [path, page.url()].map((url) => url.split('/').at(-1));
  const round = `/groups/${group.slug}/essays/${slug}/rounds/${id}`;
  await mo.api('PATCH', round, { guideline: 'Olu’s.' });
  await asking.getByLabel('Title').fill('Hives');
  await asking.getByRole('button', { name: 'Save' }).click();
  await expect(asking).toBeHidden();
  expect(await mo.api('GET', round)).toMatchObject({ title: 'Hives', guideline: 'Olu’s.' });
  await page.getByRole('button', { name: 'Change title or guideline' }).click();
  await asking.getByLabel('Guideline').fill('Mine.');
  await page.keyboard.press('Escape');
  await mo.api('PATCH', round, { guideline: 'Olu’s again.' });
  await page.reload();
  await page.getByRole('button', { name: 'Change title or guideline' }).click();
  await expect(asking.getByText('Somebody else saved something here since')).toBeVisible();
  await expect(asking.getByLabel('Guideline')).toHaveValue('Mine.');
  await asking.getByRole('button', { name: 'Cancel' }).click();

  await page.goto(`${path}/rounds`);
  await expect(title).toHaveValue('Blind reading');
  await expect(begin.getByText('What you had here before is back.')).toBeHidden();
});

test('who would end a blind reading by making its last reader leave is asked first, and nothing happens before', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const [mo, ann, ben] = [await signIn('Mo'), await signIn('Ann'), await signIn('Ben')];
  const group = await groupOf(mo, ann, ben);
  const slug = (await essayIn(mo, group, essay)).split('/').at(-1);
  const rounds = `/groups/${group.slug}/essays/${slug}/rounds`;
  const { id } = await mo.api<{ id: string }>('POST', rounds, {
    title: 'Hive',
    people: [ann.id, ben.id],
  });
  await ann.api('PUT', `${rounds}/${id}/done`, { done: true });
  const stateOf = async () => (await mo.api<{ state: string }>('GET', `${rounds}/${id}`)).state;

  const { page } = mo;
  await page.goto(`/g/${group.slug}/members`);
  const role = page.getByRole('combobox', { name: 'Role of Ben' });
  const asked = page.getByRole('dialog', { name: 'End the blind reading?' });
  await role.selectOption('reader');
  await expect(asked).toContainText('This ends the blind reading “Hive”');
  await asked.getByRole('button', { name: 'Cancel' }).click();
  await expect(asked).toBeHidden();
  await expect(role).toHaveValue('member');
  // Nothing was refused: it was their own choice.
  await expect(page.getByRole('alert').filter({ hasText: 'Hive' })).toHaveCount(0);
  expect(await stateOf()).toBe('alone');

  await page.getByRole('button', { name: 'Remove Ben' }).click();
  await page.getByRole('dialog', { name: 'Remove Ben?' }).getByRole('button', { name: 'Remove' }).click();
  await asked.getByRole('button', { name: 'End it and continue' }).click();
  await expect(page.getByRole('button', { name: 'Remove Ben' })).toBeHidden();
  expect(await stateOf()).toBe('revealed');
});
