// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { show } from '@/components/page.fixture';
import type { UnlicensedText } from '@/lib/core/api/export';
import { UnlicensedTexts } from './unlicensed-texts';

const text = (essay: string, comes: boolean): UnlicensedText => ({
  essay,
  title: essay,
  licence: null,
  comes,
  mayShare: false,
});

async function said(texts: UnlicensedText[], withoutText: 'quotations' | 'nothing', isMember = true) {
  const props = { group: 'club', isFrozen: false, onShared: () => {} };
  await show(<UnlicensedTexts {...props} isMember={isMember} texts={texts} withoutText={withoutText} />);
  return document.querySelector('main')!.textContent;
}

test('of one text is said "it", of several "them"', async () => {
  const [fox, jar, lid] = [text('fox', false), text('jar', false), text('lid', true)];
  expect(await said([fox, lid], 'quotations')).toMatch(
    /^One text is left out\..* Marked passages in it are .*One text is included .* Do not pass it on\./,
  );
  expect(await said([fox], 'nothing', false)).toMatch(/marked in it is left out.* may get it\.$/);
  expect(await said([fox, jar], 'nothing', false)).toMatch(
    /^2 texts are left out\..* marked in them is left out.* may get them\.$/,
  );
});
