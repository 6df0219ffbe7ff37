'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useState } from 'react';
import { ApiError, api } from '@/components/api-client';
import type { CardPlace } from '@/components/crux/card-place';
import { SelectField, TextArea, TextField } from '@/components/ui/field';
import { FormActions } from '@/components/ui/form-actions';
import { Notice } from '@/components/ui/notice';
import { useRequest } from '@/components/use-request';
import { builtInTags } from '@/lib/core/annotation/vocabulary';
import type { Card, CardKind } from '@/lib/core/api/card-schemas';
import type { Tag } from '@/lib/core/api/groups';

interface Props {
  place: CardPlace;
  card: Card;
  tags: readonly Tag[];
  moderates: boolean;
  onType: () => void;
  onCancel: () => void;
  onSaved: () => void;
}

const currentOf = (error: unknown) =>
  error instanceof ApiError && error.status === 412
    ? (error.problem?.current as Card | undefined)
    : undefined;

/** What the form says, as the API takes it. */
function wordingIn(form: HTMLFormElement, moderates: boolean) {
  const values = new FormData(form);
  const text = (name: string) => String(values.get(name) ?? '');
  return {
    kind: text('kind') as CardKind,
    statement: text('statement'),
    details: text('details'),
    operationalization: text('operationalization'),
    resolvesBy: text('resolvesBy') || null,
    wordingOnly: values.has('wordingOnly'),
    reason: text('reason'),
    ...(moderates && { root: values.has('root') }),
  };
}

/** The words of a card. When others changed them meanwhile, theirs are shown, and what was typed stays. */
export function RewordForm({ place, card, tags, moderates, onType, onCancel, onSaved }: Props) {
  const router = useRouter();
  const { pending, error, fields, run } = useRequest();
  const [theirs, setTheirs] = useState<Card | null>(null);
  const { version } = theirs ?? card;

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const body = wordingIn(form, moderates);
    const save = () =>
      api('PATCH /groups/{group}/cards/{card}', { params: { ...place }, body, version }).catch((refusal) => {
        setTheirs(currentOf(refusal) ?? theirs);
        throw refusal;
      });
    if (!(await run(save, form))) return;
    onSaved();
    router.refresh();
  }

  return (
    <form onSubmit={submit} onInput={onType} className="grid gap-4">
      <WordFields card={card} tags={tags} fields={fields} />
      <Choice
        name="wordingOnly"
        label="Wording only"
        hint="The meaning stays the same, so nobody has to answer again."
      />
      {moderates && (
        <Choice
          name="root"
          label="A root question of the group"
          hint="Importance flows from root questions to their cruxes."
          checked={card.root}
        />
      )}
      <TextField label="Reason (optional)" name="reason" maxLength={1000} hint="Stands in the timeline." />
      {theirs && <Theirs card={theirs} />}
      <FormActions
        error={theirs && error?.status === 412 ? null : error}
        onCancel={onCancel}
        disabled={pending}
      >
        {theirs ? 'Save mine over theirs' : 'Save words'}
      </FormActions>
    </form>
  );
}

function Theirs({ card }: { card: Card }) {
  return (
    <Notice look="danger">
      <p>Somebody changed the card meanwhile. What you typed is still here. It now says:</p>
      <p className="wrap-anywhere mt-2 font-read text-base" dir="auto">
        {card.statement}
      </p>
      {[card.details, card.operationalization].filter(Boolean).map((words) => (
        <p key={words} className="wrap-anywhere mt-2 whitespace-pre-line" dir="auto">
          {words}
        </p>
      ))}
    </Notice>
  );
}

interface WordFieldsProps {
  card: Card;
  tags: readonly Tag[];
  fields: Record<string, string>;
}

function WordFields({ card, tags, fields }: WordFieldsProps) {
  return (
    <>
      <TextArea
        label="Statement"
        name="statement"
        required
        rows={3}
        maxLength={280}
        dir="auto"
        defaultValue={card.statement}
        error={fields.statement}
        hint="One sentence that is true or false; for a failure mode, that something happens."
      />
      <SelectField label="Kind" name="kind" defaultValue={card.kind}>
        {builtInTags.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {tags.find((tag) => tag.slug === slug)?.name ?? name}
          </option>
        ))}
      </SelectField>
      <TextArea
        label="Why it matters"
        name="details"
        rows={4}
        maxLength={5000}
        dir="auto"
        defaultValue={card.details}
        hint="Markdown."
        error={fields.details}
      />
      <TextArea
        label="What would count as true"
        name="operationalization"
        rows={2}
        maxLength={2000}
        dir="auto"
        defaultValue={card.operationalization}
        error={fields.operationalization}
      />
      <TextField
        label="Should be known by"
        name="resolvesBy"
        type="date"
        defaultValue={card.resolvesBy ?? ''}
        hint="Leave it empty for no date."
      />
    </>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  hint: string;
  checked?: boolean;
}

function Choice({ name, label, hint, checked = false }: ChoiceProps) {
  return (
    <label className="flex min-h-9 items-start gap-2 text-sm pointer-coarse:min-h-11">
      <input type="checkbox" name={name} defaultChecked={checked} className="mt-1" />
      <span>
        <span className="font-medium">{label}</span> <span className="text-ink-3">{hint}</span>
      </span>
    </label>
  );
}
