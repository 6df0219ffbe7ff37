import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import { db } from './database';
import type { Viewer } from './viewer';

/** Rows of a sample's cards, whole; times are left to the database. */
export interface SampleCardRows {
  cards: Prisma.CardCreateManyInput[];
  revisions: Prisma.CardRevisionCreateManyInput[];
  occurrences: Prisma.OccurrenceCreateManyInput[];
  relations: Prisma.RelationCreateManyInput[];
  positions: Prisma.PositionCreateManyInput[];
  beliefs: Prisma.ConditionalBeliefCreateManyInput[];
  events: Prisma.CardEventCreateManyInput[];
}

/** Hours before now that the sample's readers curated. */
const age = 20;

/** Writes all cards of the sample at once and tells nobody: there is nobody yet. */
export async function curateSample(_viewer: Viewer, group: string, rows: SampleCardRows): Promise<void> {
  const { cards, revisions, occurrences, relations, positions, beliefs, events } = rows;
  await db().card.createMany({ data: cards });
  await db().cardRevision.createMany({ data: revisions });
  await db().occurrence.createMany({ data: occurrences });
  await db().relation.createMany({ data: relations });
  await db().position.createMany({ data: positions });
  await db().conditionalBelief.createMany({ data: beliefs });
  await db().cardEvent.createMany({ data: events });
  await db().$executeRaw`
    WITH born AS (SELECT now() - ${age} * interval '1 hour' AS at),
      steps AS (UPDATE card_event e SET created_at = at + row.n * interval '1 minute'
        FROM born, (SELECT id, row_number() OVER (ORDER BY id) AS n FROM card_event) row
        WHERE row.id = e.id AND e.card_id IN (SELECT id FROM card WHERE group_id = ${group}::uuid))
    UPDATE card SET created_at = at, changed_at = at FROM born WHERE group_id = ${group}::uuid`;
}
