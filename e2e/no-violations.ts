import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * What axe finds on a page that is there, or in a part of it. For its title the page is waited for, since it comes after the
 * rest, and is gone for a moment whenever the page is shown anew.
 */
export async function expectNoViolations(page: Page, part = 'html') {
  await expect(page).toHaveTitle(/./);
  const axe = new AxeBuilder({ page }).setLegacyMode().disableRules('document-title').include(part);
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
