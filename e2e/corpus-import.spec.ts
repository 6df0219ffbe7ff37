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
    tags: ['crux'],
    comment: { markdown: 'Whose *thanks*?' },
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
    name: 'broken.jsonl',
    mimeType: 'application/jsonl',
    buffer: Buffer.from(broken),
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
    name: 'corpus.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('id,quote\r\n1,x\r\n'),
  });
  await expect(mo.page.getByText('It has no column “Highlight”.')).toBeVisible();
  await expect(mo.page.getByRole('button', { name: 'Import' })).toBeHidden();
  await mo.page.getByLabel('Choose a file').setInputFiles({
    name: 'post.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"data":{"post":{"result":{"_id":"a","title":"The Jar"}}}}'),
  });
  await mo.page.getByRole('button', { name: 'Read it as LessWrong and EA Forum JSON' }).click();
  await expect(mo.page.getByRole('radio', { name: /LessWrong/ })).toBeChecked();
  await expect(mo.page.getByText('It looks like')).toBeHidden();
  await mo.page.setViewportSize({ width: 390, height: 844 });
  await expect(mo.page.getByRole('radio', { name: /LessWrong/ })).toBeEnabled();
  await mo.page.getByLabel('Choose a file').setInputFiles({
    name: 'highlights.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Highlight,Book Title,Highlighted at\r\nfull of thanks,The Jar of another group,2026-03-01\r\n',
    ),
  });
  const nowhere = mo.page.getByRole('region', { name: 'Passage not found' });
  await expect(mo.page.getByText('the group does not have their text, or')).toBeVisible();
  const why = nowhere.getByRole('cell', {
    name: 'The group has no such text, and the file does not bring it.',
  });
  expect(await why.evaluate((cell) => cell.querySelector('.line-clamp-4'))).toBeNull();
  expect(await nowhere.evaluate((box) => box.scrollWidth <= box.clientWidth)).toBe(true);
  await mo.page.setViewportSize({ width: 1280, height: 720 });
  for (const page of ['import', 'settings']) {
    expect((await ann.page.goto(`/g/${group.slug}/${page}`))?.status()).toBe(403);
    await expect(ann.page.getByText('Moderators and owners only.')).toBeVisible();
  }
});

test('what looks like an annotation that is there, but for its time, is told of before it comes twice', async ({
  signIn,
  groupOf,
  essayIn,
}) => {
  const mo = await signIn('Mo');
  const group = await groupOf(mo);
  await essayIn(mo, group, jarEssay);
  const fileOf = (id: string, created: string) => ({
    name: `${id}.json`,
    mimeType: 'application/json',
    buffer: Buffer.from(
      JSON.stringify({
        rows: [
          {
            id,
            created,
            user: 'acct:ada@hypothes.is',
            uri: 'https://example.org/jar',
            text: 'Whose thanks?',
            tags: [],
            document: { title: ['The Jar'] },
            target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'full of thanks 🫙' }] }],
          },
        ],
      }),
    ),
  });
  const { page } = mo;
  await page.goto(`/g/${group.slug}/import`);
  await page.getByRole('radio', { name: /Hypothesis/ }).check();
  await page.getByLabel('Choose a file').setInputFiles(fileOf('one', '2026-03-01T09:00:00+00:00'));
  const comes = page.getByRole('region', { name: 'What would be imported' });
  await comes.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByText('It is in the group now.')).toBeVisible();
  await page.getByLabel('Choose a file').setInputFiles(fileOf('two', '2026-03-05T09:00:00+00:00'));
  await expect(comes.getByText('1 new annotation says the same on the same passage')).toBeVisible();
  await expect(comes.getByRole('button', { name: 'Import' })).toBeEnabled();
});
