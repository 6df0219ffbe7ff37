import { useDesk } from '@/components/annotation/desk';
import type { Annotation, Reply } from '@/lib/core/annotation/annotation';

/** Lines of a menu of the reading page: what moderators do about others' words, with a reason that their author is told. */
export function DecideRows({ annotation, reply }: { annotation: Annotation; reply: Reply | null }) {
  const desk = useDesk();
  const ask = (verb: 'hide' | 'remove') =>
    desk.patch({ dialog: { kind: 'decide', annotation: annotation.id, reply: reply?.id ?? null, verb } });
  return (
    <>
      {(reply ?? annotation).held?.as !== 'hidden' && (
        <button type="button" onClick={() => ask('hide')}>
          Hide…
        </button>
      )}
      <button type="button" className="danger" onClick={() => ask('remove')}>
        Remove…
      </button>
    </>
  );
}
