'use client';

import { api } from '@/components/api-client';
import { Refusal } from '@/components/ui/refusal';
import { useChange } from '@/components/use-change';

/** Takes an example away. */
export function DropExample({ group, id }: { group: string; id: string }) {
  const { change, error, pending } = useChange();
  return (
    <>
      <Refusal error={error} />
      <button
        type="button"
        disabled={pending}
        onClick={() => change(() => api('DELETE /groups/{group}/examples/{id}', { params: { group, id } }))}
        className="min-h-9 w-fit text-ink-2 text-sm underline pointer-coarse:min-h-11"
      >
        Remove this example
      </button>
    </>
  );
}
