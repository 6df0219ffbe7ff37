import type { Page, Selectors } from '@playwright/test';

/** Finds the root of a page of ours whose controls do not answer yet: the server sent them, React has not taken over. */
const inert = 'inert=html';
const patience = 30_000;

/** Runs in the page, so it can use nothing from outside. */
const engine = () => {
  let isAwake = false;
  let isWaking = false;
  const owned = (element: Element) => Object.keys(element).some((key) => key.startsWith('__reactProps$'));
  const look = () => {
    if (isAwake || isWaking || document.readyState === 'loading') return;
    if (document.querySelector('script[src*="/_next/"]')) {
      const controls = document.querySelectorAll('body, button, form, input, select, textarea, summary');
      if (![...controls].every((control) => control.closest('#essay') || owned(control))) return;
    }
    // Effects run after the elements are taken over, and are done when the page has nothing to do.
    isWaking = true;
    requestIdleCallback(
      () => {
        isAwake = true;
      },
      { timeout: 2_000 },
    );
  };
  const queryAll = () => {
    look();
    const root: Element | null = document.documentElement; // null at the very beginning of a document
    return isAwake || !root ? [] : [root];
  };
  return { queryAll, query: () => queryAll()[0] ?? null };
};

export const registerInert = (selectors: Selectors): Promise<void> => selectors.register('inert', engine);

async function answers(page: Page): Promise<void> {
  await page
    .locator(inert)
    .waitFor({ state: 'hidden', timeout: patience })
    .catch((error) => {
      throw new Error(
        `${page.url()} did not answer within ${patience / 1000} s: React has not taken it over.`,
        {
          cause: error,
        },
      );
    });
}

/**
 * Makes everything on the page wait until it answers, as people do: after `goto` and `reload`, and, when a click has led
 * to another page, before the next click or assertion. A key needs an assertion before it then.
 */
export async function awaitHydration(page: Page): Promise<Page> {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (...args) => {
    const response = await goto(...args);
    await answers(page);
    return response;
  };
  page.reload = async (...args) => {
    const response = await reload(...args);
    await answers(page);
    return response;
  };
  // Playwright goes on when the locator finds nothing any more.
  await page.addLocatorHandler(page.locator(inert), async () => {});
  return page;
}
