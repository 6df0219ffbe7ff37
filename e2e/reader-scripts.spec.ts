import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** One paragraph each; the passage is selected by its ends, as a pointer would, some of them inside of a grapheme. */
const passages = [
  { script: 'Latin', text: 'Nobody reads the whole log.', from: 'reads', to: 'whole' },
  { script: 'Arabic', text: 'هذا نص عربي قصير للقراءة.', from: 'نص', to: 'قصير' },
  { script: 'Hebrew with English', text: 'שלום עולם and then שוב שלום.', from: 'עולם', to: 'שוב' },
  { script: 'Japanese', text: '吾輩は猫である。名前はまだ無い。', from: '猫', to: '名前' },
  { script: 'Thai', text: 'ภาษาไทยไม่มีช่องว่าง', from: 'ไทย', to: 'ไม่มี' },
  { script: 'Hindi', text: 'हिन्दी में संयुक्ताक्षर होते हैं।', from: 'में', to: 'होते' },
  {
    script: 'emoji',
    text: 'A family 👨‍👩‍👧‍👦 with a flag 🇫🇷 and a 👍🏽 here.',
    from: '👨‍👩‍👧‍👦',
    to: '👍🏽',
  },
  {
    script: 'combining marks',
    text: 'The cafe\u0301 and the re\u0301sume\u0301 stand.',
    from: 'café',
    to: 'résumé',
  },
].map((one) => ({ ...one, text: one.text.normalize('NFC') }));

async function select(page: Page, { text, from, to }: (typeof passages)[number]) {
  await page.evaluate(
    ([wanted, start, end]) => {
      const block = [...document.querySelectorAll('#essay p')].find((one) => one.textContent === wanted)!;
      const node = block.firstChild!;
      document
        .getSelection()!
        .setBaseAndExtent(node, wanted!.indexOf(start!), node, wanted!.indexOf(end!) + end!.length);
    },
    [text, from, to],
  );
}

for (const passage of passages)
  test(`${passage.script}: what is selected is what is marked after a reload`, async ({
    signIn,
    groupOf,
    essayIn,
  }) => {
    const ann = await signIn('Ann');
    const address = await essayIn(
      ann,
      await groupOf(ann),
      `# Scripts\n\n${passages.map(({ text }) => text).join('\n\n')}`,
    );
    const { page } = ann;
    await page.goto(address);
    await expect(page.getByText('No annotations yet')).toBeVisible();
    await select(page, passage);
    const saved = page.waitForResponse(
      (answer) => answer.request().method() === 'POST' && answer.url().endsWith('/annotations'),
    );
    await page.getByRole('button', { name: 'Claim' }).first().click();
    expect((await saved).status()).toBe(201);
    await page.reload();
    const { text, from, to } = passage;
    const exact = text.slice(
      text.indexOf(from.normalize('NFC')),
      text.indexOf(to.normalize('NFC')) + to.normalize('NFC').length,
    );
    await expect.poll(async () => (await page.locator('#essay mark').allTextContents()).join('')).toBe(exact);
  });

test('half an emoji or a lone accent is never left behind', async ({ signIn, groupOf, essayIn }) => {
  const ann = await signIn('Ann');
  const family = '👨‍👩‍👧‍👦';
  const address = await essayIn(ann, await groupOf(ann), `# Scripts\n\nOne ${family} stands.`);
  await ann.page.goto(address);
  await expect(ann.page.getByText('No annotations yet')).toBeVisible();
  await ann.page.evaluate(() => {
    const node = document.querySelector('#essay p')!.firstChild!;
    document.getSelection()!.setBaseAndExtent(node, 6, node, 9);
  });
  await ann.page.getByRole('button', { name: 'Claim' }).first().click();
  await expect(ann.page.locator('#essay mark')).toHaveText(family);
});
