import { z } from 'zod';
import { ConcordanceFileQuery } from '@/lib/core/api/search';
import { concordanceCsv } from '@/lib/core/export/csv/concordance-csv';
import { ownerOf } from '@/lib/server/data/people';
import { concordanceFile } from '@/lib/server/data/search/concordance-file';
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
    named: { about: 'by name who agreed to that, instead of everybody under a pseudonym' },
    salt: { value: 'WORD', about: 'the same word gives the same pseudonyms' },
  },
  input: ConcordanceFileQuery.omit({ q: true }).extend({
    group: z.string(),
    query: ConcordanceFileQuery.shape.q,
    named: z.boolean().default(false),
  }),
  async run({ group, query: q, ...asked }) {
    const found = await concordanceFile(await ownerOf(visitor, group), group, { ...asked, q });
    return { json: found, text: concordanceCsv(found.lines) };
  },
});
