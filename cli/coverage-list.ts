import { z } from 'zod';
import { coverageCsv } from '@/lib/core/export/csv/coverage-csv';
import { groupCoverage } from '@/lib/server/data/coverage';
import { ownerOf } from '@/lib/server/data/people';
import { visitor } from '@/lib/server/data/viewer';
import { command } from './command';

export const coverageList = command({
  name: 'coverage list',
  about: 'What was looked for in which essay of a group, and found, as CSV.',
  flags: { group: { value: 'GROUP', about: 'id or slug' } },
  input: z.strictObject({ group: z.string() }),
  async run({ group }) {
    const items = await groupCoverage(await ownerOf(visitor, group), group);
    return { json: { items }, text: coverageCsv(items) };
  },
});
