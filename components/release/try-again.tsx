'use client';

import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { useChange } from '@/components/use-change';
import type { ReleaseSummary } from '@/lib/core/api/releases';

/** A release that could not be frozen. */
export function TryAgain({
  group,
  release: { id, title, note },
}: {
  group: string;
  release: ReleaseSummary;
}) {
  const { error, pending, change } = useChange();
  return (
    <div className="flex flex-wrap items-center gap-3 text-sm">
      <span>It could not be frozen. Nothing was lost.</span>
      <Button
        look="outline"
        size="sm"
        disabled={pending}
        onClick={() =>
          change(() => api('POST /groups/{group}/releases', { params: { group }, body: { id, title, note } }))
        }
      >
        Try again
      </Button>
      <Refusal error={error} />
    </div>
  );
}
