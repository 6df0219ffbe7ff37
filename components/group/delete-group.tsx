'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Refusal } from '@/components/ui/refusal';
import { useForm } from '@/components/use-request';
import type { Group } from '@/lib/core/api/groups';

/** Deleting for everybody asks for the name: it cannot be undone. */
export function DeleteGroup({ group }: { group: Group }) {
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const { pending, error, onSubmit } = useForm(async () => {
    await api('DELETE /groups/{group}', { params: { group: group.id }, body: { name: typed } });
    router.push('/');
    router.refresh();
  });

  return (
    <div className="grid gap-4 rounded-lg border border-danger/40 p-5">
      <Refusal error={error} />
      <form onSubmit={onSubmit} className="grid items-end gap-3 sm:grid-cols-[1fr_auto]">
        <TextField
          label={`Type “${group.name}” to confirm`}
          dir="auto"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          autoComplete="off"
        />
        <Button type="submit" look="danger" disabled={pending || typed.trim() !== group.name}>
          Delete group
        </Button>
      </form>
    </div>
  );
}
