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

/** The box of some words of a paragraph, in the viewport, however marks cut them; they are selected if that is wanted. */
async function boxOf(page: Page, words: string, isSelected = false) {
  return page.evaluate(
    async ({ words, isSelected }) => {
      await document.fonts.ready;
      const all = [...document.querySelectorAll<HTMLElement>('#essay [data-start]')];
      const block = all.find(({ textContent }) => textContent.includes(words));
      if (!block) throw new Error(`Not in the essay: ${words}`);
      const point = (offset: number): [Node, number] => {
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        let left = offset;
        while (walker.nextNode()) {
          const { length } = walker.currentNode as Text;
          if (left <= length) return [walker.currentNode, left];
          left -= length;
        }
        throw new Error('Beyond the paragraph');
      };
      const from = block.textContent.indexOf(words);
      const range = document.createRange();
      range.setStart(...point(from));
      range.setEnd(...point(from + words.length));
      block.scrollIntoView({ block: 'center' });
      if (isSelected) {
        const { startContainer, startOffset, endContainer, endOffset } = range;
        getSelection()!.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
      }
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { left, right, top, bottom };
    },
    { words, isSelected },
  );
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
  await boxOf(page, words, true);
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

export const toolbar = (page: Page) =>
  page.getByRole('toolbar', { name: /Annotate the selection|Move the mark/ });

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
