import type { CardPlace } from '@/components/crux/card-place';
import { lostWords } from '@/components/crux/curation/lost-words';
import { When } from '@/components/crux/when';
import type { CardEvent } from '@/lib/core/api/card-schemas';
import type { CardDetail } from '@/lib/core/api/cards';
import { refuseUndoOf } from '@/lib/core/crux/undo-kind';
import { eventWords, rewording, subjectOf } from './event-words';
import { LongList } from './long-list';
import { UndoStep } from './undo-step';
import { refusalWords } from './undo-words';

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
      <LongList
        shown={8}
        rest="earlier steps"
        className="grid grid-cols-[minmax(0,1fr)] gap-4 border-rule border-s ps-4"
      >
        {events.map((event) => {
          const refused = refuseUndoOf(event, card, events);
          const isUndone = event.undoneBy !== null;
          return (
            <li key={event.id} className="flex items-start justify-between gap-x-4">
              <div className={`grid min-w-0 gap-1 text-sm ${isUndone ? 'text-ink-3' : 'text-ink-2'}`}>
                <Step event={event} card={card} />
                {moderates && !isUndone && refused && (
                  <p className="text-ink-3 text-xs">{refusalWords(refused, event.verb)}</p>
                )}
              </div>
              {moderates && !isUndone && !refused && <UndoStep place={place} event={event} />}
            </li>
          );
        })}
      </LongList>
    </section>
  );
}

function Step({ event, card }: { event: CardEvent; card: CardDetail }) {
  return (
    <>
      <p className="wrap-anywhere">
        <bdi className="font-medium text-ink">{event.actor.name}</bdi> {eventWords(event)}
        {event.undoneBy && ' (taken back)'}
        {'\u00a0· '}
        <When at={event.at} />
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
    </>
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
