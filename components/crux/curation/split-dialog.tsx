'use client';

import { type SubmitEvent, useState } from 'react';
import { newId } from '@/components/annotation/new-id';
import { api } from '@/components/api-client';
import type { CardPlace } from '@/components/crux/card-place';
import { KindFields } from '@/components/crux/kind-fields';
import { DialogFrame } from '@/components/ui/dialog-frame';
import { TextArea } from '@/components/ui/field';
import { FormActions } from '@/components/ui/form-actions';
import { useChange } from '@/components/use-change';
import type { CardKind, Occurrence } from '@/lib/core/api/card-schemas';
import type { CardDetail } from '@/lib/core/api/cards';
import type { Tag } from '@/lib/core/api/groups';

/** A card that was split off. */
export interface SplitOff {
  number: number;
}

interface Props {
  place: CardPlace;
  card: CardDetail;
  tags: readonly Tag[];
  onClose: () => void;
  onSplit: (made: SplitOff) => void;
}

/** Makes a second card of one that says two things: the new statement, and which passages go along. */
export function SplitDialog({ place, card, tags, onClose, onSplit }: Props) {
  const [id] = useState(() => newId());
  const { pending, error, change } = useChange();

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const made = await change(() =>
      api('POST /groups/{group}/cards/{card}/split', {
        params: { ...place },
        body: {
          id,
          kind: values.get('kind') as CardKind,
          statement: String(values.get('statement')),
          occurrences: values.getAll('passage').map(String),
          reason: String(values.get('reason')),
        },
      }),
    );
    if (made) onSplit(made);
  }

  return (
    <DialogFrame title="Split this card" onClose={onClose}>
      <form onSubmit={submit} className="grid gap-5">
        <p className="wrap-anywhere font-read text-lg leading-snug" dir="auto">
          {card.statement}
        </p>
        <TextArea
          name="statement"
          label="What the new card says"
          hint="One sentence that is true or false. This card keeps its own words; reword it afterwards if need be."
          required
          rows={2}
          maxLength={280}
          dir="auto"
          defaultValue={card.statement}
        />
        <KindFields tags={tags} chosen={card.kind} />
        <Passages passages={card.occurrences} />
        <p className="text-ink-2 text-sm">
          {card.positions === 0
            ? 'Nobody has answered this card yet.'
            : 'Answers and relations stay with this card: nobody was asked the new question.'}
        </p>
        <TextArea name="reason" label="Reason (optional)" rows={2} maxLength={1000} />
        <FormActions error={error} onCancel={onClose} disabled={pending}>
          Split
        </FormActions>
      </form>
    </DialogFrame>
  );
}

function Passages({ passages }: { passages: readonly Occurrence[] }) {
  if (passages.length === 0)
    return <p className="text-ink-2 text-sm">The card has no passages that could go along.</p>;
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-medium text-sm">Which passages go to the new card?</legend>
      <div className="grid max-h-72 auto-rows-max gap-1 overflow-y-auto">
        {passages.map(({ id, exact, essay, role }) => (
          <label
            key={id}
            className="flex min-h-10 items-start gap-3 rounded-md border border-rule px-3 py-2 text-sm has-checked:border-accent has-checked:bg-accent-soft pointer-coarse:min-h-11"
          >
            <input type="checkbox" name="passage" value={id} className="mt-1" />
            <span className="min-w-0">
              <span className="wrap-anywhere line-clamp-3" dir="auto">
                {exact}
              </span>
              <span className="text-ink-3 text-xs">
                {role} it · <bdi>{essay.title}</bdi>
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Takes a split back: the card that was made is archived, and its passages come back. */
export async function undoSplit(place: CardPlace, { number }: SplitOff) {
  const params = { ...place };
  const { items } = await api('GET /groups/{group}/cards/{card}/history', { params });
  const event = items.find(
    ({ verb, after }) => verb === 'split' && (after as { card?: number } | null)?.card === number,
  );
  return api('POST /groups/{group}/cards/{card}/history/{event}/undo', {
    params: { ...params, event: event?.id ?? '' },
  });
}
