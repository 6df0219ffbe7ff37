'use client';

import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { KindFields } from '@/components/crux/kind-fields';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/field';
import type { CardKind } from '@/lib/core/api/card-schemas';
import type { Tag } from '@/lib/core/api/groups';
import { longestStatement } from '@/lib/core/crux/statement-from';

/** A card that is being written. Its id is there from the start, so that sending it again makes no second one. */
export interface NewCard {
  id: string;
  kind: CardKind;
  statement: string;
  details: string;
}

interface Props {
  card: NewCard;
  tags: readonly Tag[];
  onType: (card: NewCard) => void;
  isBusy: boolean;
  onSubmit: () => void;
  /** Between the statement and the rest. */
  similar?: ReactNode;
  /** Why it was refused, and what else can be done. */
  children?: ReactNode;
}

/** What a new card says. */
export function NewCardForm({ card, tags, onType, isBusy, onSubmit, similar, children }: Props) {
  const { statement, details } = card;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy && statement.trim()) onSubmit();
  };
  return (
    <form onSubmit={submit} className="mb-0 grid gap-4">
      <KindFields tags={tags} chosen={card.kind} onChoose={(kind) => onType({ ...card, kind })} />
      <TextArea
        label="Statement"
        ref={beginHere}
        hint={
          <span className="flex justify-between gap-4 tabular-nums">
            <span>One sentence that is true or false.</span>
            <span>
              {statement.length} / {longestStatement}
            </span>
          </span>
        }
        required
        rows={3}
        maxLength={longestStatement}
        dir="auto"
        value={statement}
        onChange={({ target }) => onType({ ...card, statement: target.value.replace(/\s*\n\s*/g, ' ') })}
        onKeyDown={sendByEnter}
      />
      {similar}
      <TextArea
        label="Why it matters (optional)"
        hint="Markdown."
        rows={2}
        maxLength={5000}
        dir="auto"
        value={details}
        onChange={({ target }) => onType({ ...card, details: target.value })}
      />
      <div className="flex flex-wrap items-center justify-end gap-2">
        {children}
        <Button type="submit" disabled={isBusy || !statement.trim()}>
          Propose
        </Button>
      </div>
    </form>
  );
}

/** A native dialog looks for the attribute, which React would not write. */
const beginHere = (field: HTMLTextAreaElement | null) => field?.setAttribute('autofocus', '');

/** A statement has one line, so Enter is free to send it. */
function sendByEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
