import type { Page } from '@playwright/test';

/** Controls with a smaller side than `size` CSS px, as short descriptions. Links within a sentence are exempt. */
export function controlsSmallerThan(page: Page, size: number): Promise<string[]> {
  return page.evaluate((least) => {
    const inSentence = (element: Element) =>
      element.matches('a, button') &&
      getComputedStyle(element).display.startsWith('inline') &&
      [...element.parentElement!.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && /\w/.test(node.textContent ?? ''),
      );
    /** A box that is ticked by its label, or a link that covers its card, is as large as that. */
    const area = (element: Element) => {
      const covers = getComputedStyle(element, '::after').position === 'absolute';
      const card = covers ? (element as HTMLElement).offsetParent : null;
      return (card ?? element.closest('label') ?? element).getBoundingClientRect();
    };
    /** Skip links are there once they have the focus. */
    const clipped = (element: Element) => getComputedStyle(element).clipPath !== 'none';
    const controls = document.querySelectorAll('a[href], button, input, select, textarea, summary');
    return [...controls]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !inSentence(element))
      .filter((element) => !clipped(element) && !element.matches('.sr-only, article a, mark a, .ref'))
      .flatMap((element) => {
        const { width, height } = area(element);
        const named = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40);
        const small = Math.min(width, height) < least - 0.5 && width > 0;
        return small
          ? [`${Math.round(width)} × ${Math.round(height)}: ${element.tagName.toLowerCase()} ${named}`]
          : [];
      });
  }, size);
}

/** What makes the page wider than its window; boxes that scroll by themselves do not. */
export function sidewaysOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const widest = [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(-3)
      .map((element) => element.outerHTML.slice(0, 160));
    return [`${scrollWidth} px wide in a window of ${clientWidth}: ${widest.join(' | ')}`];
  });
}

const mostStops = 60;

/** Stops of the Tab key whose focus cannot be seen: no ring of 2 px, outside the window, or under something else. */
export async function missingFocus(page: Page): Promise<string[]> {
  const wrong: string[] = [];
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press('Tab');
    const state = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const within = element.closest('label:focus-within');
      const ring = within ? getComputedStyle(within) : null;
      const width = Math.max(
        parseFloat(outlineWidth),
        ring?.outlineStyle === 'solid' ? parseFloat(ring.outlineWidth) : 0,
      );
      const box = (element.matches('.sr-only') && within ? within : element).getBoundingClientRect();
      // Of a large field the browser brings the line of the caret into view.
      const line = element.matches('textarea') ? Math.min(box.height, 48) : box.height;
      const [x, y] = [box.x + box.width / 2, box.y + line / 2];
      const top = document.elementFromPoint(x, y);
      const seen = top !== null && (element.contains(top) || top.contains(element) || within?.contains(top));
      return {
        html: element.outerHTML.slice(0, 120),
        ring: outlineStyle !== 'none' && width >= 2,
        seen: Boolean(seen),
      };
    });
    if (state === null) return wrong;
    if (!state.ring) wrong.push(`no ring: ${state.html}`);
    if (!state.seen) wrong.push(`covered or outside: ${state.html}`);
  }
  return wrong;
}
