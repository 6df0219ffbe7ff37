'use client';

import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Refusal } from '@/components/ui/refusal';
import { useRequest } from '@/components/use-request';

/** The last step of confirming an address: a press, since programs that read mail follow its links too. */
export function ConfirmAddress({ token, address }: { token: string; address: string }) {
  const { run, error, done, pending } = useRequest();
  if (done)
    return (
      <Notice look="good">
        Confirmed. What waits in your inbox is mailed to <bdi>{address}</bdi> as you chose under{' '}
        <a href="/settings#mail">Your account</a>.
      </Notice>
    );
  return (
    <div className="grid gap-5">
      <p className="wrap-anywhere text-ink-2">
        Is <bdi className="text-ink">{address}</bdi> yours? Then your inbox can be mailed there.
      </p>
      <Button
        disabled={pending}
        onClick={() => void run(() => api('PUT /me/mail/confirmation', { body: { token } }))}
      >
        Confirm this address
      </Button>
      <Refusal error={error} />
    </div>
  );
}
