import { z } from 'zod';
import { Card, CardKind, Statement } from './card-schemas';
import type { Contracts } from './contract';

const reason = z.string().trim().max(1000);

export const curationContracts = {
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
