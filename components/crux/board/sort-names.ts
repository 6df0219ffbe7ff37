import type { CardSort } from '@/lib/core/api/cards';

export const sortNames: Record<CardSort, string> = {
  priority: 'Priority',
  contested: 'Contested',
  load: 'Load',
  resolves: 'Resolves',
  n: 'Answers',
  k: 'What-if answers',
  changed: 'Last change',
  created: 'Newest',
  number: 'Number',
};
