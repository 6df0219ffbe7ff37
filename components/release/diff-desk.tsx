'use client';

import { useEffect, useState } from 'react';
import { ApiError, api } from '@/components/api-client';
import { Refusal } from '@/components/ui/refusal';
import type { Tag } from '@/lib/core/api/groups';
import type { ReleaseDiff } from '@/lib/core/api/releases';
import { DiffView } from './diff-view';

interface Props {
  /** Slug. */
  group: string;
  release: string;
  other: string;
  /** The vocabulary as it is now. */
  tags: readonly Tag[];
}

interface Compared {
  diff: ReleaseDiff | null;
  error: ApiError | null;
}

/** Compares two releases, which takes a while where they are large. */
export function DiffDesk({ group, release, other, tags }: Props) {
  const [{ diff, error }, setState] = useState<Compared>({ diff: null, error: null });
  useEffect(() => {
    const leaving = new AbortController();
    const call = { params: { group, release, other }, signal: leaving.signal };
    api('GET /groups/{group}/releases/{release}/diff/{other}', call).then(
      (diff) => setState({ diff, error: null }),
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
        if (!leaving.signal.aborted) setState({ diff: null, error });
      },
    );
    return () => leaving.abort();
  }, [group, release, other]);
  return (
    <div className="grid gap-10" aria-busy={!diff && !error}>
      <Refusal error={error} />
      {diff ? <DiffView {...{ group, diff, tags }} /> : !error && <p role="status">Comparing…</p>}
    </div>
  );
}
