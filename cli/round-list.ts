import { z } from 'zod';
import { listAnnotationRounds } from '@/lib/server/data/annotation-rounds/annotation-rounds';
import { ownerOf } from '@/lib/server/data/people';
import { visitor } from '@/lib/server/data/viewer';
import { command } from './command';

export const roundList = command({
  name: 'round list',
  about: 'List the blind readings of an essay, the newest first.',
  flags: {
    group: { value: 'GROUP', about: 'id or slug' },
    essay: { value: 'ESSAY', about: 'id or slug' },
  },
  input: z.strictObject({ group: z.string(), essay: z.string() }),
  async run({ group, essay }) {
    const items = await listAnnotationRounds(await ownerOf(visitor, group), { group, essay });
    const line = ({ id, state, title, done, people }: (typeof items)[number]) =>
      `${id}  ${state.padEnd(9)}  ${done}/${people} done  ${title}`;
    return { json: { items }, text: items.map(line).join('\n') || 'None.' };
  },
});
