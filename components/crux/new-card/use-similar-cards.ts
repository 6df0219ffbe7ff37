'use client';

import { useEffect, useState } from 'react';
import { api } from '@/components/api-client';
import type { SimilarCard } from '@/lib/core/api/cards';

/** How long somebody has to stop typing to be answered, in milliseconds. */
const PAUSE = 250;
/** UTF-16 code units; fewer say nothing. */
const LEAST = 4;

interface Asked {
  /** Slug. */
  group: string;
  statement: string;
  /** Of the passage that the card would be met in. */
  annotation: string | undefined;
}

/**
 * Cards of the group that say nearly what is being typed. Undefined: not asked or not known yet; null: the server does
 * not say. What was found before stays until the next answer.
 */
export function useSimilarCards({ group, statement, annotation }: Asked) {
  const [found, setFound] = useState<readonly SimilarCard[] | null>();
  const words = statement.trim();
  useEffect(() => {
    if (words.length < LEAST && annotation === undefined) return setFound(undefined);
    const gone = new AbortController();
    const ask = async () => {
      const query = { statement: words, ...(annotation !== undefined && { annotation }) };
      const call = { params: { group }, query, signal: gone.signal };
      const { items } = await api('GET /groups/{group}/cards/similar', call);
      if (!gone.signal.aborted) setFound(items);
    };
    const fail = () => {
      if (!gone.signal.aborted) setFound(null);
    };
    const timer = setTimeout(() => ask().catch(fail), PAUSE);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [group, words, annotation]);
  return found;
}
