import { z } from 'zod';
import {
  CardKind,
  CardStatus,
  OccurrenceRole,
  RelationState,
  RelationType,
} from '@/lib/core/api/card-schemas';
import { ordinal } from '@/lib/core/api/ordinal';
import { Timestamp } from '@/lib/core/api/timestamp';
import { held, id, person } from './jsonl-values';

const percent = z.int().min(0).max(100).nullable();

export const JsonlCard = z
  .strictObject({
    id,
    number: z.int(),
    kind: CardKind,
    title: z.string().meta({ description: 'The statement.' }),
    details: z.string(),
    operationalization: z.string(),
    resolves_by: z.iso.date().nullable(),
    resolution_source: z.string().nullable(),
    status: CardStatus,
    root: z.boolean(),
    held,
    version: ordinal,
    user: person.nullable(),
    created: Timestamp,
    changed: Timestamp,
    wordings: z.array(
      z.strictObject({ version: ordinal, title: z.string(), created: Timestamp, wording_only: z.boolean() }),
    ),
    aliases: z
      .array(z.strictObject({ id, number: z.int(), title: z.string() }))
      .meta({ description: 'Cards that were merged into this one.' }),
    occurrences: z.array(z.strictObject({ id, span: id, role: OccurrenceRole })),
  })
  .meta({ title: 'Card' });
export type JsonlCard = z.infer<typeof JsonlCard>;

const relation = {
  id,
  rationale: z.string(),
  state: RelationState,
  user: person.nullable(),
  created: Timestamp,
};
export const JsonlRelation = z.strictObject({ ...relation, from: id, to: id, type: RelationType });
export type JsonlRelation = z.infer<typeof JsonlRelation>;
export const JsonlUndercut = z.strictObject({ ...relation, from: id, relation: id });
export type JsonlUndercut = z.infer<typeof JsonlUndercut>;

export const JsonlPosition = z.strictObject({
  id,
  card: id,
  user: person,
  credence: percent,
  reason: z.string(),
  would_change_mind: z.string(),
  version: ordinal.meta({ description: 'Wording of the card that it was taken on.' }),
  inherited: z.boolean(),
  created: Timestamp,
  superseded: Timestamp.nullable(),
});
export type JsonlPosition = z.infer<typeof JsonlPosition>;

export const JsonlBelief = z.strictObject({
  crux: id,
  target: id,
  user: person,
  if_true: percent,
  if_false: percent,
  strength: z.int().min(0).max(3).nullable(),
});
export type JsonlBelief = z.infer<typeof JsonlBelief>;
