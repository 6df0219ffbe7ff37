'use client';

import { useEffect, useState } from 'react';
import { ApiError, api } from '@/components/api-client';
import type { SimilarCard } from '@/lib/core/api/cards';

/** How long somebody has to stop typing to be answered, in milliseconds. */
const PAUSE = 300;

/** Cards of the group that say nearly what is being typed. Kept while the next answer is on its way; none when offline. */
export function useSimilarCards(group: string, statement: string, annotation?: string): SimilarCard[] {
  const [similar, setSimilar] = useState<SimilarCard[]>([]);
  const words = statement.trim();
  useEffect(() => {
    const asked = new AbortController();
    const query = { statement: words, ...(annotation && { annotation }) };
    const look = async () => {
      const isEmpty = words.length < 4 && annotation === undefined;
      const { items } = isEmpty
        ? { items: [] }
        : await api('GET /groups/{group}/cards/similar', {
            params: { group },
            query,
            signal: asked.signal,
          });
      if (!asked.signal.aborted) setSimilar(items);
    };
    const timer = setTimeout(() => {
      // Without the list somebody may make a double, which a moderator can merge.
      look().catch((error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
      });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [group, words, annotation]);
  return similar;
}
