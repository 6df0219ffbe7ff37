'use client';

import { type SubmitEvent, useRef, useState } from 'react';
import { newId } from '@/components/annotation/new-id';
import { api } from '@/components/api-client';
import type { CardPlace } from '@/components/crux/card-place';
import { Button } from '@/components/ui/button';
import { SelectField, TextArea } from '@/components/ui/field';
import { Refusal } from '@/components/ui/refusal';
import { useChange } from '@/components/use-change';
import { useKeptForm } from '@/components/use-kept-form';
import type { Occurrence, Position } from '@/lib/core/api/card-schemas';
import { type Answer, CredenceField } from './credence-field';

interface Props {
  place: CardPlace;
  /** Whose words are kept until they are sent. */
  viewer: string;
  question: string;
  /** The answer before, to change. */
  mine: Position | null;
  /** What may have moved them. */
  passages: readonly Occurrence[];
  onDone: () => void;
}

const shorten = (words: string) => (words.length > 60 ? `${words.slice(0, 57).trimEnd()}…` : words);

const noView = 'no view';

const readAnswer = (kept = ''): Answer =>
  kept === '' ? undefined : kept === noView ? null : Number.parseInt(kept, 10);

/** Says what somebody believes of a card, and what would move them. */
export function PositionForm({ place, viewer, question, mine, passages, onDone }: Props) {
  const { pending, error, change } = useChange();
  const [answer, setAnswer] = useState<Answer>(mine ? mine.credence : undefined);
  const form = useRef<HTMLFormElement>(null);
  const { forget } = useKeptForm(form, `cruxbook.answer.${viewer}.${place.group}.${place.card}`, {
    onRestore: ({ credence }) => setAnswer(readAnswer(credence)),
  });
  const moved = mine !== null && answer !== undefined && answer !== mine.credence;

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (answer === undefined) return;
    const values = new FormData(event.currentTarget);
    const text = (name: string) => String(values.get(name) ?? '');
    const cause = text('because');
    const body = {
      id: newId(),
      credence: answer,
      reason: text('reason'),
      wouldChangeMind: text('wouldChangeMind'),
      ...(cause && { because: { annotation: cause } }),
    };
    if (
      await change(() => api('POST /groups/{group}/cards/{card}/positions', { params: { ...place }, body }))
    )
      done();
  }

  function done() {
    forget();
    onDone();
  }

  return (
    <form ref={form} onSubmit={submit} className="grid gap-4">
      {/* For what is kept of the form. */}
      <input type="hidden" name="credence" value={answer === null ? noView : (answer ?? '')} />
      <CredenceField question={question} answer={answer} onAnswer={setAnswer} mayAbstain />
      {moved && passages.length > 0 && (
        <SelectField label="Because of… (optional)" name="because">
          <option value="">Nothing on this page</option>
          {passages.map(({ id, annotation, exact, author }) => (
            <option key={id} value={annotation}>
              “{shorten(exact)}” ({author.name})
            </option>
          ))}
        </SelectField>
      )}
      <TextArea
        label="Reason (optional)"
        name="reason"
        rows={2}
        maxLength={2000}
        dir="auto"
        defaultValue={mine?.reason ?? ''}
      />
      <TextArea
        label="What would change my mind (optional)"
        name="wouldChangeMind"
        rows={2}
        maxLength={2000}
        dir="auto"
        defaultValue={mine?.wouldChangeMind ?? ''}
      />
      <Refusal error={error} />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" disabled={pending || answer === undefined}>
          {mine ? 'Save answer' : 'Answer'}
        </Button>
        {mine && (
          <Button look="quiet" onClick={done}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}
