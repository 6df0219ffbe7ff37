import type { Page, Route } from '@playwright/test';
import {
  annotate,
  dragOver,
  essay,
  markByKey,
  markedText,
  openEssay,
  openNote,
  select,
  toolbar,
  untilSaved,
} from './annotating';
import { expect, type Person, test } from './fixtures';

const openMenu = ({ page }: Person) => openNote(page).getByRole('button', { name: 'More' }).first().click();

/** Any words may be chosen: the tools stand over none. */
async function expectBesideText(page: Page): Promise<void> {
  const [text, tools] = [await page.locator('#essay').boundingBox(), await toolbar(page).boundingBox()];
  expect(tools!.x).toBeGreaterThanOrEqual(text!.x + text!.width);
  const note = (await page.locator('.note').boundingBox())!;
  expect(tools!.y + tools!.height <= note.y || tools!.y >= note.y + note.height).toBe(true);
}

/** From its first letter on, over which the link to its note lies. */
async function dragOverMark(page: Page): Promise<void> {
  const { x, y, width, height } = (await page.locator('mark.hl').boundingBox())!;
  await page.mouse.move(x + 1, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width - 1, y + height / 2, { steps: 4 });
  await page.mouse.up();
}

test('its author moves a mark; others see it go, the history keeps the words, and a comparison of releases tells', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const [ann, bo] = [await signIn('Ann'), await signIn('Bo')];
  const { page } = ann;
  const group = await groupOf(ann, bo);
  const path = await essayIn(ann, group, essay);
  const { id } = await annotate(ann, path, 'opens the hive', 'Early.');
  const freeze = async (title: string) => {
    const releases = `/groups/${group.slug}/releases`;
    const { number } = await ann.api<{ number: number }>('POST', releases, { title, note: '' });
    const state = async () => (await ann.api<{ state: string }>('GET', `${releases}/${number}`)).state;
    await expect.poll(state, { timeout: 30_000 }).toBe('frozen');
  };
  await freeze('Before');
  await openEssay(bo.page, path);
  await expect.poll(() => markedText(bo.page)).toEqual(['opens the hive']);

  await openEssay(page, `${path}#a-${id}`);
  await openMenu(ann);
  await page.getByRole('button', { name: 'Mark other words' }).click();
  await expect(toolbar(page)).toContainText('Select the words to mark');
  await expectBesideText(page);
  // No key makes another mark meanwhile, and a click on a mark opens nothing.
  await page.keyboard.press('x');
  await page.locator('mark.hl').click();
  await expect(openNote(page)).toHaveCount(0);
  await dragOverMark(page);
  await expect(toolbar(page)).toContainText('Already on these words.');
  await expect(page.locator('#announcer')).toHaveText('Already on these words.');
  await dragOver(page, 'keeper opens the hive');
  await expectBesideText(page);
  await toolbar(page).getByRole('button', { name: 'Move the mark here' }).click();
  await expect(openNote(page)).toBeFocused();
  await expect(page.locator('#announcer')).toBeEmpty();
  await expect(openNote(page)).toContainText('Early.');
  await expect.poll(() => markedText(page)).toEqual(['keeper opens the hive']);
  await expect.poll(() => markedText(bo.page), { timeout: 2_000 }).toEqual(['keeper opens the hive']);
  await untilSaved(page);

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => markedText(bo.page)).toEqual(['opens the hive']);
  await openMenu(ann);
  await page.getByRole('button', { name: 'Mark other words' }).click();
  await dragOver(page, 'The keeper opens');
  await toolbar(page).getByRole('button', { name: 'Move the mark here' }).click();
  await expect.poll(() => markedText(bo.page)).toEqual(['The keeper opens']);

  await bo.page.locator('mark.hl').click();
  await expect(openNote(bo.page)).toContainText('Early.');
  await openMenu(bo);
  await expect(bo.page.getByRole('button', { name: 'Mark other words' })).toHaveCount(0);
  await bo.page.getByRole('button', { name: 'History' }).click();
  await expect(bo.page.getByRole('dialog', { name: 'History' }).locator('q')).toHaveText([
    'The keeper opens',
    'opens the hive',
    'keeper opens the hive',
    'opens the hive',
  ]);

  await freeze('After');
  await bo.page.goto(`/g/${group.slug}/releases/1/diff/2`);
  const changed = bo.page.getByRole('region', { name: 'Annotations' });
  await expect(changed).toContainText('1 re-anchored');
  await expect(changed.locator('del')).toHaveText('opens the hive');
  await changed.getByRole('link', { name: 'The keeper opens' }).click();
  await expect(openNote(bo.page)).toContainText('Early.');
});

