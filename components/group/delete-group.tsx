'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { useRequest } from '@/components/use-request';
import type { Group } from '@/lib/core/api/groups';

/** Deleting for everybody asks for the name: it cannot be undone. */
export function DeleteGroup({ group }: { group: Group }) {
  const router = useRouter();
  const { busy, error, run } = useRequest();
  const [typed, setTyped] = useState('');

  async function submit(event: FormEvent) {
    event.preventDefault();
    const done = await run(() =>
      api('DELETE /groups/{group}', { params: { group: group.id }, body: { name: typed } }).then(() => true),
    );
    if (done) router.push('/');
  }

  return (
    <section aria-labelledby="delete-group" className="grid gap-4 rounded-lg border border-danger/40 p-5">
      <h2 id="delete-group" className="text-xl">
        Delete this group
      </h2>
      <p className="text-ink-2 text-sm">
        Its reading list, annotations and threads are deleted for everyone. This cannot be undone.
      </p>
      {error && <Notice look="danger">{error.message}</Notice>}
      <form onSubmit={submit} className="grid items-end gap-3 sm:grid-cols-[1fr_auto]">
        <TextField
          label={`Type “${group.name}” to confirm`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          autoComplete="off"
        />
        <Button type="submit" look="danger" disabled={busy || typed !== group.name}>
          Delete group
        </Button>
      </form>
    </section>
  );
}
