'use client';

import { useState } from 'react';
import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Refusal } from '@/components/ui/refusal';
import { useDialog } from '@/components/ui/use-dialog';
import { useChange } from '@/components/use-change';
import type { AnnotationRound } from '@/lib/core/api/annotation-rounds';
import { EditRound } from './edit-round';

interface Props {
  /** Slugs. */
  place: { group: string; essay: string };
  viewer: string;
  round: AnnotationRound;
}

const at = '/groups/{group}/essays/{essay}/rounds/{round}' as const;

/** What moderators do with a round that is not revealed. */
export function AnnotationRoundSteps({ place, viewer, round }: Props) {
  const { dialog, ask } = useDialog();
  const { pending, error, change } = useChange();
  const [isReminded, setReminded] = useState(false);
  const params = { ...place, round: round.id };

  async function reveal() {
    const text =
      'Everything that was marked is shown to the group. It cannot be hidden again. The round says that you did.';
    if ((await ask({ title: 'Reveal the round now?', text, action: 'Reveal' })) === null) return;
    await change(() => api(`POST ${at}/reveal`, { params }));
  }

  async function cancel() {
    const text =
      'What was marked in it is shown like any other mark, and there is no agreement before and after.';
    const question = { title: 'Cancel the round?', text, action: 'Cancel the round', danger: true };
    if ((await ask(question)) === null) return;
    await change(() => api(`DELETE ${at}`, { params }));
  }

  async function remind() {
    const sent = await change(() => api(`POST ${at}/reminders`, { params }).then(() => true));
    if (sent) setReminded(true);
  }

  async function extend(form: HTMLFormElement) {
    const day = String(new FormData(form).get('reveals') ?? '');
    const body = { reveals: day ? `${day}T23:59:59Z` : null };
    await change(() => api(`PATCH ${at}`, { params, body }), form);
  }

  return (
    <div className="grid gap-4">
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void extend(event.currentTarget);
        }}
      >
        <TextField
          name="reveals"
          type="date"
          label="Revealed at the end of"
          defaultValue={round.reveals?.slice(0, 10) ?? ''}
        />
        <Button type="submit" look="outline" disabled={pending}>
          Change the date
        </Button>
      </form>
      <div className="flex flex-wrap gap-2">
        <EditRound place={place} viewer={viewer} round={round} />
        {round.state === 'alone' && (
          <>
            <Button look="outline" size="sm" disabled={pending || isReminded} onClick={remind}>
              {isReminded ? 'Reminded' : 'Remind those who are not done'}
            </Button>
            <Button look="outline" size="sm" disabled={pending} onClick={reveal}>
              Reveal now
            </Button>
          </>
        )}
        <Button look="quiet" size="sm" disabled={pending} onClick={cancel}>
          Cancel the round
        </Button>
      </div>
      {dialog}
      <Refusal error={error} />
    </div>
  );
}
