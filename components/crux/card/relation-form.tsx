'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { newId } from '@/components/annotation/new-id';
import { api } from '@/components/api-client';
import type { CardPlace } from '@/components/crux/card-place';
import { CardSearch } from '@/components/crux/card-search';
import { Button } from '@/components/ui/button';
import { SelectField, TextArea } from '@/components/ui/field';
import { Refusal } from '@/components/ui/refusal';
import { useChange } from '@/components/use-change';
import type { Relation } from '@/lib/core/api/card-schemas';
import { relationTypes, relationWords } from '@/lib/core/crux/relation-words';

interface Way {
  label: string;
  /** The card that the arrow leaves, and where it leads, when `other` was chosen. */
  arrow: (other: string) => { from: string; body: Arrow };
}

type Arrow = { type: (typeof relationTypes)[number]; to: string } | { type: 'undercuts'; toRelation: string };

const between = (card: string): Way[] =>
  relationTypes.flatMap((type) => [
    { label: relationWords[type].out, arrow: (other) => ({ from: card, body: { type, to: other } }) },
    { label: relationWords[type].in, arrow: (other) => ({ from: other, body: { type, to: card } }) },
  ]);

/** One for each relation of the card: another card may undercut it. */
const undercutting = (card: string, relations: readonly Relation[]): Way[] =>
  relations.flatMap(({ id, type, from, to }) => {
    if (type === 'undercuts' || to === null) return [];
    const [way, end] = from.id === card ? (['out', to] as const) : (['in', from] as const);
    const label = `${relationWords[type][way]} “${end.statement}”`;
    return [{ label, arrow: (other) => ({ from: other, body: { type: 'undercuts', toRelation: id } }) }];
  });

/** Draws an arrow from the card, or to it. */
export function RelationForm({
  place,
  card,
}: {
  place: CardPlace;
  card: { id: string; relations: Relation[] };
}) {
  const plain = between(card.id);
  const undercuts = undercutting(card.id, card.relations);
  const { pending, error, change } = useChange();
  const [other, setOther] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const [told, setTold] = useState('');

  async function relate(form: HTMLFormElement) {
    const values = new FormData(form);
    const way = [...plain, ...undercuts][Number(values.get('way'))];
    if (!way || other === null) return;
    const { from, body: arrow } = way.arrow(other);
    const body = { id: newId(), ...arrow, rationale: String(values.get('rationale')) };
    const params = { group: place.group, card: from };
    const made = await change(() => api('POST /groups/{group}/cards/{card}/relations', { params, body }));
    if (!made) return;
    setOther(null);
    setRound(round + 1);
    setTold(made.state === 'proposed' ? 'Proposed. A moderator will look at it.' : 'Added.');
  }

  return (
    <details className="rounded-lg border border-rule">
      <summary className="flex min-h-11 items-center gap-2 px-4 font-medium text-sm">
        <Plus size={16} aria-hidden="true" /> Relate it to another card
      </summary>
      <form
        key={round}
        className="grid gap-4 border-rule border-t p-4"
        onSubmit={(event) => {
          event.preventDefault();
          void relate(event.currentTarget);
        }}
      >
        <SelectField label="This card…" name="way">
          {plain.map(({ label }, index) => (
            <option key={label} value={index}>
              {label}
            </option>
          ))}
          {undercuts.length > 0 && (
            <optgroup label="Another card undercuts that it…">
              {undercuts.map(({ label }, index) => (
                <option key={label} value={plain.length + index}>
                  {label}
                </option>
              ))}
            </optgroup>
          )}
        </SelectField>
        <CardSearch
          group={place.group}
          except={card.id}
          chosen={other}
          onChoose={(card) => setOther(card?.id ?? null)}
        />
        <TextArea label="Why? (optional)" name="rationale" rows={2} maxLength={1000} />
        <Refusal error={error} />
        <p role="status" className="text-ink-2 text-sm empty:hidden">
          {told}
        </p>
        <div>
          <Button type="submit" disabled={pending || other === null}>
            Add relation
          </Button>
        </div>
      </form>
    </details>
  );
}
