'use client';

import { api } from '@/components/api-client';
import type { CardPlace } from '@/components/crux/card-place';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { useDialog } from '@/components/ui/use-dialog';
import { useChange } from '@/components/use-change';

interface Props {
  place: CardPlace;
  what: 'occurrences' | 'relations';
  id: string;
  /** Its words, to tell one button from the next. */
  name: string;
}

const questions = {
  occurrences: {
    title: 'Remove this passage from the card?',
    text: 'The annotation itself stays where it is, with its thread.',
  },
  relations: { title: 'Remove this relation?', text: 'Both cards stay. What was said about it goes.' },
};

export function RemoveButton({ place, what, id, name }: Props) {
  const { pending, error, change } = useChange();
  const { dialog, ask } = useDialog();
  async function remove() {
    if ((await ask({ ...questions[what], action: 'Remove', danger: true })) === null) return;
    await change(() => api(`DELETE /groups/{group}/cards/{card}/${what}/{id}`, { params: { ...place, id } }));
  }
  return (
    <>
      <Button
        look="quiet"
        size="sm"
        className="-me-3 shrink-0"
        disabled={pending}
        onClick={remove}
        aria-label={`Remove: ${name}`}
      >
        Remove
      </Button>
      {dialog}
      <Refusal error={error} />
    </>
  );
}
