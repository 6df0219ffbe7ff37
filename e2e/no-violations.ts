import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe finds on a page that is there, or in a part of it: its title may come after the rest of it. */
export async function expectNoViolations(page: Page, part = 'html') {
  await expect(page).toHaveTitle(/./);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include(part).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
