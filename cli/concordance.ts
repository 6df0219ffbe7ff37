import { z } from 'zod';
import { ConcordanceQuery } from '@/lib/core/api/search';
import { concordanceCsv } from '@/lib/core/export/csv/concordance-csv';
import { ownerOf } from '@/lib/server/data/people';
import { concordance } from '@/lib/server/data/search/concordance';
import { visitor } from '@/lib/server/data/viewer';
import { command } from './command';

export const concordanceList = command({
  name: 'concordance',
  about: 'A word of a group, or what has a tag there, in its context, as CSV.',
  argument: 'QUERY',
  flags: {
    group: { value: 'GROUP', about: 'id or slug' },
    tag: { value: 'TAG', about: 'slug: passages with this tag instead of the places of a word' },
    essay: { value: 'ESSAY', about: 'id or slug; all unless told' },
    in: { value: 'WHERE', about: 'texts or comments' },
    sort: { value: 'ORDER', about: 'place, before, after or key' },
  },
  input: ConcordanceQuery.omit({ q: true }).extend({ group: z.string(), query: ConcordanceQuery.shape.q }),
  async run({ group, query: q, ...asked }) {
    const found = await concordance(await ownerOf(visitor, group), group, { ...asked, q });
    return { json: found, text: concordanceCsv(found.lines) };
  },
});
