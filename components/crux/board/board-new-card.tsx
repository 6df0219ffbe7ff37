'use client';

import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { newId } from '@/components/annotation/new-id';
import { api } from '@/components/api-client';
import { type NewCard, NewCardForm } from '@/components/crux/new-card/new-card-form';
import { SimilarCards } from '@/components/crux/new-card/similar-cards';
import { Button } from '@/components/ui/button';
import { DialogFrame } from '@/components/ui/dialog-frame';
import { Refusal } from '@/components/ui/refusal';
import { useChange } from '@/components/use-change';
import type { Tag } from '@/lib/core/api/groups';

interface Props {
  group: { slug: string; tags: readonly Tag[] };
  /** What the form begins with. */
  begin?: { statement: string; annotation: string };
  children?: ReactNode;
}

/** A button that opens the form for a new card; what was typed is still there when it was closed. */
export function BoardNewCard({ group: { slug, tags }, begin, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState<NewCard | null>(null);
  const { pending, error, change } = useChange();

  function open() {
    setTyped(typed ?? { id: newId(), kind: 'crux', statement: begin?.statement ?? '', details: '' });
    setOpen(true);
  }

  async function propose(card: NewCard) {
    const body = { ...card, ...(begin && { occurrence: { annotation: begin.annotation } }) };
    if (!(await change(() => api('POST /groups/{group}/cards', { params: { group: slug }, body })))) return;
    setOpen(false);
    setTyped(null);
  }

  return (
    <>
      <Button look={begin ? 'outline' : 'primary'} size={begin ? 'sm' : 'md'} onClick={open}>
        {children ?? (
          <>
            <Plus size={16} aria-hidden="true" /> New card
          </>
        )}
      </Button>
      {isOpen && typed && (
        <DialogFrame title="New card" onClose={() => setOpen(false)}>
          <NewCardForm
            card={typed}
            tags={tags}
            onType={setTyped}
            isBusy={pending}
            onSubmit={() => void propose(typed)}
            similar={
              <SimilarCards
                group={slug}
                tags={tags}
                statement={typed.statement}
                annotation={begin?.annotation}
              />
            }
          >
            <div className="basis-full empty:hidden">
              <Refusal error={error} />
            </div>
            <Button look="quiet" onClick={() => setOpen(false)}>
              Cancel
            </Button>
          </NewCardForm>
        </DialogFrame>
      )}
    </>
  );
}
