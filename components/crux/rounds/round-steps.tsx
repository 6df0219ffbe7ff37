'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { useDialog } from '@/components/ui/use-dialog';
import { useChange } from '@/components/use-change';
import type { Round } from '@/lib/core/api/rounds';

/** What moderators do with a round. */
export function RoundSteps({ group, round }: { group: string; round: Round }) {
  const router = useRouter();
  const { dialog, ask } = useDialog();
  const { pending, error, change } = useChange();
  const params = { group, id: round.id };

  async function close() {
    const text = 'Everybody’s answers are shown then. It cannot be opened again.';
    if ((await ask({ title: 'Close the round now?', text, action: 'Close' })) === null) return;
    // The server takes its own clock for a time that has passed; this one may be ahead.
    const body = { closes: round.opened };
    await change(() => api('PATCH /groups/{group}/rounds/{id}', { params, body }));
  }

  async function remove() {
    const text = 'The answers stay on their cards. Those that only this round has revealed are hidden again.';
    const question = { title: 'Delete the round?', text, action: 'Delete', danger: true };
    if ((await ask(question)) === null) return;
    const done = await change(() => api('DELETE /groups/{group}/rounds/{id}', { params }).then(() => true));
    if (done) router.push(`/g/${group}/cards/rounds` as Route);
  }

  return (
    <div className="flex flex-wrap gap-2">
      {!round.isClosed && (
        <Button look="outline" size="sm" disabled={pending} onClick={close}>
          Close now
        </Button>
      )}
      <Button look="quiet" size="sm" disabled={pending} onClick={remove}>
        Delete
      </Button>
      {dialog}
      <div className="basis-full empty:hidden">
        <Refusal error={error} />
      </div>
    </div>
  );
}
