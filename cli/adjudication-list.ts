import { z } from 'zod';
import { quoteOf } from '@/lib/core/adjudication/case-context';
import type { AdjudicationCase, EssayAdjudication } from '@/lib/core/api/adjudication';
import { essayAdjudication } from '@/lib/server/data/adjudication/adjudication';
import { ownerOf } from '@/lib/server/data/people';
import { visitor } from '@/lib/server/data/viewer';
import { command } from './command';

export const adjudicationList = command({
  name: 'adjudication list',
  about: 'Tagged passages of an essay and what was decided on each; --json has all readings and reasons.',
  flags: {
    group: { value: 'GROUP', about: 'id or slug' },
    essay: { value: 'ESSAY', about: 'id or slug' },
    round: { value: 'ROUND', about: 'id of a revealed round on it: only what was marked blind in it' },
  },
  input: z.strictObject({ group: z.string(), essay: z.string(), round: z.uuid().optional() }),
  async run({ round, ...place }) {
    const json = await essayAdjudication(await ownerOf(visitor, place.group), place, { round });
    return { json, text: json.cases.map((one) => line(json, one)).join('\n') || 'None.' };
  },
});

/** Status, verdict, place in code points, the tags that stand (or those that people gave), and the words. */
function line(
  { blocks }: EssayAdjudication,
  { status, decision, candidates, ...place }: AdjudicationCase,
): string {
  const tags = new Set((decision?.marks ?? candidates).flatMap((reading) => reading.tags));
  const cells = [
    status.padEnd(7),
    (decision?.verdict ?? '').padEnd(6),
    `${place.start}-${place.end}`.padEnd(13),
    [...tags].join(' ').padEnd(20),
    quoteOf(blocks, place, 60),
  ];
  return cells.join('  ');
}
