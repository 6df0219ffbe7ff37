'use client';

import { useEffect, useState } from 'react';
import { ApiError } from '@/components/api-client';
import { ProgressBar } from '@/components/ui/progress-bar';
import { Refusal } from '@/components/ui/refusal';
import type { Tag } from '@/lib/core/api/groups';
import type { ReleaseDiff } from '@/lib/core/api/releases';
import { DiffView } from './diff-view';
import { fetchDiff } from './fetch-diff';

interface Props {
  /** Slug. */
  group: string;
  release: string;
  other: string;
  /** Ids of the essays on the group's list now. */
  essays: readonly string[];
  /** The vocabulary as it is now. */
  tags: readonly Tag[];
}

interface Compared {
  diff: ReleaseDiff | null;
  error: ApiError | null;
}

/** Compares two releases, which takes a while where they are large. */
export function DiffDesk({ group, release, other, essays, tags }: Props) {
  const [{ diff, error }, setState] = useState<Compared>({ diff: null, error: null });
  const [hundredths, setHundredths] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    const path = `/api/v1/groups/${encodeURIComponent(group)}/releases/${release}/diff/${other}`;
    fetchDiff(path, { signal: leaving.signal, told: setHundredths }).then(
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
      {diff && <DiffView group={group} essays={essays} diff={diff} tags={tags} />}
      {!diff && !error && (
        <div className="grid gap-2 text-ink-2 text-sm">
          <span role="status">Comparing…</span>
          <ProgressBar label="Compared, in percent" value={hundredths || undefined} max={100} />
        </div>
      )}
    </div>
  );
}
