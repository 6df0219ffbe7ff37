'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { type SubmitEvent, useRef, useState } from 'react';
import { newId } from '@/components/annotation/new-id';
import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { TextArea, TextField } from '@/components/ui/field';
import { KeptNote } from '@/components/ui/kept-note';
import { Refusal } from '@/components/ui/refusal';
import { useChange } from '@/components/use-change';
import { useKeptForm } from '@/components/use-kept-form';
import { ChooseAll } from './choose-all';

interface Named {
  id: string;
  name: string;
}

interface Props {
  /** Slugs. */
  place: { group: string; essay: string };
  /** Whose words are kept until they are sent. */
  viewer: string;
  /** Members who may annotate. */
  people: readonly Named[];
  /** Words in use, by slug. */
  tags: readonly Named[];
  /** Markdown of the group's own. */
  guideline: string;
}

/** Asks people to read an essay alone: who, for what, how, and until when. */
export function BeginRound({ place, viewer, people, tags, guideline }: Props) {
  const router = useRouter();
  const [id] = useState(() => newId());
  const form = useRef<HTMLFormElement>(null);
  const kept = useKeptForm(form, `cruxbook.round.${viewer}.${place.group}.${place.essay}`, { isNew: true });
  const { pending, error, fields, change } = useChange();

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const values = new FormData(form);
    const text = (name: string) => String(values.get(name) ?? '');
    const all = (name: string) => values.getAll(name).map(String);
    const body = {
      id,
      title: text('title'),
      guideline: text('guideline'),
      people: all('people'),
      // Every word of the vocabulary is no choice: then words of tomorrow may be used as well.
      tags: all('tags').length === tags.length ? [] : all('tags'),
      ...(text('opens') && { opens: `${text('opens')}T00:00:00Z` }),
      reveals: text('reveals') ? `${text('reveals')}T23:59:59Z` : null,
      revealWhenAllDone: values.has('revealWhenAllDone'),
    };
    const made = await change(
      () => api('POST /groups/{group}/essays/{essay}/rounds', { params: place, body }),
      form,
    );
    if (!made) return;
    kept.forget();
    router.push(`/g/${place.group}/${place.essay}/rounds/${made.id}` as Route);
  }

  return (
    <form ref={form} onSubmit={submit} className="grid gap-5 rounded-lg border border-rule bg-raised p-5">
      <KeptNote {...kept} />
      <TextField
        name="title"
        label="Title"
        required
        maxLength={120}
        defaultValue="Blind reading"
        error={fields.title}
      />
      <ChooseAll name="people" legend="Who reads" options={people} error={fields.people} />
      <ChooseAll name="tags" legend="What they look for" options={tags} isChosen error={fields.tags} />
      <Dates errors={fields} />
      <label className="flex min-h-10 items-center gap-3 text-sm pointer-coarse:min-h-11">
        <input type="checkbox" name="revealWhenAllDone" defaultChecked /> Reveal it as soon as all are done
      </label>
      <TextArea
        name="guideline"
        label="Guideline"
        rows={5}
        maxLength={20_000}
        defaultValue={guideline}
        hint="What counts as what. Markdown; at hand while they read."
        dir="auto"
        error={fields.guideline}
      />
      <Refusal error={error} />
      <div className="flex justify-end">
        <Button type="submit" disabled={pending}>
          Begin
        </Button>
      </div>
    </form>
  );
}

/** When it begins, and when it ends at the latest. */
function Dates({ errors }: { errors: Record<string, string> }) {
  return (
    <div className="grid items-start gap-5 sm:grid-cols-2">
      <TextField
        name="opens"
        type="date"
        label="Begins on"
        hint="Leave it empty to begin now. Days begin and end at midnight UTC."
        error={errors.opens}
      />
      <TextField
        name="reveals"
        type="date"
        label="Revealed at the end of"
        hint="Leave it empty for no date."
        error={errors.reveals}
      />
    </div>
  );
}
