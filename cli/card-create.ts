import { z } from 'zod';
import { CardDraft, CardKind } from '@/lib/core/api/card-schemas';
import { createCard } from '@/lib/server/data/cards/create-card';
import { ownerOf, personOf } from '@/lib/server/data/people';
import { visitor } from '@/lib/server/data/viewer';
import { command } from './command';

export const cardCreate = command({
  name: 'card create',
  about: 'Propose a card in a group.',
  argument: 'STATEMENT',
  flags: {
    group: { value: 'GROUP', about: 'id or slug' },
    kind: { value: 'KIND', about: CardKind.options.join(', ') },
    details: { value: 'MARKDOWN', about: 'why it matters' },
    as: { value: 'ADDRESS', about: 'of the member who proposes it; an owner unless told' },
  },
  input: z.strictObject({
    group: z.string(),
    as: z.string().optional(),
    statement: CardDraft.shape.statement,
    kind: CardKind,
    details: CardDraft.shape.details,
  }),
  async run({ group, as, ...draft }) {
    const viewer = await (as === undefined ? ownerOf(visitor, group) : personOf(visitor, as));
    const card = await createCard(viewer, group, CardDraft.parse(draft));
    return { json: card, text: `Proposed card ${card.number}: ${card.statement}` };
  },
});
