import { z } from 'zod';
import { Person } from '@/lib/core/annotation/annotation';
import { Card, CardKind, Statement } from './card-schemas';
import type { Contracts } from './contract';

const reason = z.string().trim().max(1000);

/** Rows that go along to the other card, and those that it has already in some form. */
const Moves = z.object({ moved: z.int(), dropped: z.int() });

export const MergePreview = z.object({
  passages: Moves,
  relations: Moves,
  answers: Moves,
  beliefs: Moves,
  /** Who answered both cards, and which answer counts: the later one. It does not say what they believe. */
  both: z.array(z.object({ person: Person, counts: z.enum(['from', 'into']) })),
});
export type MergePreview = z.infer<typeof MergePreview>;

export const curationContracts = {
  'GET /groups/{group}/cards/{card}/merge': {
    summary: 'What merging this card into another would move, and whose answers meet',
    scope: 'read',
    query: z.strictObject({ into: z.uuid(), negated: z.literal('true').optional() }),
    output: MergePreview,
  },
  'POST /groups/{group}/cards/{card}/merge': {
    summary: 'Merge this card into another, as the same or as its negation',
    scope: 'write',
    body: z.strictObject({
      into: z.uuid(),
      negated: z.boolean().default(false),
      reason: reason.default(''),
    }),
    output: Card,
    limit: 'edit',
  },
  'POST /groups/{group}/cards/{card}/split': {
    summary: 'Split a new card off, with some of the passages',
    scope: 'write',
    body: z.strictObject({
      id: z.uuidv7().optional(),
      kind: CardKind,
      statement: Statement,
      /** Passages that go along. */
      occurrences: z.array(z.uuid()).max(1000).default([]),
      reason: reason.default(''),
    }),
    output: Card,
    status: 201,
    limit: 'edit',
  },
  'POST /groups/{group}/cards/{card}/history/{event}/undo': {
    summary: 'Take a step back; the answer lists what could not be restored',
    scope: 'write',
    output: z.object({ card: Card, lost: z.array(z.string()) }),
    limit: 'edit',
  },
} satisfies Contracts;
