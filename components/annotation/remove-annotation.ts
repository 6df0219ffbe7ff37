import { api } from '@/components/api-client';
import type { Desk } from './desk';
import { lightly, reasonOf } from './send';

/** Takes the annotation away at once; the toast brings it back. */
export function removeAnnotation(desk: Desk, id: string): void {
  desk.patch({ writing: null });
  const params = { id };
  void lightly(desk, id, {
    guess: () => null,
    send: async () => {
      await api('DELETE /annotations/{id}', { params });
      return null;
    },
  });
  desk.say('Annotation deleted.', async () => {
    try {
      const restored = await desk.queue.run(id, () => api('POST /annotations/{id}/restore', { params }));
      desk.overlay.learn(id, restored);
      desk.store.focus(id);
    } catch (error) {
      desk.say(reasonOf(error));
    }
  });
}

/** A reply that others answer keeps its place, without its words. */
export function removeReply(desk: Desk, id: string, reply: string): void {
  const params = { id: reply };
  void lightly(desk, id, {
    guess: (thread) =>
      thread && {
        ...thread,
        replies: thread.replies.some((one) => one.parent === reply)
          ? thread.replies.map((one) => (one.id === reply ? { ...one, comment: null } : one))
          : thread.replies.filter((one) => one.id !== reply),
      },
    send: async () => {
      await api('DELETE /replies/{id}', { params });
      return api('GET /annotations/{id}', { params: { id } });
    },
  });
  desk.say('Reply deleted.', async () => {
    try {
      await desk.queue.run(id, () => api('POST /replies/{id}/restore', { params }));
      desk.overlay.learn(id, await api('GET /annotations/{id}', { params: { id } }));
    } catch (error) {
      desk.say(reasonOf(error));
    }
  });
}
