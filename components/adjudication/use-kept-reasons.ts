import { useEffect, useState } from 'react';
import { store, stored } from '@/components/browser-storage';
import type { Place } from './use-adjudication';

type Reasons = Readonly<Record<string, string>>;

/** What a viewer typed for the cases of a place and did not send, by their ids: kept while the tab lives, also through reloads. */
export function useKeptReasons({ group, essay, round }: Place, viewer: string | null) {
  const key = `cruxbook.reasons.${viewer}.${group}.${essay}.${round ?? ''}`;
  const [typed, setTyped] = useState<{ key: string; reasons: Reasons } | null>(null);
  // Null until what was kept is read; what somebody else typed here before is theirs.
  const reasons = typed?.key === key ? typed.reasons : null;
  const change = (next: (before: Reasons) => Reasons) =>
    setTyped((before) => ({ key, reasons: next(before?.key === key ? before.reasons : {}) }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each key
  useEffect(() => change((before) => ({ ...stored<Reasons>('sessionStorage', key), ...before })), [key]);
  useEffect(() => {
    if (reasons) store('sessionStorage', key, written(reasons));
  }, [key, reasons]);
  return {
    reasonOf: ({ id }: { id: string }): string => reasons?.[id] ?? '',
    /** `next`: what stands there after what stood there before. */
    setReason: ({ id }: { id: string }, next: (before: string) => string) =>
      change((before) => ({ ...before, [id]: next(before[id] ?? '') })),
  };
}

/** Those that say something; null when none does. */
function written(reasons: Reasons): Reasons | null {
  const some = Object.entries(reasons).filter(([, reason]) => reason !== '');
  return some.length > 0 ? Object.fromEntries(some) : null;
}
