'use client';

import { api } from '@/components/api-client';
import type { CardPlace } from '@/components/crux/card-place';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { useChange } from '@/components/use-change';
import type { CardEvent } from '@/lib/core/api/card-schemas';
import type { UndoRefusal } from '@/lib/core/crux/undo-kind';
import { eventWords } from './event-words';
import { refusalWords } from './undo-words';

interface Props {
  place: CardPlace;
  event: Pick<CardEvent, 'id' | 'verb' | 'after' | 'actor'>;
  refused: UndoRefusal | null;
}

/** Takes a step back, or says why it cannot be. */
export function UndoStep({ place, event, refused }: Props) {
  const { pending, error, change } = useChange();
  if (refused) return <p className="text-ink-3 text-xs">{refusalWords(refused, event.verb)}</p>;
  const undo = () =>
    change(() =>
      api('POST /groups/{group}/cards/{card}/history/{event}/undo', {
        params: { ...place, event: event.id },
      }),
    );
  return (
    <div className="grid justify-items-start gap-2">
      <Button
        look="outline"
        size="sm"
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
