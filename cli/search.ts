import { z } from 'zod';
import { searchKinds } from '@/lib/core/api/search';
import { personOf } from '@/lib/server/data/people';
import { search } from '@/lib/server/data/search/search';
import { visitor } from '@/lib/server/data/viewer';
import { command } from './command';

export const searchFor = command({
  name: 'search',
  about: 'Find words in what a person may see; without a person, in what everybody may.',
  argument: 'QUERY',
  flags: {
    as: { value: 'ADDRESS', about: 'e-mail address of the person' },
    group: { value: 'GROUP', about: 'id or slug of the only group' },
    kind: { value: 'KIND', about: searchKinds.join(', ') },
    limit: { value: 'N', about: 'at most 50; 20 unless told' },
  },
  input: z.strictObject({
    query: z.string().min(1).max(200),
    as: z.string().optional(),
    group: z.string().optional(),
    kind: z.enum(searchKinds).optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  async run({ query: q, as, ...rest }) {
    const viewer = as === undefined ? visitor : await personOf(visitor, as);
    const found = await search(viewer, { q, sort: 'best', ...rest });
    const lines = found.items.map(({ path, snippet, card }) => {
      const shown = snippet.parts.map(({ text }) => text).join('');
      const words = card && snippet.from !== 'title' ? `${card.statement} … ${shown}` : shown;
      return `${path}\n  ${words.replace(/\s+/g, ' ')}\n`;
    });
    return { json: found, text: lines.join('') };
  },
});
