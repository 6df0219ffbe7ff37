import { api } from '@/components/api-client';
import type { Annotation, Reply, ReplyDraft } from '@/lib/core/annotation/annotation';
import type { CommentDocument } from '@/lib/core/essay/comment-document';
import type { Desk } from './desk';
import type { Unsent } from './device-store';
import { placeOf } from './draft-key';
import { focusReply } from './focus-note';
import type { Guess } from './guesses';
import { newId } from './new-id';
import { onDevice } from './on-device';
import { failingOnce, sendNew } from './send';

/** Shows the reply at once, with the focus on it, and sends it until it is saved. Throws refusals. */
export function replyTo(
  desk: Desk,
  { to, parent }: { to: string; parent: string | null },
  document: CommentDocument,
): Promise<void> {
  const id = newId();
  const reply = { id, parent, comment: { document: { ...document } } };
  const sent = sendReply(desk, {
    id,
    place: placeOf(desk.store.reading),
    at: new Date().toISOString(),
    reply,
    to,
  });
  focusReply(id);
  return sent;
}

export async function sendReply(desk: Desk, unsent: Unsent & { reply: ReplyDraft }): Promise<void> {
  const { id, reply, to } = unsent;
  const guess: Guess = (annotation) =>
    annotation && withReply(annotation, provisional(desk, unsent), { replace: false });
  desk.setUnsaved(id, null);
  desk.overlay.add(to, guess, desk.annotation(to));
  const kept = onDevice((device) => device.keepUnsent(unsent));
  try {
    // A reply to something that is itself on its way waits for it.
    await desk.queue.run(to, async () => {});
    const saved = await sendNew(desk, id, () =>
      api('POST /annotations/{id}/replies', { params: { id: to }, body: reply }).catch(failingOnce(kept)),
    );
    const truth = desk.overlay.truth(to);
    desk.overlay.drop(to, guess, truth && withReply(truth, saved, { replace: true }));
  } catch (error) {
    desk.overlay.drop(to, guess);
    throw error;
  } finally {
    await kept;
    await onDevice((device) => device.forgetUnsent(id));
  }
}

/** The thread with the reply in it; one that is there already is replaced or left alone. */
function withReply(annotation: Annotation, reply: Reply, { replace }: { replace: boolean }): Annotation {
  const at = annotation.replies.findIndex((one) => one.id === reply.id);
  if (at >= 0 && !replace) return annotation;
  const replies = at < 0 ? [...annotation.replies, reply] : annotation.replies.with(at, reply);
  return { ...annotation, replies };
}

function provisional(desk: Desk, { id, at, reply }: Unsent & { reply: ReplyDraft }): Reply {
  const document = 'document' in reply.comment ? reply.comment.document : undefined;
  return {
    id,
    parent: reply.parent ?? null,
    creator: desk.store.reading.viewer!,
    comment: { markdown: '', document },
    created: at,
    modified: null,
    version: 0,
    held: null,
    reactions: {},
  };
}
