import { useEffect } from 'react';
import { useDesk } from '@/components/annotation/desk';
import { focusNote, focusReply } from '@/components/annotation/focus-note';
import { Modal } from '@/components/annotation/modal';
import { FlagForm } from './flag-form';

/** Flags a note or a reply where it stands. */
export function FlagDialog({ annotation, reply }: { annotation: string; reply: string | null }) {
  const desk = useDesk();
  // The menu that led here is gone.
  useEffect(() => () => (reply ? focusReply(reply) : focusNote(annotation)), [annotation, reply]);
  const done = () => {
    desk.patch({ dialog: null });
    desk.say('Moderators will look at it.');
  };
  return (
    <Modal title={reply ? 'Flag this reply' : 'Flag this note'}>
      <FlagForm
        group={desk.store.reading.group.slug}
        thing={{ kind: reply ? 'reply' : 'annotation', id: reply ?? annotation }}
        onDone={done}
      />
    </Modal>
  );
}
