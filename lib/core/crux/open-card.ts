import type { CardStatus } from '@/lib/core/api/card-schemas';

/** Where a card is still a question: it takes answers, goes into rounds, and can be merged. */
export const openStatuses = ['proposed', 'canonical'] as const satisfies readonly CardStatus[];

export const isOpenCard = ({ status }: { status: CardStatus }): boolean =>
  (openStatuses as readonly CardStatus[]).includes(status);
