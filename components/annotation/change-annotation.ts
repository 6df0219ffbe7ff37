import { api } from '@/components/api-client';
import type { Annotation, ReactionKind, Reactions, Visibility } from '@/lib/core/annotation/annotation';
import type { Desk } from './desk';
import { lightly } from './send';

const when = (change: (annotation: Annotation) => Annotation) => (annotation: Annotation | null) =>
  annotation && change(annotation);

/** Gives one's own annotation the tag, or takes it off. */
export function toggleTag(desk: Desk, id: string, slug: string): void {
  const has = desk.annotation(id)?.tags.includes(slug);
  const toggled = ({ tags }: Annotation) => {
    const others = tags.filter((tag) => tag !== slug);
    return has ? others : [...others, slug];
  };
  void lightly(desk, id, {
    guess: when((annotation) => ({ ...annotation, tags: toggled(annotation) })),
    send: (current) =>
      api('PATCH /annotations/{id}', {
        params: { id },
        body: { tags: toggled(current) },
        version: current.version,
      }),
  });
}

export function setVisibility(desk: Desk, id: string, visibility: Visibility): void {
  const before = desk.annotation(id)?.visibility;
  showTo(desk, id, visibility);
  const undo = before && before !== visibility && (() => showTo(desk, id, before));
  desk.say(nowSeen[visibility], undo || undefined);
}

const nowSeen = {
  private: 'Only you see this annotation now.',
  group: 'The group sees this annotation now.',
} as const satisfies Record<Visibility, string>;

const showTo = (desk: Desk, id: string, visibility: Visibility) =>
  void lightly(desk, id, {
    guess: when((annotation) => ({ ...annotation, visibility })),
    send: ({ version }) => api('PATCH /annotations/{id}', { params: { id }, body: { visibility }, version }),
  });

export function setResolved(desk: Desk, id: string, isResolved: boolean): void {
  const by = desk.store.reading.viewer;
  if (!by) return;
  const set = (on: boolean) => {
    const at = new Date().toISOString();
    void lightly(desk, id, {
      guess: when((annotation) => ({ ...annotation, resolved: on ? { by, at } : null })),
      send: () =>
        api(on ? 'PUT /annotations/{id}/resolution' : 'DELETE /annotations/{id}/resolution', {
          params: { id },
        }),
    });
  };
  const said = (on: boolean) => (on ? 'Resolved.' : 'Reopened.');
  set(isResolved);
  desk.say(said(isResolved), () => {
    set(!isResolved);
    desk.say(said(!isResolved));
  });
}

/** Agree and disagree replace each other; "helpful" stands for itself. */
function withReaction(
  reactions: Reactions,
  { kind, user, on }: { kind: ReactionKind; user: string; on: boolean },
): Reactions {
  const without = (one: ReactionKind) => (reactions[one] ?? []).filter((id) => id !== user);
  const opposite = kind === 'agree' ? 'disagree' : kind === 'disagree' ? 'agree' : null;
  return {
    ...reactions,
    ...(on && opposite && { [opposite]: without(opposite) }),
    [kind]: on ? [...without(kind), user] : without(kind),
  };
}

/** Takes the viewer's reaction to an annotation or a reply in its thread, or gives it back. */
export function react(
  desk: Desk,
  { annotation, reply }: { annotation: string; reply: string | null },
  kind: ReactionKind,
): void {
  const user = desk.store.reading.viewer?.id;
  const thread = desk.annotation(annotation);
  const target = reply === null ? thread : thread?.replies.find((one) => one.id === reply);
  if (!user || !target) return;
  const on = !target.reactions[kind]?.includes(user);
  const put = (one: Annotation, change: (reactions: Reactions) => Reactions): Annotation =>
    reply === null
      ? { ...one, reactions: change(one.reactions) }
      : {
          ...one,
          replies: one.replies.map((other) =>
            other.id === reply ? { ...other, reactions: change(other.reactions) } : other,
          ),
        };
  const params = { id: reply ?? annotation, kind };
  void lightly(desk, annotation, {
    guess: when((one) => put(one, (reactions) => withReaction(reactions, { kind, user, on }))),
    send: async (current) => {
      const thing = reply === null ? 'annotations' : 'replies';
      const answer = await api(`${on ? 'PUT' : 'DELETE'} /${thing}/{id}/reactions/{kind}`, { params });
      return put(current, () => answer.reactions);
    },
  });
}
