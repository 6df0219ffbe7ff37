'use client';

import { useEffect, useState } from 'react';
import { ApiError, api } from '@/components/api-client';
import type { ExportPreview } from '@/lib/core/api/export';
import { type Choice, queryOf } from '@/lib/core/corpus/choice-address';

/** The preview follows after this many milliseconds of rest: a search counts through everything. */
const rest = 250;

interface Previewed {
  preview: ExportPreview | null;
  error: ApiError | null;
  /** Of this choice there is no file: nothing can be of it, or it names what is not there. */
  isRefused: boolean;
  /** What is shown is not yet of this choice. */
  pending: boolean;
}

/** What a choice would give; the last answer stays until the next is there. `turn` asks again. */
export function usePreview(group: string, choice: Choice, turn: number): Previewed {
  const query = queryOf(choice);
  const key = `${query} ${turn}`;
  const [state, setState] = useState<{ key: string; preview: ExportPreview | null; error: ApiError | null }>({
    key: '',
    preview: null,
    error: null,
  });
  useEffect(() => {
    const leaving = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const asked = Object.fromEntries(new URLSearchParams(query));
        const call = { params: { group }, query: asked, signal: leaving.signal };
        setState({ key, preview: await api('GET /groups/{group}/export/preview', call), error: null });
      } catch (error) {
        // An answer that is given up while it is read throws what it likes.
        if (leaving.signal.aborted) return;
        if (!(error instanceof ApiError)) throw error;
        setState({ key, preview: null, error });
      }
    }, rest);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [group, query, key]);
  const pending = state.key !== key;
  const isRefused = !pending && state.error !== null && [404, 409, 410, 422].includes(state.error.status);
  return { ...state, isRefused, pending };
}
