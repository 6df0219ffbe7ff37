import { scrollToPassage } from '@/components/reader/reveal';
import type { Desk, Writing } from './desk';
import { draftKey, placeOf } from './draft-key';
import { onDevice } from './on-device';

/** Whether that which the words are for, or an answer to, is still in the essay. */
export function isThere(desk: Desk, writing: Writing): boolean {
  const thread = desk.annotation(writing.annotation);
  const reply = writing.kind === 'reply' ? writing.parent : writing.reply;
  return (
    thread !== null &&
    (reply === null || thread.replies.some(({ id, comment }) => id === reply && comment !== null))
  );
}

/** Offers a kept text again, once. */
export function offerDraft(desk: Desk, writing: Writing): void {
  desk.patch({ drafts: [...withoutWriting(desk, writing), writing] });
}

/** The drafts on offer but for one. */
export const withoutWriting = (desk: Desk, writing: Writing): readonly Writing[] =>
  desk.get().drafts.filter((draft) => draftKey('', draft) !== draftKey('', writing));

/** The drafts on offer but for those of one annotation. */
export const withoutDraft = (desk: Desk, annotation: string): readonly Writing[] =>
  desk.get().drafts.filter((draft) => draft.annotation !== annotation);

/** Opens a kept text where it belongs, or asks what to do with it when that is gone. */
export function continueDraft(desk: Desk, writing: Writing): void {
  desk.patch({ drafts: withoutWriting(desk, writing) });
  if (!isThere(desk, writing)) {
    desk.patch({ dialog: { kind: 'draft', writing } });
    return;
  }
  const { store } = desk;
  const annotation = desk.annotation(writing.annotation);
  const range = annotation && store.ranges.of(annotation, store.get());
  if (range) scrollToPassage(store, range);
  store.focus(writing.annotation);
  desk.write(writing);
}

const keyOf = (desk: Desk, writing: Writing) => draftKey(placeOf(desk.store.reading), writing);

/** A text that was begun, as this device keeps it. */
export const keptDraft = (desk: Desk, writing: Writing) =>
  onDevice((device) => device.draftUnder(keyOf(desk, writing)));

export const forgetDraft = (desk: Desk, writing: Writing) =>
  onDevice((device) => device.forgetDraft(keyOf(desk, writing)));

/** Throws a kept text away; the message brings it back. */
export async function discardDraft(desk: Desk, writing: Writing): Promise<void> {
  desk.patch({ drafts: withoutWriting(desk, writing) });
  const kept = await keptDraft(desk, writing);
  await forgetDraft(desk, writing);
  desk.say('Draft thrown away.', async () => {
    if (kept) await onDevice((device) => device.saveDraft(keyOf(desk, writing), kept));
    offerDraft(desk, writing);
  });
}
