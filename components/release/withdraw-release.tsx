'use client';

import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { useDialog } from '@/components/ui/use-dialog';
import { useChange } from '@/components/use-change';

/** Takes a release back for good. */
export function WithdrawRelease({ group, number }: { group: string; number: number }) {
  const { dialog, ask } = useDialog();
  const { error, pending, change } = useChange();
  async function withdraw() {
    const reason = await ask({
      title: `Withdraw release ${number}?`,
      text: 'What it holds is deleted, and nobody can take it any more. Its number, its title and your reason stay. This cannot be undone.',
      action: 'Withdraw',
      danger: true,
      input: { label: 'Why, for everybody to read', value: '', maxLength: 500 },
    });
    if (!reason?.trim()) return;
    const params = { group, release: String(number) };
    await change(() =>
      api('PUT /groups/{group}/releases/{release}/withdrawal', { params, body: { reason: reason.trim() } }),
    );
  }
  return (
    <div className="grid justify-items-start gap-3">
      <p className="max-w-prose text-ink-2 text-sm">
        A release is never edited. If something in it must go, hide it in the group: it is left out from then
        on. If all of it must go, withdraw the release.
      </p>
      <Button look="danger" disabled={pending} onClick={withdraw}>
        Withdraw this release
      </Button>
      <Refusal error={error} />
      {dialog}
    </div>
  );
}
