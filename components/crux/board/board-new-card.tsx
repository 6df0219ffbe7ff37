'use client';

import { Plus } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type ReactNode, useId, useRef, useState } from 'react';
import { newId } from '@/components/annotation/new-id';
import { api } from '@/components/api-client';
import { statusNames } from '@/components/crux/status-names';
import { Button } from '@/components/ui/button';
import { SelectField, TextArea } from '@/components/ui/field';
import { Refusal } from '@/components/ui/refusal';
import { useForm } from '@/components/use-request';
import type { CardKind } from '@/lib/core/api/card-schemas';
import type { SimilarCard } from '@/lib/core/api/cards';
import { useSimilarCards } from './use-similar-cards';

const kinds: [CardKind, string][] = [
  ['crux', 'Crux: would change your conclusion if you changed your mind on it'],
  ['claim', 'Claim: true or false of the world'],
  ['failure-mode', 'Failure mode: a way in which things go wrong'],
];

/** UTF-16 code units. */
const longest = 280;

interface Props {
  group: string;
  /** What the form begins with. */
  begin?: { statement: string; annotation: string };
  children?: ReactNode;
}

/** A button that opens the form for a new card; what was typed is still there when it was closed. */
export function BoardNewCard({ group, begin, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        look={begin ? 'outline' : 'primary'}
        {...(begin && { size: 'sm' as const })}
        onClick={() => {
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        {children ?? (
          <>
            <Plus size={16} aria-hidden="true" /> New card
          </>
        )}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={title}
        className="m-auto max-h-[calc(100dvh-2rem)] w-[min(38rem,calc(100vw-2rem))] overflow-y-auto rounded-lg border border-rule bg-raised p-6 text-ink shadow-raised backdrop:bg-black/40"
      >
        {isOpen && (
          <NewCardForm
            group={group}
            title={title}
            {...(begin && { begin })}
            onClose={() => dialog.current?.close()}
            onMade={() => {
              dialog.current?.close();
              setOpen(false);
            }}
          />
        )}
      </dialog>
    </>
  );
}

interface FormProps extends Pick<Props, 'group' | 'begin'> {
  title: string;
  onClose: () => void;
  onMade: () => void;
}

function NewCardForm({ group, title, begin, onClose, onMade }: FormProps) {
  const router = useRouter();
  const [id] = useState(() => newId());
  const [statement, setStatement] = useState(begin?.statement ?? '');
  const similar = useSimilarCards(group, statement, begin?.annotation);
  const { pending, error, fields, onSubmit } = useForm(async (value) => {
    await api('POST /groups/{group}/cards', {
      params: { group },
      body: {
        id,
        kind: value('kind') as CardKind,
        statement: value('statement'),
        details: value('details'),
        ...(begin && { occurrence: { annotation: begin.annotation } }),
      },
    });
    onMade();
    router.refresh();
  });
  return (
    <form onSubmit={onSubmit} className="grid gap-4">
      <h2 id={title} className="text-xl">
        New card
      </h2>
      <Refusal error={error} />
      <TextArea
        name="statement"
        label="Statement"
        required
        autoFocus
        rows={3}
        maxLength={longest}
        value={statement}
        onChange={(event) => setStatement(event.target.value)}
        hint={`One sentence that is true or false. ${longest - statement.length} characters left.`}
        error={fields.statement}
      />
      <Similar group={group} cards={similar} />
      <SelectField name="kind" label="Kind" error={fields.kind}>
        {kinds.map(([kind, words]) => (
          <option key={kind} value={kind}>
            {words}
          </option>
        ))}
      </SelectField>
      <TextArea
        name="details"
        label="Why it matters"
        rows={3}
        maxLength={5000}
        hint="May stay empty. Markdown."
        error={fields.details}
      />
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" disabled={pending}>
          Propose
        </Button>
      </div>
    </form>
  );
}

/** What the group has already, before it is said twice. */
function Similar({ group, cards }: { group: string; cards: readonly SimilarCard[] }) {
  return (
    <div role="status" className={cards.length > 0 ? 'rounded-md border border-rule bg-surface p-3' : ''}>
      {cards.length > 0 && (
        <>
          <p className="font-medium text-sm">Is it one of these?</p>
          <ul className="mt-1 grid">
            {cards.slice(0, 5).map(({ id, number, statement, status }) => (
              <li key={id}>
                <Link
                  href={`/g/${group}/cards/${number}` as Route}
                  prefetch={false}
                  className="flex min-h-9 flex-wrap items-center gap-x-2 py-1 text-sm underline pointer-coarse:min-h-11"
                >
                  <span dir="auto">{statement}</span>
                  <span className="text-ink-3 text-xs no-underline">
                    #{number}, {statusNames[status].toLowerCase()}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
