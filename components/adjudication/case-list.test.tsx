import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { AdjudicationCase, EssayAdjudication } from '@/lib/core/api/adjudication';
import { CaseList } from './case-list';

test('the first letter of a passage, not that of its standing, tells from where it is written', () => {
  const one = { id: 'a', status: 'open', start: 0, end: 12 } as AdjudicationCase;
  const adjudication = {
    blocks: [{ start: 0, text: 'لا أحد يعرف.' }],
    cases: [one],
  } as unknown as EssayAdjudication;
  const html = renderToStaticMarkup(
    <CaseList adjudication={adjudication} cases={[one]} current="a" onOpen={() => {}} />,
  );
  expect(html).toContain('dir="auto">لا أحد يعرف.</span>');
});
