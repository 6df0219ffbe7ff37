import type { PreparedExport } from '@/lib/core/api/export';

/** Quarters: whoever listens is not told every step. */
const quarter = 0.25;

/** How far an export is, for whoever listens. */
export function progressWords({
  state,
  progress: { done, total },
}: Pick<PreparedExport, 'state' | 'progress'>) {
  if (state !== 'running') return spoken[state];
  const part = total ? Math.floor(done / total / quarter) * quarter : 0;
  return part > 0 ? `${part * 100} percent written` : 'being written';
}

const spoken = {
  waiting: 'waiting',
  ready: 'ready to download',
  failed: 'failed',
  cancelled: 'cancelled',
} as const;
