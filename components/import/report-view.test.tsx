// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { show } from '@/components/page.fixture';
import type { ImportReport } from '@/lib/core/corpus-import/import-report';
import { noneListed } from '@/lib/core/corpus-import/import-report';
import { ReportView } from './report-view';

const essay = { title: 'Same title', isNew: true, annotations: 4 };

const report = (slugs: (string | null)[]) =>
  ({
    dryRun: slugs.includes(null),
    created: {},
    matched: {},
    alike: 0,
    orphaned: noneListed(),
    bad: noneListed(),
    essays: slugs.map((slug) => ({ ...essay, slug })),
  }) as unknown as ImportReport;

test('of new essays of one title nothing stays of what would come when they have come', async () => {
  const shown = async (slugs: (string | null)[]) => {
    await show(
      <ReportView report={report(slugs)} group="club" rows="line">
        {null}
      </ReportView>,
    );
    return [...document.querySelectorAll('li')].map(({ textContent }) => textContent);
  };
  expect(await shown([null, null])).toEqual(Array(2).fill('Same title 4 annotations, a new essay'));
  expect(await shown(['same-title', 'same-title-2'])).toEqual(Array(2).fill('Same title 4 annotations, new'));
});
