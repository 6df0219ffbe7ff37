import { z } from 'zod';
import { largestCorpusFile } from '@/lib/core/api/corpus-import';
import { whatThereIs } from '@/lib/core/corpus/counted-words';
import { corpusSourceNames } from '@/lib/core/corpus-import/corpus-source-names';
import { type ImportReport, mostListed } from '@/lib/core/corpus-import/import-report';
import { importCorpus } from '@/lib/server/data/corpus-import/import-corpus';
import { ownerOf, personOf } from '@/lib/server/data/people';
import { visitor } from '@/lib/server/data/viewer';
import { command } from './command';
import { bytesOfFile } from './text-of-file';

export const importCorpusFile = command({
  name: 'import',
  about:
    'Bring an annotated corpus into a group. The same file again brings what is missing, and nothing twice.',
  argument: 'FILE',
  flags: {
    group: { value: 'GROUP', about: 'id or slug' },
    format: { value: 'FORMAT', about: corpusSourceNames.join(', ') },
    'dry-run': { about: 'only say what would come' },
    as: { value: 'ADDRESS', about: 'of the moderator who imports; an owner unless told' },
  },
  input: z.strictObject({
    file: z.string(),
    group: z.string(),
    format: z.enum(corpusSourceNames),
    as: z.string().optional(),
    'dry-run': z.boolean().default(false),
  }),
  async run({ file, group, format, as, 'dry-run': dryRun }) {
    const content = () => bytesOfFile(file, largestCorpusFile);
    const viewer = await (as === undefined ? ownerOf(visitor, group) : personOf(visitor, as));
    const report = await importCorpus(viewer, group, { format, content, dryRun });
    return { json: report, text: textOf(report) };
  },
});

function textOf({ dryRun, created, matched, alike, orphaned, bad }: ImportReport): string {
  const cut = (total: number) => (total > mostListed ? [`  … and ${total - mostListed} more`] : []);
  return [
    `${dryRun ? 'Would come' : 'Came'}: ${whatThereIs(created) || 'nothing'}`,
    `There already: ${whatThereIs(matched) || 'nothing'}`,
    ...(alike > 0 ? [`New, and the same as what is there but for its time: ${alike}`] : []),
    ...(orphaned.total > 0 ? [`Passage not found: ${orphaned.total}`] : []),
    ...orphaned.rows.map(
      ({ row, nth, text, quote, reason }) =>
        `  ${row}${nth === undefined ? '' : `, annotation ${nth}`}  ${text}: “${quote}” ${reason}`,
    ),
    ...cut(orphaned.total),
    ...(bad.total > 0 ? [`Cannot be used: ${bad.total}`] : []),
    ...bad.rows.map(({ row, what, reason }) => `  ${row}  ${what}: ${reason}`),
    ...cut(bad.total),
  ].join('\n');
}
