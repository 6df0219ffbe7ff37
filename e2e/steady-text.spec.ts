import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const sentence =
  'The keeper wrote down which ships had listened, and which had only looked at the light, each night.';
const essay = Array.from(
  { length: 12 },
  (_, at) => `In year ${at + 1} it went like this. ${`${sentence} `.repeat(3 + (at % 4))}`,
).join('\n\n');

/** Where every seventh character of the essay stands on the page. */
const places = (page: Page) =>
  page.evaluate(() => {
    const range = document.createRange();
    const walker = document.createTreeWalker(document.querySelector('#essay')!, NodeFilter.SHOW_TEXT);
    const found: number[] = [];
    let offset = 0;
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
      for (let at = 0; at < node.length; at++, offset++) {
        if (offset % 7 > 0 || node.data[at] === ' ') continue;
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, top } = range.getBoundingClientRect();
        found.push(left, top + scrollY);
      }
    return found;
  });

for (const width of [1440, 390])
  test(`marks of others move no word at ${width} px`, async ({ signIn, groupOf, essayIn }) => {
    const ann = await signIn('Ann', { viewport: { width, height: 900 } });
    const bo = await signIn('Bo');
    const group = await groupOf(ann, bo);
    const path = await essayIn(ann, group, essay);
    await ann.page.goto(path);
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
    const after = await places(ann.page);
    // Kerning across the edge of a mark is a fraction of a pixel; a word that moved is a word wide.
    const moved = after.map((at, nth) => Math.abs(at - (before[nth] ?? Number.NaN)));
    expect(after).toHaveLength(before.length);
    expect(Math.max(...moved)).toBeLessThan(3);
  });
