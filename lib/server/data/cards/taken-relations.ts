import 'server-only';
import { db } from '@/lib/server/data/database';
import type { Prisma } from '@/prisma/generated/client';

/** A relation that was taken away, with all that it takes to draw it again; it lies in the history of its card. */
interface TakenRelation {
  relation: string;
  type: string;
  fromId: string;
  toId: string | null;
  toRelationId: string | null;
  rationale: string;
  state: string;
  by: string;
  /** ISO 8601. */
  at: string;
}

/** Takes a relation away, and what undercuts it, at any depth; answers with all of them, targets before what undercuts them. */
export async function takeRelation(id: string): Promise<TakenRelation[]> {
  const taken: TakenRelation[] = [];
  for (let ids = [id]; ids.length > 0; ) {
    const known = taken.map(({ relation }) => relation);
    const rows = await db().relation.findMany({ where: { id: { in: ids, notIn: known } } });
    for (const { id: relation, createdById: by, createdAt, ...row } of rows)
      taken.push({ relation, by, at: createdAt.toISOString(), ...row });
    const next = { toRelationId: { in: rows.map((row) => row.id) } };
    ids = (await db().relation.findMany({ where: next, select: { id: true } })).map((row) => row.id);
  }
  await db().relation.deleteMany({ where: { id } });
  return taken;
}

/** As the `before` of a step: the relation, and beside it those that went with it. */
export const asStep = ([relation, ...undercuts]: TakenRelation[]): Prisma.InputJsonObject => ({
  ...relation,
  undercuts: undercuts.map((one) => ({ ...one })),
});

/** Draws again what `asStep` kept, as far as what it joined still stands; answers with what did not come back, in words. */
export async function redraw(before: Record<string, unknown>): Promise<string[]> {
  const { undercuts = [], ...first } = before as unknown as TakenRelation & { undercuts?: TakenRelation[] };
  const lost: string[] = [];
  for (const one of [first, ...undercuts]) {
    const obstacle = await drawAgain(one);
    if (obstacle) lost.push(`relation: ${obstacle}`);
  }
  return lost;
}

async function drawAgain({ relation: id, by, at, ...row }: TakenRelation) {
  const ends = [row.fromId, row.toId].filter((end) => end !== null);
  const standing = await db().card.count({ where: { id: { in: ends }, status: { not: 'merged' } } });
  const target = row.toRelationId ? await db().relation.count({ where: { id: row.toRelationId } }) : 1;
  if (standing < ends.length || target === 0) return 'target-gone';
  const { fromId, toId, toRelationId, type, state, rationale } = row;
  const { count } = await db().relation.createMany({
    data: { id, fromId, toId, toRelationId, type, state, rationale, createdById: by, createdAt: at },
    skipDuplicates: true,
  });
  return count === 0 ? 'place-taken' : null;
}
