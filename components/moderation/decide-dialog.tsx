import { useEffect } from 'react';
import { useDesk } from '@/components/annotation/desk';
import { focusNote, focusReply } from '@/components/annotation/focus-note';
import { Modal } from '@/components/annotation/modal';
import { reasonOf } from '@/components/annotation/send';
import { api } from '@/components/api-client';
import { useReaderStore } from '@/components/reader/reader-store';
import { Refusal } from '@/components/ui/refusal';
import { useRequest } from '@/components/use-request';
import { deedOf, ReasonForm } from './reason-form';
import { doneWords } from './subject-words';
import type { Grounds } from './use-queue';

interface Props {
  annotation: string;
  /** Null: the annotation itself. */
  reply: string | null;
  verb: 'hide' | 'remove';
}

/** A moderator decides about what somebody else wrote, where it stands. */
export function DecideDialog({ annotation, reply, verb }: Props) {
  const desk = useDesk();
  const store = useReaderStore();
  const { run, pending, error } = useRequest();
  // The menu that led here is gone.
  useEffect(() => () => (reply ? focusReply(reply) : focusNote(annotation)), [annotation, reply]);
  const thread = store.get().annotations.get(annotation);
  const thing = reply === null ? thread : thread?.replies.find(({ id }) => id === reply);
  if (!thing) return null;
  const params = { group: store.reading.group.slug };
  const close = () => desk.patch({ dialog: null });
  const renew = async () =>
    desk.overlay.learn(
      annotation,
      await api('GET /annotations/{id}', { params: { id: annotation } }).catch(() => null),
    );
  const answer = async (grounds: Grounds) => {
    const kind = reply === null ? ('annotation' as const) : ('reply' as const);
    const item = { kind, id: thing.id, state: `${thing.version}-${thing.held?.as ?? 'shown'}` };
    const body = { verb, items: [item], ...grounds };
    const done = await run(() => api('POST /groups/{group}/moderation/decisions', { params, body }));
    if (!done) return;
    await renew();
    close();
    desk.say(doneWords(verb, 1), async () => {
      try {
        for (const { id: entry } of done.entries)
          await api('POST /groups/{group}/moderation/log/{entry}/undo', { params: { ...params, entry } });
        await renew();
      } catch (error) {
        desk.say(reasonOf(error));
      }
    });
  };
  return (
    <Modal title={`${deedOf(verb)} what ${thing.creator.name} wrote?`}>
      <ReasonForm
        verb={verb}
        isPending={pending}
        likeliest="unkind"
        onAnswer={(grounds) => void answer(grounds)}
        onClose={close}
      />
      <Refusal error={error} />
    </Modal>
  );
}
