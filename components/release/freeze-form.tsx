'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { ApiError, api } from '@/components/api-client';
import { CorpusCounts } from '@/components/export/preview-parts';
import { TextArea, TextField } from '@/components/ui/field';
import { FormActions } from '@/components/ui/form-actions';
import { KeptNote } from '@/components/ui/kept-note';
import { Refusal } from '@/components/ui/refusal';
import { useKeptForm } from '@/components/use-kept-form';
import { useForm } from '@/components/use-request';
import type { Output } from '@/lib/core/api/contracts';

type Next = Output<'GET /groups/{group}/releases/next'>;

interface Props {
  /** Slug. */
  group: string;
  /** Whose words are kept until they are sent. */
  viewer: string;
  onClose: () => void;
}

/** What will be in a release that is made now, and under which name. */
export function FreezeForm({ group, viewer, onClose }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const kept = useKeptForm(form, `cruxbook.release.${viewer}.${group}`);
  const router = useRouter();
  // The same for every try, so that a lost answer makes no second one.
  const [id] = useState(() => v7());
  const { next, error } = useNext(group);
  const { fields, onSubmit, ...outcome } = useForm(async (value) => {
    const body = { id, title: value('title'), note: value('note') };
    await api('POST /groups/{group}/releases', { params: { group }, body });
    leave();
    router.refresh();
  });
  const leave = () => {
    kept.forget();
    onClose();
  };
  return (
    <form ref={form} onSubmit={onSubmit} className="grid gap-4">
      <KeptNote {...kept} />
      <div className="grid min-h-24 content-start gap-2 rounded-md bg-sunken p-4 text-sm" aria-live="polite">
        {next ? (
          <>
            <p className="font-medium">Release {next.number} will hold</p>
            <CorpusCounts counts={next.counts} />
            {next.hiddenPositions > 0 && <p className="text-ink-2">{frozenHidden(next.hiddenPositions)}</p>}
          </>
        ) : (
          !error && <p className="text-ink-2">Counting…</p>
        )}
        <Refusal error={error} />
      </div>
      <p className="text-ink-2 text-sm">
        What everybody in the group sees, with the guideline and the vocabulary. Nothing private, nothing held
        for review, nothing by people who asked to be left out. It stays as it is, except that whoever asks
        later is left out of it too.
      </p>
      <TextField
        label="Title"
        name="title"
        required
        maxLength={120}
        hint="What it is for, such as “For the paper”."
        error={fields.title}
        autoComplete="off"
        dir="auto"
      />
      <TextArea label="Note" name="note" rows={3} maxLength={4000} error={fields.note} dir="auto" />
      <FormActions error={outcome.error} onCancel={leave} disabled={outcome.pending}>
        {outcome.pending ? 'One moment…' : 'Freeze'}
      </FormActions>
    </form>
  );
}

const frozenHidden = (n: number) =>
  n === 1
    ? 'Of the answers, 1 is on a card that you have not answered. It is frozen too, and comes for those who have.'
    : `Of the answers, ${n.toLocaleString('en')} are on cards that you have not answered. They are frozen too, and come for those who have.`;

function useNext(group: string): { next: Next | null; error: ApiError | null } {
  const [state, setState] = useState<{ next: Next | null; error: ApiError | null }>({
    next: null,
    error: null,
  });
  useEffect(() => {
    const leaving = new AbortController();
    api('GET /groups/{group}/releases/next', { params: { group }, signal: leaving.signal }).then(
      (next) => setState({ next, error: null }),
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
        if (!leaving.signal.aborted) setState({ next: null, error });
      },
    );
    return () => leaving.abort();
  }, [group]);
  return state;
}
