import { expect } from 'vitest';
import type { Problem } from '@/lib/core/api/problem';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { type Step, stepCard } from './change-card';
import { createCard } from './create-card';

export const words = { kind: 'claim' as const, details: '', operationalization: '', resolvesBy: null };

/** The refusal that a piece of work must end in. */
export const refusal = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('it was allowed'),
    (error: Problem) => ({ status: error.status, code: error.code }),
  );

/** A reading group with a moderator, a member and a reader, and short ways to what they do. */
export async function curatingGroup() {
  const { group, place, join } = await readingGroup();
  const mod = await join('Mo', 'moderator');
  const ann = await join('Ann', 'member');
  const reader = await join('Rae', 'reader');
  const at = (card: { id: string }) => ({ group, card: card.id });
  return {
    group,
    place,
    join,
    mod,
    ann,
    reader,
    at,
    propose: (statement: string, by = ann) => createCard(by, group, { ...words, statement }),
    step: (card: { id: string }, verb: Step['verb'], rest: Partial<Step> = {}) =>
      stepCard(mod, at(card), { verb, reason: '', ifMatch: null, ...rest }),
    passage: async (exact: string, by = ann, visibility: 'group' | 'private' = 'group') =>
      (await createAnnotation(by, place, mark(exact, { visibility }))).id,
  };
}
