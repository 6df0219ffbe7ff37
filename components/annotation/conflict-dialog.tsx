import { Button } from '@/components/ui/button';
import type { CommentDocument } from '@/lib/core/essay/comment-document';
import { CommentView } from './comment-view';
import { type Dialog, useDesk } from './desk';
import { draftKey, placeOf } from './draft-key';
import { forgetDraft } from './drafts';
import { focusNote } from './focus-note';
import { Modal } from './modal';
import { onDevice } from './on-device';
import { send } from './write';

type Conflict = Extract<Dialog, { kind: 'conflict' }>;

/** Two texts for one place: both are shown, and none goes away before somebody says so. */
export function ConflictDialog({ conflict: { writing, mine, theirs } }: { conflict: Conflict }) {
  const desk = useDesk();
  const close = () => desk.patch({ dialog: null });
  const keepMine = () => {
    close();
    void send(desk, { ...writing, base: theirs }, mine);
  };
  const takeTheirs = () => {
    close();
    focusNote(writing.annotation);
    void forgetDraft(desk, writing);
  };
  const editBoth = async () => {
    const document: CommentDocument = { type: 'doc', content: [...(theirs?.content ?? []), ...mine.content] };
    const next = { ...writing, base: theirs };
    const key = draftKey(placeOf(desk.store.reading), next);
    await onDevice((device) => device.saveDraft(key, { writing: next, document }));
    close();
    desk.store.focus(writing.annotation);
    desk.write(next);
  };
  return (
    <Modal title="Changed meanwhile">
      <p>While you were writing, other words were saved here. Yours are kept until you choose.</p>
      <div className="versions">
        <section aria-label="Yours">
          <h3>Yours</h3>
          <CommentView document={mine} />
        </section>
        <section aria-label="Saved meanwhile">
          <h3>Saved meanwhile</h3>
          {theirs ? <CommentView document={theirs} /> : <p>Nothing: the comment was taken away.</p>}
        </section>
      </div>
      <footer>
        <Button look="outline" onClick={takeTheirs}>
          Use the other
        </Button>
        <Button look="outline" onClick={editBoth}>
          Edit both
        </Button>
        <Button onClick={keepMine}>Keep mine</Button>
      </footer>
    </Modal>
  );
}
