'use client';

import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { useForm } from '@/components/use-request';

export function AcceptInvitation({ token, name }: { token: string; name: string }) {
  const { pending, error, onSubmit } = useForm(async () => {
    const { slug } = await api('POST /invitations/{token}/acceptance', { params: { token } });
    window.location.replace(`/g/${slug}`);
  });
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-3">
      <Refusal error={error} />
      <Button type="submit" disabled={pending}>
        {pending ? 'Joining…' : 'Join the group'}
      </Button>
      <p className="text-ink-2 text-sm">You are signed in as {name}.</p>
    </form>
  );
}
