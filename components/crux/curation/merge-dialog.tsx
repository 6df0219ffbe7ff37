'use client';

import { type SubmitEvent, useEffect, useState } from 'react';
import { api } from '@/components/api-client';
import { CardSearch } from '@/components/crux/card-search';
import { DialogFrame } from '@/components/ui/dialog-frame';
import { TextArea } from '@/components/ui/field';
import { FormActions } from '@/components/ui/form-actions';
import { useChange } from '@/components/use-change';
import type { CardReference } from '@/lib/core/api/card-schemas';
import { mergesInto } from '@/lib/core/crux/merge-plan';
import { MergeEffects } from './merge-effects';
import { MergeSense } from './merge-sense';

interface Props {
  /** Slug. */
  group: string;
  card: CardReference;
  /** The other card, where it was chosen by a drag. */
  other?: CardReference;
  onClose: () => void;
  onMerged: (merged: { from: CardReference; into: CardReference }) => void;
}

/** Makes one card of two: which other, which words stay, whether they say the same, and what will move. */
export function MergeDialog({ group, card, other, onClose, onMerged }: Props) {
  const [chosen, setChosen] = useState<CardReference | null>(other ?? null);
  const [stays, setStays] = useState<'other' | 'this'>('other');
  const [negated, setNegated] = useState(false);
  const near = useNear(group, card);
  const { pending, error, change } = useChange();
  const pair = chosen && (stays === 'other' ? { from: card, into: chosen } : { from: chosen, into: card });

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!pair) return;
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '');
    const done = await change(() =>
      api('POST /groups/{group}/cards/{card}/merge', {
        params: { group, card: pair.from.id },
        body: { into: pair.into.id, negated, reason },
      }),
    );
    if (done) onMerged(pair);
  }

  return (
    <DialogFrame title="Merge with another card" onClose={onClose}>
      <form onSubmit={submit} className="grid gap-5">
        <p className="wrap-anywhere font-read text-lg leading-snug" dir="auto">
          {card.statement}
        </p>
        {other ? null : (
          <CardSearch
            group={group}
            except={card.id}
            near={near}
            kind={card.kind}
            accepts={(one) => mergesInto(card, one) || mergesInto(one, card)}
            chosen={chosen?.id ?? null}
            onChoose={setChosen}
          />
        )}
        {chosen && (
          <MergeSense
            card={card}
            other={chosen}
            stays={stays}
            negated={negated}
            onStays={setStays}
            onNegated={setNegated}
          />
        )}
        {pair && <MergeEffects group={group} from={pair.from} into={pair.into} negated={negated} />}
        {pair && <TextArea name="reason" label="Reason (optional)" rows={2} maxLength={1000} />}
        <FormActions error={error} onCancel={onClose} disabled={pending || !pair}>
          Merge
        </FormActions>
      </form>
    </DialogFrame>
  );
}

/** Cards that say nearly the same, then others of its kind; without an answer one can still search. */
function useNear(group: string, { statement, kind }: CardReference): readonly CardReference[] {
  const [near, setNear] = useState<readonly CardReference[]>([]);
  useEffect(() => {
    const gone = new AbortController();
    const call = { params: { group }, signal: gone.signal };
    Promise.all([
      api('GET /groups/{group}/cards/similar', { ...call, query: { statement } }),
      api('GET /groups/{group}/cards', { ...call, query: { kind, limit: 20 } }),
    ]).then(
      ([similar, others]) => {
        const all = [...similar.items, ...others.items];
        setNear([...new Map(all.map((card) => [card.id, card])).values()]);
      },
      () => {},
    );
    return () => gone.abort();
  }, [group, statement, kind]);
  return near;
}
