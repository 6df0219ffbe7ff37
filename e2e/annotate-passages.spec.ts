import { v7 } from 'uuid';
import { essay, markByKey, markedText, openEssay, openNote, select, untilSaved } from './annotating';
import { expect, test } from './fixtures';

test.describe('every script', () => {
  for (const words of ['蜂は静かに飛ぶ', 'لا يعرف الحدود', 'Families 👩‍👩‍👧‍👦 and flags 🇯🇵'])
    test(`${words} is marked, saved and found again`, async ({ signIn, groupOf, essayIn }) => {
      const ann = await signIn('Ann');
      await openEssay(ann.page, await essayIn(ann, await groupOf(ann), essay));
      await select(ann.page, words);
      await ann.page.keyboard.press('c');
      await expect(openNote(ann.page)).toBeVisible();
      await expect.poll(async () => (await markedText(ann.page)).join('')).toBe(words);
      await untilSaved(ann.page);
      await ann.page.reload();
      await expect(ann.page.locator('.note')).toHaveCount(1);
      await expect.poll(async () => (await markedText(ann.page)).join('')).toBe(words);
    });
});

test('a filter shows what it says, is in the address, and can be cleared', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  await openEssay(page, await essayIn(ann, await groupOf(ann), essay));
  for (const [words, key] of [
    ['opens the hive', 'c'],
    ['without a future', 'x'],
  ] as const) {
    await markByKey(page, words, { key, choose: select });
    await page.keyboard.press('Escape');
    await expect(openNote(page)).toHaveCount(0);
  }
  await expect.poll(() => markedText(page)).toEqual(['opens the hive', 'without a future']);
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('checkbox', { name: /Crux/ }).check();
  await expect(page).toHaveURL(/\?tag=crux$/);
  await expect.poll(() => markedText(page)).toEqual(['without a future']);
  await page.reload();
  await expect(page.locator('.notes-bar')).toContainText('1 of 2');
  await expect.poll(() => markedText(page)).toEqual(['without a future']);
  await page.goto(page.url().replace('crux', 'failure-mode'));
  await expect(page.locator('.notes-empty')).toContainText('None match');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect.poll(() => markedText(page)).toEqual(['opens the hive', 'without a future']);
});

test('a link leads to an annotation, also from elsewhere; one that is gone says so', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  const path = await essayIn(ann, await groupOf(ann), essay);
  await openEssay(page, path);
  await markByKey(page, 'about honey', { choose: select });
  const id = await openNote(page).getAttribute('id');
  await page.goto('/');
  await page.goto(`${path}#${id}`);
  await expect(openNote(page)).toHaveAttribute('id', id!);
  await expect(page.locator('mark.hl')).toBeInViewport();
  await page.goto('/');
  await page.goto(`${path}#a-01934f00-5a00-7000-8000-00000000ffff`);
  await expect(page.getByText('This mark is not here: it was deleted, or you may not see it.')).toBeVisible();
});

test('a link is followed to what has not arrived yet', async ({ signIn, groupOf, essayIn }) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  const path = await essayIn(ann, await groupOf(ann), essay);
  await openEssay(page, path);
  const id = v7();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `a-${id}`);
  const target = { version: 1, selector: [{ type: 'TextQuoteSelector', exact: 'about honey' }] };
  const [, , group, slug] = path.split('/');
  await ann.api('POST', `/groups/${group}/essays/${slug}/annotations`, { id, target, tags: ['claim'] });
  await expect(openNote(page)).toHaveAttribute('id', `a-${id}`);
});

test('a link to a reply leads to it far down in a long thread, also in a page opened afresh', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  const path = await essayIn(ann, await groupOf(ann), essay);
  await openEssay(page, path);
  await markByKey(page, 'opens the hive', { choose: select });
  const id = (await openNote(page).getAttribute('id'))!.slice(2);
  let last = '';
  for (let i = 0; i < 15; i++) {
    const comment = { markdown: `Answer ${i}` };
    const sent = await ann.api<{ id: string }>('POST', `/annotations/${id}/replies`, { comment });
    last = sent.id;
  }
  await page.goto('/');
  await page.goto(`${path}#r-${last}`);
  await expect(page.locator(`#r-${last}`)).toBeInViewport();
  await expect(page.locator(`#r-${last}`)).toHaveAttribute('data-flash');
});
