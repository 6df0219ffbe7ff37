import type { SubjectKind } from '@/lib/core/api/moderation';
import type { DecisionVerb } from '@/lib/core/moderation/standing';
import { createCard } from '@/lib/server/data/cards/create-card';
import { words } from '@/lib/server/data/cards/curating-group.fixture';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db } from '@/lib/server/data/database';
import { mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { createReply } from '@/lib/server/data/replies';
import { readThread } from '@/lib/server/data/thread';
import type { Viewer } from '@/lib/server/data/viewer';
import { decide } from './decide';
import { raiseFlag } from './flags';
import { moderationQueue } from './queue';
import { subjectsOf } from './subjects';

interface Thing {
  kind: SubjectKind;
  id: string;
}

/** A reading group with a moderator, its author Ann, a second member and a reader, and short ways to what they do. */
export async function moderatedGroup(reviewFirst = 0) {
  const club = await readingGroup();
  const { group, place, join } = club;
  await db().group.update({ where: { id: group }, data: { reviewFirst } });
  const mod = await join('Mo', 'moderator');
  const ann = await join('Ann', 'member');
  const ben = await join('Ben', 'member');
  const reader = await join('Rae', 'reader');
  const things = {
    annotation: async (markdown: string, by: Viewer = ann): Promise<Thing> => ({
      kind: 'annotation',
      id: (await createAnnotation(by, place, mark('fox', { comment: { markdown }, tags: ['crux'] }))).id,
    }),
    reply: async (markdown: string, thread: Thing, by: Viewer = ann): Promise<Thing> => ({
      kind: 'reply',
      id: (await createReply(by, thread.id, { comment: { markdown } })).id,
    }),
    card: async (statement: string, by: Viewer = ann): Promise<Thing> => ({
      kind: 'card',
      id: (await createCard(by, group, { ...words, statement })).id,
    }),
  };
  const seen = async ({ kind, id }: Thing) => ({
    kind,
    id,
    state: (await subjectsOf(group, [id])).get(id)?.state ?? 'gone',
  });
  return {
    ...club,
    mod,
    ann,
    ben,
    reader,
    ...things,
    seen,
    flag: ({ kind, id }: Thing, by: Viewer = ben, reason: 'spam' | 'unkind' | 'appeal' = 'spam') =>
      raiseFlag(by, group, { kind, id, reason, note: '' }),
    decide: async (verb: DecisionVerb, ...some: Thing[]) =>
      decide(mod, group, {
        verb,
        reason: 'spam',
        note: '',
        items: await Promise.all(some.map(seen)),
      }),
    queue: async (trigger?: 'flagged' | 'waiting' | 'appealed' | 'edited') =>
      (await moderationQueue(mod, group, { trigger, limit: 100 })).items,
    sees: async (viewer: Viewer, { id }: Thing) =>
      readThread(viewer, id).then(
        ({ held }) => held?.as ?? 'shown',
        () => 'nothing',
      ),
  };
}
