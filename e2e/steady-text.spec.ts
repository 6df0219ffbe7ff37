import type { Page } from '@playwright/test';
import { openEssay } from './annotating';
import { expect, test } from './fixtures';

const sentence =
  'The keeper wrote down which ships had listened, and which had only looked at the light, each night.';
const essay = Array.from(
  { length: 12 },
  (_, at) => `In year ${at + 1} it went like this. ${`${sentence} `.repeat(3 + (at % 4))}`,
).join('\n\n');

/** Where every word of the essay stands on the page. */
const places = (page: Page) =>
  page.evaluate(() => {
    const range = document.createRange();
    const walker = document.createTreeWalker(document.querySelector('#essay')!, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
      for (const { index, 0: word } of node.data.matchAll(/\w+/g)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const { left, top } = range.getBoundingClientRect();
        found.push(`${word} ${Math.round(left)} ${Math.round(top + scrollY)}`);
      }
    return found;
  });

for (const width of [1440, 390])
  test(`marks of others move no word at ${width} px`, async ({ signIn, groupOf, essayIn }) => {
    const ann = await signIn('Ann', { viewport: { width, height: 900 } });
    const bo = await signIn('Bo');
    const group = await groupOf(ann, bo);
    const path = await essayIn(ann, group, essay);
    await openEssay(ann.page, path);
    await ann.page.evaluate(() => document.fonts.ready);
    const before = await places(ann.page);
    for (let at = 0; at < 10; at++)
      await bo.api('POST', `/groups/${group.id}/essays/${path.split('/').at(-1)}/annotations`, {
        target: {
          version: 1,
          selector: [{ type: 'TextPositionSelector', start: 40 + at * 180, end: 90 + at * 180 }],
        },
        tags: [['claim', 'crux', 'failure-mode'][at % 3]],
      });
    await expect.poll(() => ann.page.locator('a.ref').count()).toBe(10);
    expect(await places(ann.page)).toEqual(before);
  });
