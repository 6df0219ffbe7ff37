import { useEffect, useState } from 'react';
import type { Place } from './use-adjudication';

type Reasons = Readonly<Record<string, string>>;

/** What a viewer typed for the cases of a place and did not send, by their ids: kept while the tab lives, also through reloads. */
export function useKeptReasons({ group, essay, round }: Place, viewer: string | null) {
  const key = `cruxbook.reasons.${viewer}.${group}.${essay}.${round ?? ''}`;
  // Null until what was kept is read.
  const [reasons, setReasons] = useState<Reasons | null>(null);
  useEffect(() => setReasons((typed) => ({ ...stored(key), ...typed })), [key]);
  useEffect(() => {
    if (reasons) store(key, reasons);
  }, [key, reasons]);
  return {
    reasonOf: ({ id }: { id: string }): string => reasons?.[id] ?? '',
    /** `next`: what stands there after what stood there before. */
    setReason: ({ id }: { id: string }, next: (before: string) => string) =>
      setReasons((before) => ({ ...before, [id]: next(before?.[id] ?? '') })),
  };
}

function stored(key: string): Reasons {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}');
  } catch {
    return {};
  }
}

/** A browser without storage loses the words when the page goes, never the page. */
function store(key: string, reasons: Reasons): void {
  const typed = Object.entries(reasons).filter(([, reason]) => reason !== '');
  try {
    if (typed.length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(typed)));
  } catch {}
}
