'use client';

import type { SubmitEvent } from 'react';
import { api } from '@/components/api-client';
import { DialogFrame } from '@/components/ui/dialog-frame';
import { TextField } from '@/components/ui/field';
import { FormActions } from '@/components/ui/form-actions';
import { useChange } from '@/components/use-change';
import type { ListedEssay } from '@/lib/core/api/essays';
import { authorsIn, SourceFields } from './description-fields';

interface Props {
  group: string;
  essay: ListedEssay;
  onClose: () => void;
}

/** Corrects what is said of an essay. What was typed stays when the server refuses it. */
export function DetailsDialog({ group, essay, onClose }: Props) {
  const { error, fields, pending, change } = useChange();

  async function save(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const body = changesIn(form, essay);
    const params = { group, essay: essay.id };
    const { version } = essay;
    const saved = await change(
      () => api('PATCH /groups/{group}/essays/{essay}', { params, body, version }),
      form,
    );
    if (saved) onClose();
  }

  return (
    <DialogFrame title="Details of the essay" onClose={onClose}>
      <form onSubmit={save} className="grid gap-4">
        <TextField
          label="Title"
          name="title"
          required
          maxLength={300}
          dir="auto"
          defaultValue={essay.title}
          error={fields.title}
        />
        <SourceFields errors={fields} languageHint="A code such as en, de, ar, zh-Hant." essay={essay} />
        <FormActions error={error} onCancel={onClose} disabled={pending}>
          Save
        </FormActions>
      </form>
    </DialogFrame>
  );
}

/** The authors only if they differ: a name with a comma in it stays one while nobody edits them. */
function changesIn(form: HTMLFormElement, essay: ListedEssay) {
  const values = new FormData(form);
  const field = (name: string) => String(values.get(name) ?? '').trim();
  const authors = field('authors');
  return {
    title: field('title'),
    sourceUrl: field('sourceUrl') || null,
    licence: field('licence') || null,
    language: field('language'),
    ...(authors !== essay.authors.join(', ') && { authors: authorsIn(authors) }),
  };
}
