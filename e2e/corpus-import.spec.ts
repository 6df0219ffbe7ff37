import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures';
import { jarEssay } from './jar-essay';

test('a moderator takes a corpus from one group into another, where its people are claimed', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const [mo, ann] = [await signIn('Mo'), await signIn('Ann')];
  const [from, to] = [await groupOf(mo, ann), await groupOf(mo, ann)];
  const path = await essayIn(mo, from, jarEssay);
  await ann.api('POST', `/groups/${from.slug}/essays/${path.split('/').at(-1)}/annotations`, {
    target: { version: 1, selector: [{ type: 'TextQuoteSelector', exact: 'full of thanks 🫙' }] },
    ...{ tags: ['crux'], comment: { markdown: 'Whose *thanks*?' } },
  });

  const { page } = mo;
  await page.goto(`/g/${from.slug}/export?format=jsonl`);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  const file = {
    name: 'corpus.jsonl',
    mimeType: 'application/jsonl',
    buffer: readFileSync(await (await downloading).path()),
  };

  await page.goto(`/g/${to.slug}`);
  await page.getByRole('link', { name: 'Import it' }).click();
  await page.getByLabel('Choose a file').setInputFiles(file);
  const comes = page.getByRole('region', { name: 'What would be imported' });
  await expect(comes.getByText('1 text, 1 annotation, 1 person')).toBeVisible();
  await expect(comes.getByText('The Jar')).toBeVisible();
  await comes.getByRole('button', { name: 'Import' }).click();
  const came = page.getByRole('region', { name: 'What was imported' });
  await came.getByRole('link', { name: 'The Jar' }).click();
  await expect(page.locator('mark').first()).toHaveText('full of thanks 🫙');
  await expect(page.getByText('Whose thanks?')).toBeVisible();

  await page.goto(`/g/${to.slug}/import`);
  await page.getByLabel('Choose a file').setInputFiles(file);
  await expect(comes.getByText('There is nothing new in it.')).toBeVisible();
  await expect(comes.getByRole('button', { name: 'Import' })).toBeDisabled();

  await ann.page.goto(`/g/${to.slug}/members`);
  await ann.page.getByRole('button', { name: /^I am reader-/ }).click();
  await expect(ann.page.getByText('You say that this is you')).toBeVisible();
  await page.goto(`/g/${to.slug}/members`);
  await page.getByRole('button', { name: 'Agree…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Agree' }).click();
  await expect(page.getByText('Is Ann', { exact: true })).toBeVisible();
});

test('what cannot be read is told of row by row, another kind of file is refused, and only moderators import', async ({
  signIn,
  groupOf,
}) => {
  const [mo, ann] = [await signIn('Mo'), await signIn('Ann')];
  const group = await groupOf(mo, ann);
  await mo.page.goto(`/g/${group.slug}/import`);
  const broken = '{"schema":\n{"a":1}\n{"schema":"cruxbook-corpus/1","kind":"group"}\n';
  await mo.page.getByLabel('Choose a file').setInputFiles({
    ...{ name: 'broken.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(broken) },
  });
  const left = mo.page.getByRole('region', { name: 'Cannot be used' });
  await expect(left.getByRole('row')).toHaveText([
    /LineWhatWhy/i,
    /1.*It is not JSON\./,
    /2.*“schema” is not/,
    /3.*“group” is missing/,
  ]);
  await expect(mo.page.getByRole('button', { name: 'Import' })).toBeDisabled();
  await mo.page.getByLabel('Choose a file').setInputFiles({
    ...{ name: 'corpus.csv', mimeType: 'text/csv', buffer: Buffer.from('id,quote\r\n1,x\r\n') },
  });
  await expect(mo.page.getByText('It has no column “Highlight”.')).toBeVisible();
  await expect(mo.page.getByRole('button', { name: 'Import' })).toBeHidden();
  expect((await ann.page.goto(`/g/${group.slug}/import`))?.status()).toBe(404);
});
