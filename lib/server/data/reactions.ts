import 'server-only';
import { ReactionKind, type Reactions } from '@/lib/core/annotation/annotation';
import { notFound } from '@/lib/core/api/problem';
import { query } from './database';
import { readReply, replyIn, replyRow } from './replies';
import { changeThread, demandOn, readThread } from './thread';
import type { Viewer } from './viewer';

interface Reaction {
  kind: string;
  /** False takes it back. */
  on: boolean;
}

/** Reacts to an annotation. Agreement and disagreement replace each other; helpfulness is another matter. */
export async function reactToAnnotation(viewer: Viewer, id: string, reaction: Reaction): Promise<Reactions> {
  await changeThread(viewer, { id }, async (scope) => {
    demandOn(viewer, 'reaction.set', scope);
    return react(viewer, { column: 'annotation_id', id: scope.annotation }, reaction);
  });
  return (await readThread(viewer, id)).reactions;
}

export async function reactToReply(viewer: Viewer, id: string, reaction: Reaction): Promise<Reactions> {
  const { annotation } = await replyRow(id);
  await changeThread(viewer, { id: annotation }, async (scope) => {
    const reply = await replyIn(viewer, scope, id);
    demandOn(viewer, 'reaction.set', scope);
    const done = await react(viewer, { column: 'reply_id', id: reply.id }, reaction);
    return done && { ...done, reply: reply.id, ...(reply.held && { heldFrom: reply.author }) };
  });
  return (await readReply(viewer, { annotation, id: id.toLowerCase() })).reactions;
}

async function react(
  viewer: Viewer,
  { column, id }: { column: 'annotation_id' | 'reply_id'; id: string },
  reaction: Reaction,
): Promise<{ change: 'reacted' } | null> {
  const kind = ReactionKind.safeParse(reaction.kind).data;
  if (!kind) throw notFound();
  const opposite = { agree: 'disagree', disagree: 'agree', helpful: null }[kind];
  const gone = reaction.on ? [opposite] : [kind];
  const removed = await query<{ kind: string }>(
    `unreact-${column}`,
    `DELETE FROM reaction WHERE ${column} = $1::uuid AND user_id = $2::uuid AND kind = ANY($3::text[]) RETURNING kind`,
    [id, viewer.user?.id, gone],
  );
  const added = reaction.on
    ? await query<{ kind: string }>(
        `react-${column}`,
        `INSERT INTO reaction (${column}, user_id, kind) VALUES ($1::uuid, $2::uuid, $3)
         ON CONFLICT DO NOTHING RETURNING kind`,
        [id, viewer.user?.id, kind],
      )
    : [];
  return removed.length + added.length > 0 ? { change: 'reacted' } : null;
}
