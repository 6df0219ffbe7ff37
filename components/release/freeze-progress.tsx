'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { api } from '@/components/api-client';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { ReleaseSummary } from '@/lib/core/api/releases';

/** Milliseconds between two looks at how far it is. */
const pause = 1000;

/** How far the freezing of a release is; shows the page anew when it is done. */
export function FreezeProgress({ group, release }: { group: string; release: ReleaseSummary }) {
  const router = useRouter();
  const [progress, setProgress] = useState(release.progress);
  const number = String(release.number);
  useEffect(() => {
    const leaving = new AbortController();
    const look = async () => {
      const call = { params: { group, release: number }, signal: leaving.signal };
      const now = await api('GET /groups/{group}/releases/{release}', call).catch(() => null);
      if (leaving.signal.aborted || !now) return;
      if (now.state !== 'freezing') router.refresh();
      else setProgress(now.progress);
    };
    const timer = setInterval(look, pause);
    return () => {
      clearInterval(timer);
      leaving.abort();
    };
  }, [group, number, router]);
  const { written = 0, total = null } = progress ?? {};
  return (
    <div className="grid gap-2 text-ink-2 text-sm">
      <span role="status">Being frozen…</span>
      <ProgressBar label="Annotations frozen" value={total ? written : undefined} max={total || 1} />
      {total !== null && (
        <span className="tabular-nums">
          {written.toLocaleString('en')} of {total.toLocaleString('en')} annotations
        </span>
      )}
    </div>
  );
}
