import { z } from 'zod';
import { Belief, Credence, MindChange, Position, PositionDraft } from './card-schemas';
import type { Contracts } from './contract';

export const positionContracts = {
  'GET /groups/{group}/cards/{card}/positions': {
    summary: 'Positions on a card: your own history, and those of others once you answered',
    scope: 'public',
    output: z.object({
      /** Your live one. */
      mine: Position.nullable(),
      /** Your earlier ones, newest first. */
      earlier: z.array(Position),
      /** Live ones of others; null until you answer, or the round closes. */
      others: z.array(Position).nullable(),
      /** How many others answered. */
      answered: z.int(),
      /** What moved people, the most moving first; null where `others` is. */
      moved: z.array(MindChange).nullable(),
    }),
  },
  'POST /groups/{group}/cards/{card}/positions': {
    summary: 'Take a position; the one before stays in your history',
    scope: 'write',
    body: PositionDraft,
    output: Position,
    status: 201,
    limit: 'react',
  },
  'GET /groups/{group}/cards/{card}/beliefs': {
    summary: 'Your conditional beliefs in which the card is the crux or the target',
    scope: 'read',
    output: z.object({ items: z.array(Belief) }),
  },
  'PUT /groups/{group}/cards/{card}/beliefs/{target}': {
    summary: 'What you would believe of the target if this card were true, and if it were false',
    scope: 'write',
    body: z.union([
      z.strictObject({ ifTrue: Credence, ifFalse: Credence }),
      z.strictObject({ strength: z.int().min(0).max(3) }),
    ]),
    output: Belief,
    limit: 'react',
  },
  'DELETE /groups/{group}/cards/{card}/beliefs/{target}': {
    summary: 'Take a conditional belief back',
    scope: 'write',
    limit: 'react',
  },
} satisfies Contracts;
