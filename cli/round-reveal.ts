import { z } from 'zod';
import { revealAnnotationRound } from '@/lib/server/data/annotation-rounds/lead-round';
import { ownerOf, personOf } from '@/lib/server/data/people';
import { visitor } from '@/lib/server/data/viewer';
import { command } from './command';

export const roundReveal = command({
  name: 'round reveal',
  about: 'Reveal a blind reading before its time. It cannot be hidden again.',
  argument: 'ROUND',
  flags: {
    group: { value: 'GROUP', about: 'id or slug' },
    essay: { value: 'ESSAY', about: 'id or slug' },
    as: { value: 'ADDRESS', about: 'of the moderator who does it; an owner unless told' },
  },
  input: z.strictObject({
    round: z.string(),
    group: z.string(),
    essay: z.string(),
    as: z.string().optional(),
  }),
  async run({ round, group, essay, as }) {
    const viewer = await (as === undefined ? ownerOf(visitor, group) : personOf(visitor, as));
    const revealed = await revealAnnotationRound(viewer, { group, essay, round });
    return { json: revealed, text: `Revealed: ${revealed.title}` };
  },
});
