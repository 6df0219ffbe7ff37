import type { Locator } from '@playwright/test';
import {
  annotate,
  essay,
  markByKey,
  markedText,
  openEssay,
  openNote,
  untilSaved,
  writer,
} from './annotating';
import { expect, test } from './fixtures';

test('an essay that is open follows every blind reading that begins and ends, and keeps what is being written', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const [mo, ann, ben] = [await signIn('Mo'), await signIn('Ann'), await signIn('Ben')];
  const group = await groupOf(mo, ann, ben);
  const path = await essayIn(mo, group, essay);
  const rounds = `/groups/${group.slug}/essays/${path.split('/').at(-1)}/rounds`;
  const { page } = ann;
  const said = page.getByText('A blind reading has begun.');
  await annotate(mo, path, 'looks for the queen first', 'Does she?');
  await openEssay(page, path);
  await markByKey(page, 'opens the hive');
  await expect.poll(() => markedText(page)).toHaveLength(2);
  await page.keyboard.press('a');
  await page.keyboard.type('Half a thought');

  const ends = [
    (id: string) => mo.api('POST', `${rounds}/${id}/reveal`),
    (id: string) => mo.api('DELETE', `${rounds}/${id}`),
    async (id: string) => {
      for (const who of [ben, ann]) await who.api('PUT', `${rounds}/${id}/done`, { done: true });
    },
  ];
  for (const [i, end] of ends.entries()) {
    const { id } = await mo.api<{ id: string }>('POST', rounds, { title: 'Hive', people: [ann.id, ben.id] });
    await expect(said).toBeVisible();
    await expect.poll(() => markedText(page)).toEqual(['opens the hive']);
    await annotate(ben, path, `Paragraph ${i + 1} goes`, 'Blind.');
    await end(id);
    await expect(said).toHaveCount(0);
    await expect.poll(() => markedText(page)).toHaveLength(2 * i + 3);
    // What comes after is heard, too.
    await annotate(mo, path, `Paragraph ${i + 11} goes`, 'In the open.');
    await expect.poll(() => markedText(page)).toHaveLength(2 * i + 4);
    await expect(writer(page)).toContainText('Half a thought');
  }
  await writer(page).focus();
  await page.keyboard.press('Control+Enter');
  await untilSaved(page);
  await expect(openNote(page)).toContainText('Half a thought');
});

/** Whether two of a page cover each other. */
async function meet(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [(await one.boundingBox())!, (await other.boundingBox())!];
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

for (const width of [1440, 800, 390])
  test(`what says so at ${width} px leaves the text alone`, async ({ signIn, groupOf, essayIn }) => {
    const [mo, ben] = [await signIn('Mo'), await signIn('Ben')];
    const ann = await signIn('Ann', { viewport: { width, height: 844 } });
    const group = await groupOf(mo, ann, ben);
    const path = await essayIn(mo, group, essay);
    const { page } = ann;
    await annotate(ann, path, 'looks for the queen first', 'Does she?');
    await openEssay(page, path);
    const rounds = `/groups/${group.slug}/essays/${path.split('/').at(-1)}/rounds`;
    await mo.api('POST', rounds, { title: 'Hive', people: [ann.id, ben.id] });
    const said = page.getByText('A blind reading has begun.');
    await expect(said).toBeVisible();
    expect(await meet(said, page.locator('main h1').first())).toBe(false);
    if (width > 390) expect(await meet(said, page.locator('#essay'))).toBe(false);
    expect(await meet(said, page.locator('.reader-bar'))).toBe(false);
  });
