'use client';

import { useEffect, useState } from 'react';
import { api } from '@/components/api-client';
import { frozenWith, type Offered } from './offered';

/** What a release offers, by its number. */
export interface OfferedByRelease extends Pick<Offered, 'essays' | 'tags'> {
  release: string;
}

/** What can be chosen: of a release, the essays and tags that it was frozen with, as soon as they are known. */
export function useOffered(
  group: string,
  {
    offered,
    initial,
    release,
  }: { offered: Offered; initial: OfferedByRelease | null; release: string | undefined },
): Offered {
  const [frozen, setFrozen] = useState(initial);
  const isKnown = release === undefined || frozen?.release === release;
  useEffect(() => {
    if (isKnown) return;
    const leaving = new AbortController();
    const call = { params: { group, release }, signal: leaving.signal };
    api('GET /groups/{group}/releases/{release}', call).then(
      ({ card }) => card && setFrozen({ release, ...frozenWith(card) }),
      () => {}, // the preview says what is wrong
    );
    return () => leaving.abort();
  }, [group, release, isKnown]);
  return frozen !== null && frozen.release === release ? { ...offered, ...frozen } : offered;
}
