'use client';

import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { useChange } from '@/components/use-change';
import type { ReleaseSummary } from '@/lib/core/api/releases';

interface Props {
  /** Slug. */
  group: string;
  release: ReleaseSummary;
  mayMake: boolean;
}

/** A release that could not be frozen. */
export function FreezeFailed({ group, release: { id, title, note }, mayMake }: Props) {
  const { error, pending, change } = useChange();
  const retry = () =>
    change(() => api('POST /groups/{group}/releases', { params: { group }, body: { id, title, note } }));
  return (
    <div className="flex flex-wrap items-center gap-3 text-sm">
      <span>It could not be frozen. Nothing was lost.</span>
      {mayMake && (
        <Button look="outline" size="sm" disabled={pending} onClick={retry}>
          Try again
        </Button>
      )}
      <Refusal error={error} />
    </div>
  );
}
