'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useRef, useState } from 'react';
import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { DialogFrame } from '@/components/ui/dialog-frame';
import { TextArea, TextField } from '@/components/ui/field';
import { FormActions } from '@/components/ui/form-actions';
import { KeptNote } from '@/components/ui/kept-note';
import { useKeptForm } from '@/components/use-kept-form';
import { useRequest } from '@/components/use-request';
import type { AnnotationRound } from '@/lib/core/api/annotation-rounds';

interface Props {
  /** Slugs. */
  place: { group: string; essay: string };
  /** Whose words are kept until they are sent. */
  viewer: string;
  round: Pick<AnnotationRound, 'id' | 'title' | 'guideline' | 'state'>;
}

/** Where a moderator says otherwise what a round is called, and what counts as what in it. */
export function EditRound(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="outline" size="sm" onClick={() => setOpen(true)}>
        Change title or guideline
      </Button>
      {isOpen && <EditDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function EditDialog({ place, viewer, round, onClose }: Props & { onClose: () => void }) {
  const form = useRef<HTMLFormElement>(null);
  const kept = useKeptForm(form, `cruxbook.round.${viewer}.${round.id}`);
  const router = useRouter();
  /** Refused, it stays with what was typed; the page would not have it any more where the round is over. */
  const { pending, error, fields, run } = useRequest();

  function leave() {
    kept.forget();
    onClose();
  }

  async function save(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const values = new FormData(form);
    /** A field that says what it said when it came is not sent: it may be another's by now. */
    const changed = (name: 'title' | 'guideline') => {
      const value = String(values.get(name) ?? '');
      return value === round[name] ? undefined : value;
    };
    const body = { title: changed('title'), guideline: changed('guideline') };
    const params = { ...place, round: round.id };
    const saved = await run(
      () => api('PATCH /groups/{group}/essays/{essay}/rounds/{round}', { params, body }),
      form,
    );
    if (!saved) return;
    leave();
    router.refresh();
  }

  return (
    <DialogFrame title="Title and guideline" onClose={onClose}>
      <form ref={form} onSubmit={save} className="grid gap-4">
        <KeptNote {...kept} />
        <TextField
          name="title"
          label="Title"
          required
          maxLength={120}
          dir="auto"
          defaultValue={round.title}
          error={fields.title}
        />
        <TextArea
          name="guideline"
          label="Guideline"
          rows={10}
          maxLength={20_000}
          dir="auto"
          defaultValue={round.guideline}
          hint={
            round.state === 'alone'
              ? 'Markdown. Some may have read by the old one already: nobody is told that it changed.'
              : 'What counts as what. Markdown; at hand while they read.'
          }
          error={fields.guideline}
        />
        <FormActions error={error} onCancel={leave} disabled={pending}>
          Save
        </FormActions>
      </form>
    </DialogFrame>
  );
}
