import { useEffect, useId, useState } from 'react';
import { useDesk, useDeskState } from '@/components/annotation/desk';
import { api } from '@/components/api-client';
import { kindTag } from '@/components/crux/kind-tag';
import { Button } from '@/components/ui/button';
import type { OccurrenceRole } from '@/lib/core/api/card-schemas';
import type { SimilarCard } from '@/lib/core/api/cards';
import { link } from './make-card';

/** A pause in typing after which the group's cards are looked through, in milliseconds. */
const PAUSE = 250;

interface Props {
  note: string;
  statement: string;
}

/** Cards that may say the same already: to link to one of them is the easy way. */
export function SimilarCards({ note, statement }: Props) {
  const found = useSimilar(note, statement);
  const count = found?.length ?? 0;
  return (
    <section className="similar">
      <p role="status">
        {found === null && 'Similar cards cannot be looked up now.'}
        {found === undefined && 'Looking for similar cards…'}
        {found && (count === 0 ? 'No card of the group says this yet.' : says(count))}
      </p>
      {found && count > 0 && (
        <ul>
          {found.map((card) => (
            <Similar key={card.id} note={note} card={card} />
          ))}
        </ul>
      )}
    </section>
  );
}

const says = (count: number) =>
  count === 1 ? 'One card may say it already:' : `${count} cards may say it already:`;

/** Undefined: not known yet; null: the server does not say. What was found before stays until the next answer. */
function useSimilar(annotation: string, statement: string): readonly SimilarCard[] | null | undefined {
  const group = useDesk().store.reading.group.slug;
  const [found, setFound] = useState<readonly SimilarCard[] | null>();
  useEffect(() => {
    const gone = new AbortController();
    const ask = async () => {
      const call = { params: { group }, query: { statement, annotation }, signal: gone.signal };
      const { items } = await api('GET /groups/{group}/cards/similar', call);
      if (!gone.signal.aborted) setFound(items);
    };
    const fail = () => {
      if (!gone.signal.aborted) setFound(null);
    };
    const timer = setTimeout(() => ask().catch(fail), PAUSE);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [group, annotation, statement]);
  return found;
}

const roles: readonly OccurrenceRole[] = ['states', 'supports', 'opposes', 'mentions'];

function Similar({ note, card }: { note: string; card: SimilarCard }) {
  const desk = useDesk();
  const id = useId();
  const linked = useDeskState((state) => state.cards?.met.get(note));
  const [role, setRole] = useState<OccurrenceRole>('states');
  const { group, tags } = desk.store.reading;
  const { name, glyph, slot } = kindTag(card.kind, tags);
  const has = linked?.filter((one) => one.card.number === card.number).map((one) => one.role) ?? [];
  return (
    <li>
      <p id={id} dir="auto">
        <i className={`k${slot}`} aria-hidden="true">
          {glyph}
        </i>
        <span className="sr-only">{name}: </span>
        <a href={`/g/${group.slug}/cards/${card.number}`} target="_blank" rel="noopener">
          {card.statement}
        </a>
      </p>
      <div>
        <small>{likeness(card)}</small>
        {has.length > 0 ? (
          <small>This passage {has.join(' and ')} it.</small>
        ) : (
          <>
            <label>
              <span aria-hidden="true">This passage</span>
              <select
                aria-label="This passage"
                value={role}
                onChange={({ target }) => setRole(target.value as OccurrenceRole)}
              >
                {roles.map((one) => (
                  <option key={one} value={one}>
                    {one} it
                  </option>
                ))}
              </select>
            </label>
            <Button
              look="outline"
              size="sm"
              aria-describedby={id}
              onClick={() => link(desk, note, { card: card.id, number: card.number, role })}
            >
              Link to this
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

function likeness({ similarity, sharedPassages, status }: SimilarCard): string {
  const parts = [
    `${Math.round(similarity * 100)} % alike`,
    sharedPassages > 0 &&
      (sharedPassages === 1 ? '1 note at this passage' : `${sharedPassages} notes at this passage`),
    status === 'rejected' && 'rejected',
    status.startsWith('resolved') && status.replace('-', ': '),
    status === 'dissolved' && 'dissolved',
  ];
  return parts.filter(Boolean).join(' · ');
}
