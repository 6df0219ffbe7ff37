'use client';

import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Refusal } from '@/components/ui/refusal';
import { useRequest } from '@/components/use-request';

/** Turns mail off for whoever the link was mailed to. */
export function StopMail({ token }: { token: string }) {
  const { run, error, done, pending } = useRequest();
  if (done)
    return (
      <Notice look="good">
        You get no more mail about your inbox. Links to sign in still come when you ask for them. You can
        change this under <a href="/settings#mail">Your account</a>.
      </Notice>
    );
  return (
    <div className="grid gap-5">
      <p className="text-ink-2">
        You will get no more mail about what happens in your groups. Your inbox on the site stays as it is.
      </p>
      <Button
        disabled={pending}
        onClick={() => void run(() => api('POST /unsubscribe/{token}', { params: { token } }))}
      >
        Stop these mails
      </Button>
      <Refusal error={error} />
    </div>
  );
}
