'use client';

import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useForm } from './use-form';

export function AcceptInvitation({ token, name }: { token: string; name: string }) {
  const { pending, message, onSubmit } = useForm(async () => {
    const { slug } = await api('POST /invitations/{token}/acceptance', { params: { token } });
    window.location.replace(`/g/${slug}`);
  });
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-3">
      {message && <Notice look="danger">{message}</Notice>}
      <Button type="submit" disabled={pending}>
        {pending ? 'Joining…' : 'Join the group'}
      </Button>
      <p className="text-ink-2 text-sm">You are signed in as {name}.</p>
    </form>
  );
}
