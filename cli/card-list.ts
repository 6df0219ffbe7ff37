import { z } from 'zod';
import { CardKind, CardStatus } from '@/lib/core/api/card-schemas';
import { CardSort, type ListedCard } from '@/lib/core/api/cards';
import { listCards } from '@/lib/server/data/cards/list-cards';
import { ownerOf, personOf } from '@/lib/server/data/people';
import { visitor } from '@/lib/server/data/viewer';
import { command } from './command';

/** The most that the server lists at once. */
const page = 500;

export const cardList = command({
  name: 'card list',
  about: 'List the cards of a group, what is most worth talking about first.',
  flags: {
    group: { value: 'GROUP', about: 'id or slug' },
    sort: { value: 'BY', about: CardSort.options.join(', ') },
    status: { value: 'STATUS', about: 'such as proposed or canonical' },
    kind: { value: 'KIND', about: CardKind.options.join(', ') },
    essay: { value: 'ESSAY', about: 'id or slug: only those met in it' },
    q: { value: 'WORDS', about: 'in statement or details' },
    as: { value: 'ADDRESS', about: 'of the member who looks; an owner unless told' },
  },
  input: z.strictObject({
    group: z.string(),
    sort: CardSort.default('priority'),
    status: CardStatus.optional(),
    kind: CardKind.optional(),
    essay: z.string().optional(),
    q: z.string().optional(),
    as: z.string().optional(),
  }),
  async run({ group, as, ...query }) {
    const viewer = await (as === undefined ? ownerOf(visitor, group) : personOf(visitor, as));
    const items: ListedCard[] = [];
    for (let total = 1; items.length < total; ) {
      const found = await listCards(viewer, group, { ...query, limit: page, offset: items.length });
      if (found.items.length === 0) break;
      items.push(...found.items);
      total = found.total;
    }
    return { json: { items }, text: items.map(line).join('\n') };
  },
});

const line = ({ number, kind, status, ranking, statement }: ListedCard) =>
  [
    `#${number}`.padEnd(5),
    (ranking?.rank ? `rank ${ranking.rank}` : '').padEnd(8),
    status.padEnd(14),
    kind.padEnd(12),
    statement,
  ].join(' ');
