'use client';

import { api } from '@/components/api-client';
import type { CardPlace } from '@/components/crux/card-place';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { useChange } from '@/components/use-change';
import type { CardEvent } from '@/lib/core/api/card-schemas';
import { eventWords } from './event-words';

interface Props {
  place: CardPlace;
  event: Pick<CardEvent, 'id' | 'verb' | 'after' | 'actor'>;
}

/** Takes a step back. */
export function UndoStep({ place, event }: Props) {
  const { pending, error, change } = useChange();
  const undo = () =>
    change(() =>
      api('POST /groups/{group}/cards/{card}/history/{event}/undo', {
        params: { ...place, event: event.id },
      }),
    );
  return (
    <div className="grid max-w-64 shrink-0 justify-items-end gap-2">
      <Button
        look="quiet"
        size="sm"
        className="-my-1 pointer-coarse:-my-3"
        disabled={pending}
        onClick={undo}
        aria-label={`Undo: ${event.actor.name} ${eventWords(event)}`}
      >
        Undo
      </Button>
      <Refusal error={error} />
    </div>
  );
}
