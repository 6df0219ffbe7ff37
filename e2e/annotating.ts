import { expect, type Page } from '@playwright/test';
import type { Person } from './fixtures';

/** An essay long enough to scroll, with what is hard to select. */
export const essay = `# On keeping bees

The keeper opens the hive in the morning. She looks for the queen first, and for eggs second.

A hive without eggs is a hive without a future. *Nobody* mourns it except [the keeper](https://example.org).

日本語の文章も選択できる。蜂は静かに飛ぶ。

النحل لا يعرف الحدود ولا ينتظر أحدا.

Families 👩‍👩‍👧‍👦 and flags 🇯🇵 keep bees too.

${Array.from({ length: 40 }, (_, i) => `Paragraph ${i + 1} goes on about smoke, frames, wax and patience, as such books do.`).join('\n\n')}

The last line of the book is about honey.
`;

/** Marks words of an essay at an address, with a comment, by the API. */
export const annotate = (who: Person, address: string, exact: string, markdown: string) =>
  who.api<{ id: string }>(
    'POST',
    `${address.replace(/^\/g\/(.+)\/(.+)$/, '/groups/$1/essays/$2')}/annotations`,
    {
      target: { version: 1, selector: [{ type: 'TextQuoteSelector', exact }] },
      comment: { markdown },
    },
  );

/** The box of some words of the essay, in the viewport. */
async function boxOf(page: Page, words: string) {
  return page.evaluate(async (wanted) => {
    await document.fonts.ready;
    const walker = document.createTreeWalker(document.querySelector('#essay')!, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      node.parentElement!.scrollIntoView({ block: 'center' });
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { left, right, top, bottom };
    }
    throw new Error(`Not in the essay: ${wanted}`);
  }, words);
}

/** Drags the mouse over the words. */
export async function dragOver(page: Page, words: string): Promise<void> {
  const { left, right, top, bottom } = await boxOf(page, words);
  const middle = (top + bottom) / 2;
  await page.mouse.move(left + 1, middle);
  await page.mouse.down();
  await page.mouse.move(right - 1, middle, { steps: 4 });
  await page.mouse.up();
  await expect(toolbar(page)).toBeVisible();
}

/** Selects the words as a finger or an assistive technology does: without a mouse. */
export async function select(page: Page, words: string): Promise<void> {
  await boxOf(page, words);
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('#essay')!, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const at = node.data.indexOf(wanted);
      if (at >= 0) getSelection()!.setBaseAndExtent(node, at, node, at + wanted.length);
    }
  }, words);
  await expect(toolbar(page)).toBeVisible();
}

/** Until the server has all that was written. */
export const untilSaved = (page: Page, options?: { timeout: number }) =>
  expect(page.locator('.note-unsaved')).toHaveCount(0, options);

/** Marks the words by one key: a note of them is open, and the server has it. */
export async function markByKey(
  page: Page,
  words: string,
  { key = 'c', choose = dragOver }: { key?: string; choose?: typeof dragOver } = {},
): Promise<void> {
  await choose(page, words);
  await page.keyboard.press(key);
  await expect(openNote(page)).toBeFocused();
  await untilSaved(page);
}

export const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Annotate the selection' });

/** The open card. */
export const openNote = (page: Page) => page.locator('.note[data-open]');

/** The box that text is typed into, whichever of the two it is at the moment. */
export const writer = (page: Page) => page.getByRole('textbox', { name: /Your|Reply/ });

export async function openEssay(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('.notes-bar, .notes-empty, .sheet-button').first()).toBeVisible();
}

/** The text that carries marks, in reading order. */
export const markedText = (page: Page) =>
  page.locator('#essay mark.hl').evaluateAll((marks) => marks.map((mark) => mark.textContent));
