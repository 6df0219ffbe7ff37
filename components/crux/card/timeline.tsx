import type { CardPlace } from '@/components/crux/card-place';
import { lostWords } from '@/components/crux/curation/lost-words';
import { When } from '@/components/crux/when';
import type { CardEvent } from '@/lib/core/api/card-schemas';
import type { CardDetail } from '@/lib/core/api/cards';
import { refuseUndoOf } from '@/lib/core/crux/undo-kind';
import { eventWords, rewording, subjectOf } from './event-words';
import { UndoStep } from './undo-step';

interface Props {
  place: CardPlace;
  events: readonly CardEvent[];
  card: CardDetail;
  /** May take steps back. */
  moderates: boolean;
}

/** Every step of a card, newest first. */
export function Timeline({ place, events, card, moderates }: Props) {
  const [newest] = events;
  return (
    <section aria-labelledby="timeline" className="grid gap-4">
      <h2 id="timeline" className="text-xl">
        Timeline
      </h2>
      <p role="status" className="sr-only">
        {newest && `${newest.actor.name} ${eventWords(newest)}.`}
      </p>
      <ol className="grid gap-4 border-rule border-s ps-4">
        {events.map((event) => (
          <li key={event.id} className={`grid gap-1 text-sm ${event.undoneBy ? 'text-ink-3' : 'text-ink-2'}`}>
            <p className="wrap-anywhere">
              <bdi className="font-medium text-ink">{event.actor.name}</bdi> {eventWords(event)}
              {event.undoneBy && ' (taken back)'} · <When at={event.at} />
            </p>
            <Statements event={event} />
            <Subject words={subjectOf(event, card)} />
            {event.reason && (
              <p className="wrap-anywhere whitespace-pre-line" dir="auto">
                “{event.reason}”
              </p>
            )}
            {lostOf(event).map((words) => (
              <p key={words}>{words}</p>
            ))}
            {moderates && event.undoneBy === null && (
              <UndoStep place={place} event={event} refused={refuseUndoOf(event, card, events)} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What a step that took another back could not restore. */
const lostOf = ({ after }: CardEvent) => lostWords((after as { lost?: string[] } | null)?.lost ?? []);

function Statements({ event }: { event: CardEvent }) {
  const words = rewording(event);
  return (
    words && (
      <p className="wrap-anywhere font-read">
        <span className="sr-only">Before: </span>
        <del dir="auto">{words.was}</del>
        <br />
        <span className="sr-only">After: </span>
        <ins className="text-ink no-underline" dir="auto">
          {words.is}
        </ins>
      </p>
    )
  );
}

function Subject({ words }: { words: string | null }) {
  return (
    words && (
      <p className="wrap-anywhere line-clamp-2 font-read" dir="auto">
        {words}
      </p>
    )
  );
}
