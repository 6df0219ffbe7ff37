import { expect, test, vi } from 'vitest';
import { groupCoverage } from './coverage';
import { addEssay } from './essay-imports';
import { readingGroup } from './reading-group.fixture';
import { listChecks } from './section-checks';

vi.mock('@/lib/server/recently-used', async (original) => {
  const { RecentlyUsed } = await original<typeof import('@/lib/server/recently-used')>();
  return {
    RecentlyUsed: class<Value> extends RecentlyUsed<Value> {
      constructor(_: number, sizeOf: (value: Value) => number) {
        super(3, sizeOf);
      }
    },
  };
});

test('sections are counted also where not all are kept in memory', async () => {
  const { group, join } = await readingGroup();
  const owner = await join('Olga', 'owner');
  const titles = ['Bees', 'Ants'];
  for (const title of titles) {
    const content = `# ${title}\n\nThey hum.\n\n## Winter\n\nThey sleep.`;
    const { id } = await addEssay(owner, group, { format: 'markdown', content });
    await listChecks(owner, { group, essay: id });
  }
  const covered = await groupCoverage(owner, group);
  const counted = covered.filter(({ title }) => titles.includes(title)).map(({ sections }) => sections);
  expect(counted).toEqual([2, 2]);
});
