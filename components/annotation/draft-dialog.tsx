import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { commentToText } from '@/lib/core/essay/comment-document';
import { sendAnnotation } from './annotate';
import { CommentView } from './comment-view';
import { copyText } from './copy';
import { type Desk, useDesk, type Writing } from './desk';
import type { Draft } from './device-store';
import { draftKey, placeOf } from './draft-key';
import { discardDraft, forgetDraft } from './drafts';
import { Modal } from './modal';
import { newId } from './new-id';
import { onDevice } from './on-device';
import { reasonOf } from './send';

/** A text whose place is gone: it can be copied, or stand at the same passage by itself. */
export function DraftDialog({ writing }: { writing: Writing }) {
  const desk = useDesk();
  const [draft, setDraft] = useState<Draft | null>(null);
  useEffect(() => {
    const key = draftKey(placeOf(desk.store.reading), writing);
    void onDevice(async (device) => setDraft((await device.draftUnder(key)) ?? null));
  }, [desk, writing]);
  const close = () => desk.patch({ dialog: null });
  const discard = () => {
    close();
    void discardDraft(desk, writing);
  };
  const make = () => {
    close();
    if (draft) void makeAnnotation(desk, draft);
  };
  return (
    <Modal title="Your draft">
      <p>What it was written for is not there any more.</p>
      {draft && <CommentView document={draft.document} />}
      <footer>
        <Button look="outline" onClick={discard}>
          Throw away
        </Button>
        <Button
          look="outline"
          disabled={!draft}
          onClick={() => draft && copyText(desk, commentToText(draft.document))}
        >
          Copy the text
        </Button>
        {draft?.about && <Button onClick={make}>Make it a new annotation</Button>}
      </footer>
    </Modal>
  );
}

/** At the same passage, for the same eyes. The draft stays until the server's yes. */
async function makeAnnotation(desk: Desk, { writing, document, about }: Draft): Promise<void> {
  const id = newId();
  const place = placeOf(desk.store.reading);
  const annotation = { id, ...about!, comment: { document: { ...document } } };
  try {
    const sent = sendAnnotation(desk, { id, place, at: new Date().toISOString(), annotation });
    desk.store.focus(id);
    await sent;
    await forgetDraft(desk, writing);
  } catch (error) {
    desk.say(`Not saved: ${reasonOf(error)} Your text is kept as a draft.`);
    desk.patch({ drafts: [...desk.get().drafts, writing] });
  }
}
