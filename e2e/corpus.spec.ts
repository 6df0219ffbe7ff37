import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** The names of the places that somebody is led to, in order. */
const places = (page: Page) =>
  page.getByRole('main').getByRole('listitem').getByRole('link').allTextContents();

test('the corpus of a group leads to everything that one may do with it, and to nothing else', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const [mo, ann, eve] = [await signIn('Mo'), await signIn('Ann'), await signIn('Eve')];
  const group = await groupOf(mo, ann);
  const path = await essayIn(mo, group, '# Bees\n\nThey hum.\n\nThey sleep in a ball.');
  await mo.api('POST', `/groups/${group.slug}/essays/${path.split('/').at(-1)}/annotations`, {
    target: { version: 1, selector: [{ type: 'TextQuoteSelector', exact: 'They hum.' }] },
    tags: ['crux'],
  });
  const { page } = mo;
  await page.goto(`/g/${group.slug}`);
  await page.getByRole('link', { name: 'Corpus', exact: true }).click();
  for (const [place, heading] of [
    ['Export', 'Export'],
    ['Releases', 'Releases'],
    ['Agreement', 'How far annotators agree'],
    ['Coverage', 'Looked for, and found'],
    ['Concordance', 'Concordance'],
    ['Import', 'Import'],
  ] as const) {
    await page.getByRole('link', { name: place, exact: true }).first().click();
    await expect(page.getByRole('heading', { level: 2, name: heading, exact: true })).toBeVisible();
    await page.getByRole('link', { name: 'Corpus', exact: true }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'Take it away' })).toBeVisible();
  }
  for (const [place, heading] of [
    ['1 annotation', 'Annotations'],
    ['Blind readings', 'Blind readings'],
    ['Decisions', 'Decide on passages'],
    ['Webhooks', 'Webhooks'],
  ] as const) {
    await page.getByRole('link', { name: place, exact: true }).click();
    await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
    await page.goto(`/g/${group.slug}/corpus`);
  }

  await ann.page.goto(`/g/${group.slug}/corpus`);
  expect(await places(ann.page)).toEqual([
    'Essays',
    'Cards',
    'Corpus',
    'Members',
    'Export',
    'Releases',
    'Agreement',
    'Coverage',
    'Concordance',
    '1 annotation',
    'Agreement',
    'Blind readings',
    'Decisions',
    'Atom feed',
  ]);
  expect((await eve.page.goto(`/g/${group.slug}/corpus`))?.status()).toBe(404);
});
