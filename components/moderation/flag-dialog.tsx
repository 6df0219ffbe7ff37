import { useDesk } from '@/components/annotation/desk';
import { Modal } from '@/components/annotation/modal';
import { FlagForm } from './flag-form';

/** Flags a note or a reply where it stands. */
export function FlagDialog({ annotation, reply }: { annotation: string; reply: string | null }) {
  const desk = useDesk();
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
