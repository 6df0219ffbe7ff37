import type { Page } from '@playwright/test';
import { markedText, openEssay, openNote } from './annotating';
import { expect, type Person, test } from './fixtures';

const content = `# The open door

Anybody may come in as long as the door stands open. Later somebody closes it.
`;

const statusOf = async (page: Page, path: string) => (await page.goto(path))?.status();

/** Marks the words by the API; answers with the annotation's id. */
async function note(person: Person, essay: string, exact: string, visibility: 'group' | 'private') {
  const { id } = await person.api<{ id: string }>('POST', `${essay}/annotations`, {
    target: { version: 1, selector: [{ type: 'TextQuoteSelector', exact }] },
    comment: { markdown: `${person.name} said so` },
    visibility,
  });
  return id;
}

async function turn({ page }: Person, group: string, visibility: 'Private' | 'Public') {
  await page.goto(`/g/${group}/settings`);
  const form = page.locator('form').filter({ has: page.getByRole('radio', { name: visibility }) });
  await form.getByRole('radio', { name: visibility }).check();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
}

test('a public group that turns private is gone for others at every address, and whole for its members', async ({
  signIn,
  visit,
  database,
}) => {
  const [ann, bo, cy] = [await signIn('Ann'), await signIn('Bo'), await signIn('Cy')];
  const name = `Door keepers ${ann.id.slice(0, 8)}`;
  const group = await ann.api<{ id: string; slug: string }>('POST', '/groups', {
    name,
    visibility: 'public',
  });
  await database.query(`INSERT INTO membership (group_id, user_id, role) VALUES ($1, $2, 'member')`, [
    group.id,
    bo.id,
  ]);
  const { slug } = await ann.api<{ slug: string }>('POST', `/groups/${group.slug}/essays`, {
    format: 'markdown',
    content,
  });
  const [path, api] = [`/g/${group.slug}/${slug}`, `/groups/${group.slug}/essays/${slug}`];
  const shown = await note(ann, api, 'Anybody may come in', 'group');
  const hidden = await note(bo, api, 'somebody closes it', 'private');

  const card = await ann.api<{ number: number }>('POST', `/groups/${group.slug}/cards`, {
    kind: 'claim',
    statement: 'Somebody closes every door.',
    details: '',
  });
  const onCard = `/g/${group.slug}/cards/${card.number}`;

  const visitor = await visit();
  expect(await statusOf(visitor, onCard)).toBe(200);
  await visitor.goto(`${path}#a-${shown}`);
  await expect(openNote(visitor)).toContainText('Ann said so');
  expect(await markedText(visitor)).toEqual(['Anybody may come in']);

  await turn(ann, group.slug, 'Private');
  await openEssay(bo.page, path);
  const later = await note(ann, api, 'the door stands open', 'group');
  await expect(bo.page.locator(`#a-${later}`)).toContainText('Ann said so');
  expect(await visitor.locator(`#a-${later}`).count()).toBe(0);
  await expect(visitor.getByText('This essay is gone, or no longer yours to read.')).toBeVisible();

  const addresses = [`/g/${group.slug}`, `/g/${group.slug}/members`, path, `${path}/annotations`, onCard];
  for (const address of addresses)
    for (const page of [visitor, cy.page]) expect(await statusOf(page, address)).toBe(404);
  for (const address of [
    `/groups/${group.slug}`,
    api,
    `${api}/annotations`,
    `${api}/events`,
    `/annotations/${shown}`,
    `/groups/${group.slug}/cards/${card.number}`,
  ])
    expect((await visitor.request.get(`/api/v1${address}`)).status()).toBe(404);
  await visitor.goto('/');
  await expect(visitor.getByText(name)).toHaveCount(0);

  await bo.page.goto(`${path}#a-${hidden}`);
  await expect(openNote(bo.page)).toContainText('Bo said so');
  await ann.page.goto(`${path}#a-${shown}`);
  await expect(openNote(ann.page)).toContainText('Ann said so');
  expect(await markedText(ann.page)).toEqual(['Anybody may come in', 'the door stands open']);

  await turn(ann, group.slug, 'Public');
  await visitor.goto(`${path}#a-${hidden}`);
  await expect(
    visitor.getByText('This mark is not here: it was deleted, or you may not see it.'),
  ).toBeVisible();
  expect(await markedText(visitor)).toEqual(['Anybody may come in', 'the door stands open']);
});
