import { api } from '@/components/api-client';
import { describe } from '@/lib/core/anchoring/selectors';
import type { Annotation, AnnotationDraft } from '@/lib/core/annotation/annotation';
import type { Desk } from './desk';
import type { Unsent } from './device-store';
import { placeOf } from './draft-key';
import { withoutDraft } from './drafts';
import { focusNote } from './focus-note';
import type { Guess } from './guesses';
import { newId } from './new-id';
import { onDevice } from './on-device';
import { failingOnce, reasonOf, sendNew } from './send';

/** Marks the selected passage at once and opens its note; `writes`: the comment is written right away. */
export function annotate(desk: Desk, tags: readonly string[], writes = false): void {
  const { store } = desk;
  const { reading } = store;
  const { draft, article } = store.get();
  if (!draft || !article || !reading.viewer || !reading.writes) return;
  const { refused, drafts } = desk.get();
  const again = refused?.start === draft.start && refused.end === draft.end ? refused.id : null;
  const id = again ?? newId();
  const kept = drafts.find((one) => one.annotation === id);
  const selector = describe(article.text, draft, article.points);
  const annotation: AnnotationDraft = {
    id,
    target: { version: reading.essay.number, selector },
    tags: [...tags],
    visibility: desk.get().isPrivate ? 'private' : 'group',
  };
  const created = sendAnnotation(desk, {
    id,
    place: placeOf(reading),
    at: new Date().toISOString(),
    annotation,
  });
  // Words are likely to follow: let their editor come while the note opens.
  import('@/components/editor/rich-editor').catch(() => {});
  store.selecting(false);
  store.focus(id);
  if (writes || kept) {
    desk.patch({ drafts: withoutDraft(desk, id) });
    desk.write(kept ?? { kind: 'words', annotation: id, reply: null, base: null });
  } else focusNote(id);
  created.catch((error: unknown) => {
    desk.say(`Not saved: ${reasonOf(error)}`);
    desk.patch({ refused: { id, start: draft.start, end: draft.end } });
    const { startContainer, startOffset, endContainer, endOffset } = article.domRange(draft);
    document.getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
    store.select(draft);
  });
}

/** Shows a new annotation, keeps it on this device until it is saved, and sends it until it is. Throws refusals. */
export async function sendAnnotation(
  desk: Desk,
  unsent: Unsent & { annotation: AnnotationDraft },
): Promise<void> {
  const { id, annotation } = unsent;
  const { group, essay } = desk.store.reading;
  const guess: Guess = (known) => known ?? provisional(desk, unsent);
  desk.setUnsaved(id, null);
  desk.overlay.add(id, guess, null);
  const kept = onDevice((device) => device.keepUnsent(unsent));
  try {
    const saved = await desk.queue.run(id, () =>
      sendNew(desk, id, () =>
        api('POST /groups/{group}/essays/{essay}/annotations', {
          params: { group: group.slug, essay: essay.slug },
          body: annotation,
        }).catch(failingOnce(kept)),
      ),
    );
    desk.overlay.drop(id, guess, saved);
  } catch (error) {
    desk.overlay.drop(id, guess, null);
    throw error;
  } finally {
    await kept;
    await onDevice((device) => device.forgetUnsent(id));
  }
}

/** How an annotation looks before the server has seen it. */
function provisional(
  desk: Desk,
  { id, at, annotation }: Unsent & { annotation: AnnotationDraft },
): Annotation {
  const { group, essay, viewer } = desk.store.reading;
  return {
    id,
    group: group.id,
    essay: essay.id,
    target: annotation.target,
    tags: annotation.tags ?? [],
    comment:
      annotation.comment && 'document' in annotation.comment
        ? { markdown: '', document: annotation.comment.document }
        : null,
    visibility: annotation.visibility ?? 'group',
    creator: viewer!,
    created: at,
    modified: null,
    active: at,
    version: 0,
    resolved: null,
    held: null,
    reactions: {},
    replies: [],
  };
}
