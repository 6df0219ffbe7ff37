import { z } from 'zod';
import { cardContracts } from '@/lib/core/api/cards';
import { stepCard } from '@/lib/server/data/cards/change-card';
import { ownerOf, personOf } from '@/lib/server/data/people';
import { visitor } from '@/lib/server/data/viewer';
import { command } from './command';

const { verb, reason, source } = cardContracts['POST /groups/{group}/cards/{card}/steps'].body.shape;

export const cardStep = command({
  name: 'card step',
  about: 'Accept, reject, resolve, reopen, archive or restore a card.',
  argument: 'CARD',
  flags: {
    group: { value: 'GROUP', about: 'id or slug' },
    verb: { value: 'VERB', about: verb.options.join(', ') },
    reason: { value: 'WORDS', about: 'needed to reject' },
    source: { value: 'WORDS', about: 'what settled it; needed to resolve' },
    as: { value: 'ADDRESS', about: 'of the moderator who does it; an owner unless told' },
  },
  input: z.strictObject({
    card: z.string(),
    group: z.string(),
    as: z.string().optional(),
    verb,
    reason,
    source,
  }),
  async run({ card, group, as, ...step }) {
    const viewer = await (as === undefined ? ownerOf(visitor, group) : personOf(visitor, as));
    const { number, status, ...rest } = await stepCard(viewer, { group, card }, { ...step, ifMatch: null });
    return { json: { number, status, ...rest }, text: `Card ${number} is ${status} now.` };
  },
});
