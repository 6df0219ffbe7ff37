import { When } from '@/components/crux/when';
import type { CardEvent } from '@/lib/core/api/card-schemas';
import type { CardDetail } from '@/lib/core/api/cards';
import { eventWords, rewording, subjectOf } from './event-words';

/** Every step of a card, newest first. */
export function Timeline({ events, card }: { events: readonly CardEvent[]; card: CardDetail }) {
  return (
    <section aria-labelledby="timeline" className="grid gap-4">
      <h2 id="timeline" className="text-xl">
        Timeline
      </h2>
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
          </li>
        ))}
      </ol>
    </section>
  );
}

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
