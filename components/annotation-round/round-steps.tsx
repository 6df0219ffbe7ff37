'use client';

import { useState } from 'react';
import { ApiError, api } from '@/components/api-client';
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

/** `useChange` for a step, with its questions. A round that is over meanwhile has no steps on its page, so that is said before. */
function useStep() {
  const { dialog, ask } = useDialog();
  const { pending, error, change } = useChange();
  const step = <T,>(send: () => Promise<T>, form?: HTMLFormElement) =>
    change(async () => {
      try {
        return await send();
      } catch (refusal) {
        if (!(refusal instanceof ApiError) || refusal.problem?.type !== 'urn:cruxbook:ended') throw refusal;
        await ask({ title: 'It is over already', text: refusal.message, action: 'Show it' });
      }
    }, form);
  return { dialog, ask, pending, error, step };
}

const at = '/groups/{group}/essays/{essay}/rounds/{round}' as const;

/** What moderators do with a round that is not revealed. */
export function AnnotationRoundSteps({ place, viewer, round }: Props) {
  const { dialog, ask, pending, error, step } = useStep();
  const [isReminded, setReminded] = useState(false);
  const params = { ...place, round: round.id };

  async function reveal() {
    const text =
      'Everything that was marked is shown to the group. It cannot be hidden again. The round says that you did.';
    if ((await ask({ title: 'Reveal the round now?', text, action: 'Reveal' })) === null) return;
    await step(() => api(`POST ${at}/reveal`, { params }));
  }

  async function cancel() {
    const text =
      'What was marked in it is shown like any other mark, and there is no agreement before and after.';
    const question = { title: 'Cancel the round?', text, action: 'Cancel the round', danger: true };
    if ((await ask(question)) === null) return;
    await step(() => api(`DELETE ${at}`, { params }));
  }

  async function remind() {
    const sent = await step(() => api(`POST ${at}/reminders`, { params }).then(() => true));
    if (sent) setReminded(true);
  }

  async function extend(form: HTMLFormElement) {
    const day = String(new FormData(form).get('reveals') ?? '');
    const body = { reveals: day ? `${day}T23:59:59Z` : null };
    await step(() => api(`PATCH ${at}`, { params, body }), form);
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
            {round.awaited > 0 && (
              <Button look="outline" size="sm" disabled={pending || isReminded} onClick={remind}>
                {isReminded ? 'Reminded' : 'Remind those who are not done'}
              </Button>
            )}
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
