import { useState } from 'react';
import { useDesk, useDeskState } from '@/components/annotation/desk';
import { Button } from '@/components/ui/button';
import type { CardReference, OccurrenceRole } from '@/lib/core/api/card-schemas';
import { link } from './make-card';

const roles: readonly OccurrenceRole[] = ['states', 'supports', 'opposes', 'mentions'];

interface Props {
  note: string;
  card: Pick<CardReference, 'id' | 'number'>;
  /** Id of the card's words. */
  named: string;
}

/** Says how the passage bears on a card that is there, which is the easy way. */
export function LinkToCard({ note, card, named }: Props) {
  const desk = useDesk();
  const linked = useDeskState((state) => state.cards?.met.get(note));
  const [role, setRole] = useState<OccurrenceRole>('states');
  const has = linked?.filter((one) => one.card.number === card.number).map((one) => one.role) ?? [];
  if (has.length > 0)
    return <small className="text-ink-3 text-xs">This passage {has.join(' and ')} it.</small>;
  return (
    <>
      <label className="flex items-center gap-1.5 text-ink-2 text-xs">
        <span aria-hidden="true" className="max-sm:hidden">
          This passage
        </span>
        <select
          aria-label="This passage"
          value={role}
          onChange={({ target }) => setRole(target.value as OccurrenceRole)}
          className="min-h-8 rounded-md border border-rule-strong bg-raised px-1.5 text-ink pointer-coarse:min-h-11"
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
        aria-describedby={named}
        onClick={() => link(desk, note, { card: card.id, number: card.number, role })}
      >
        Link to this
      </Button>
    </>
  );
}
