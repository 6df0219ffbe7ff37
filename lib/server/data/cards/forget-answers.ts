import 'server-only';
import { withoutPerson } from '@/lib/core/crux/merge-plan';
import { db, query } from '@/lib/server/data/database';
import type { KeptMerge } from './merge-cards';

/** Deletes what a person answered, on cards and in what merges keep of them; call it in the transaction of the deletion. */
export async function forgetAnswers(userId: string): Promise<void> {
  await db().position.deleteMany({ where: { userId } });
  await db().conditionalBelief.deleteMany({ where: { userId } });
  const merges = await query<{ id: string; plan: KeptMerge }>(
    'merges-of-person',
    `SELECT id, plan FROM merge WHERE position($1 IN plan::text) > 0 FOR UPDATE`,
    [userId],
  );
  for (const { id, plan: kept } of merges) {
    const plan: KeptMerge = { ...kept, plan: withoutPerson(kept.plan, userId) };
    await db().merge.update({ where: { id }, data: { plan: JSON.parse(JSON.stringify(plan)) } });
  }
}