test('by keyboard: one word more, and Escape leaves the mark where it is', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  const { keyboard } = page;
  await openEssay(page, await essayIn(ann, await groupOf(ann), essay));
  await markByKey(page, 'opens the hive', { choose: select });
  const begin = async () => {
    await keyboard.press('.');
    await expect(page.getByRole('button', { name: /Write a comment/ })).toBeFocused();
    await keyboard.press('ArrowDown');
    await expect(page.getByRole('button', { name: 'Mark other words' })).toBeFocused();
    await keyboard.press('Enter');
    await expect(toolbar(page)).toContainText('Select the words to mark');
    await expect(page.locator('#announcer')).toContainText('Choose the words to mark');
  };
  await begin();
  await expect(toolbar(page)).not.toContainText('Already');
  await keyboard.press('ArrowRight');
  await expect(toolbar(page)).toContainText('Move the mark here');
  await keyboard.press('ArrowLeft');
  await expect(toolbar(page)).toContainText('Already on these words.');
  await keyboard.press('Escape');
  await expect(toolbar(page)).toHaveCount(0);
  await expect(openNote(page)).toBeFocused();
  expect(await markedText(page)).toEqual(['opens the hive']);

  await begin();
  await keyboard.press('o');
  await keyboard.press('ArrowLeft');
  await keyboard.press('Enter');
  await expect(toolbar(page).getByRole('button', { name: 'Move the mark here' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(openNote(page)).toBeFocused();
  expect(await markedText(page)).toEqual(['keeper opens the hive']);
  await untilSaved(page);
  await keyboard.press('Control+z');
  await expect.poll(() => markedText(page)).toEqual(['opens the hive']);
});

test('with a finger at 390 px; a refusal leaves the mark where it was, and says why', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const { page } = ann;
  const path = await essayIn(ann, await groupOf(ann), essay);
  const { id } = await annotate(ann, path, 'opens the hive', 'Early.');
  await page.goto(`${path}#a-${id}`);
  const sheet = page.getByRole('dialog', { name: 'Annotation' });
  const begin = async () => {
    await sheet.getByRole('button', { name: 'More' }).first().tap();
    await page.getByRole('button', { name: 'Mark other words' }).tap();
    await expect(sheet).toHaveCount(0);
    await expect(toolbar(page)).toHaveAttribute('data-docked');
  };
  await begin();
  await expect(page.locator('mark.hl').first()).toBeInViewport();
  await toolbar(page).getByRole('button', { name: 'Cancel' }).tap();
  await expect(sheet).toBeVisible();

  await begin();
  await select(page, 'hive in the morning');
  for (const button of await toolbar(page).getByRole('button').all())
    expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  // Another window of the same person was faster.
  const theirs = { target: { version: 1, selector: [{ type: 'TextQuoteSelector', exact: 'the queen' }] } };
  const overtake = async (route: Route) => {
    await ann.api('PATCH', `/annotations/${id}`, theirs);
    await route.continue();
  };
  await page.route(`**/annotations/${id}`, overtake, { times: 1 });
  await toolbar(page).getByRole('button', { name: 'Move the mark here' }).tap();
  await expect(page.getByRole('group', { name: 'Message' })).toContainText('Not moved:');
  await expect.poll(() => markedText(page)).toEqual(['the queen']);
  await begin();
  await select(page, 'hive in the morning');
  await toolbar(page).getByRole('button', { name: 'Move the mark here' }).tap();
  await expect(sheet).toContainText('hive in the morning');
  await untilSaved(page);
  await page.reload();
  await expect.poll(() => markedText(page)).toEqual(['hive in the morning']);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test('after one that failed offline, the message of the next has its way back', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const ann = await signIn('Ann');
  const { page } = ann;
  const path = await essayIn(ann, await groupOf(ann), essay);
  const { id } = await annotate(ann, path, 'opens the hive', 'Early.');
  await openEssay(page, `${path}#a-${id}`);
  const choose = async () => {
    await openMenu(ann);
    await page.getByRole('button', { name: 'Mark other words' }).click();
    await dragOver(page, 'keeper opens the hive');
  };
  const move = () => toolbar(page).getByRole('button', { name: 'Move the mark here' }).click();
  await choose();
  await page.context().setOffline(true);
  await move();
  await expect(page.getByText('Not moved: The server cannot be reached.')).toBeVisible();
  await page.context().setOffline(false);
  await choose();
  await move();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => markedText(page)).toEqual(['opens the hive']);
});
