import { z } from 'zod';
import { mergeCard } from '@/lib/server/data/cards/merge-cards';
import { readCard } from '@/lib/server/data/cards/read-card';
import { ownerOf, personOf } from '@/lib/server/data/people';
import { visitor } from '@/lib/server/data/viewer';
import { command, UsageError } from './command';

export const cardMerge = command({
  name: 'card merge',
  about: 'Merge a card into another of its group. It can be undone on the page of that card.',
  argument: 'CARD',
  flags: {
    group: { value: 'GROUP', about: 'id or slug' },
    into: { value: 'CARD', about: 'number or id of the one that stays' },
    negated: { about: 'it says the opposite: answers turn round' },
    reason: { value: 'WORDS', about: 'why' },
    as: { value: 'ADDRESS', about: 'of the moderator who does it; an owner unless told' },
  },
  input: z.strictObject({
    card: z.string(),
    group: z.string(),
    into: z.string(),
    as: z.string().optional(),
    negated: z.boolean().default(false),
    reason: z.string().trim().max(1000).default(''),
  }),
  async run({ card, group, into, as, negated, reason }) {
    const viewer = await (as === undefined ? ownerOf(visitor, group) : personOf(visitor, as));
    const found = await readCard(viewer, { group, card: into });
    if ('mergedInto' in found)
      throw new UsageError(`Card ${into} was merged itself: name card ${found.mergedInto}.`);
    const merged = await mergeCard(viewer, { group, card }, { into: found.card.id, negated, reason });
    return { json: merged, text: `Merged into card ${merged.number}: ${merged.statement}` };
  },
});
