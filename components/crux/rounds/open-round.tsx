'use client';

import { Plus } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { type SubmitEvent, useState } from 'react';
import { newId } from '@/components/annotation/new-id';
import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { DialogFrame } from '@/components/ui/dialog-frame';
import { TextField } from '@/components/ui/field';
import { FormActions } from '@/components/ui/form-actions';
import { useChange } from '@/components/use-change';
import type { CardReference } from '@/lib/core/api/card-schemas';
import { RoundCards } from './round-cards';

interface Props {
  /** Slug. */
  group: string;
  /** Those that take answers, the most worth asking first. */
  cards: readonly CardReference[];
  /** Cards of the group that were not looked through for these. */
  unseen: number;
  /** A day about a week from now, YYYY-MM-DD. */
  closes: string;
}

/** Asks the group for answers: which cards, and until when. */
export function OpenRound(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Plus size={16} aria-hidden="true" /> Open a round
      </Button>
      {isOpen && <RoundDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function RoundDialog({ group, cards, unseen, closes, onClose }: Props & { onClose: () => void }) {
  const router = useRouter();
  const [id] = useState(() => newId());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { pending, error, fields, change } = useChange();

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const value = (name: string) => String(new FormData(form).get(name) ?? '');
    const body = {
      id,
      title: value('title'),
      closes: `${value('closes')}T23:59:59Z`,
      cards: cards.map((card) => card.id).filter((card) => chosen.has(card)),
    };
    const made = await change(() => api('POST /groups/{group}/rounds', { params: { group }, body }), form);
    if (!made) return;
    onClose();
    router.push(`/g/${group}/cards/rounds/${made.id}` as Route);
  }

  return (
    <DialogFrame title="Open a round" onClose={onClose}>
      <form onSubmit={submit} className="grid gap-5">
        <p className="text-ink-2 text-sm">
          Everybody is asked what they believe about some cards. Until the round closes, you see others’
          answers only after giving yours.
        </p>
        <TextField
          name="title"
          label="Title"
          required
          maxLength={120}
          placeholder="Before we meet"
          error={fields.title}
        />
        <TextField
          name="closes"
          type="date"
          label="Closes at the end of"
          required
          defaultValue={closes}
          hint="The day ends at midnight UTC."
          error={fields.closes}
        />
        <RoundCards cards={cards} chosen={chosen} onChoose={setChosen} />
        {unseen > 0 && (
          <p className="text-ink-2 text-sm">
            These come first in the ranking. {unseen} more cards of the group are not listed here.
          </p>
        )}
        <FormActions error={error} onCancel={onClose} disabled={pending || chosen.size === 0}>
          {chosen.size === 0 ? 'Open' : `Open with ${chosen.size} ${chosen.size === 1 ? 'card' : 'cards'}`}
        </FormActions>
      </form>
    </DialogFrame>
  );
}
