'use client';

import { useEffect, useState } from 'react';
import { ApiError, api } from '@/components/api-client';
import { Notice } from '@/components/ui/notice';
import type { CardReference } from '@/lib/core/api/card-schemas';
import type { MergePreview } from '@/lib/core/api/curation';
import { mergeEffects } from './merge-words';

interface Props {
  group: string;
  from: CardReference;
  into: CardReference;
  negated: boolean;
}

/** What a merge will move, and whose answers meet, before it is done. */
export function MergeEffects({ group, from, into, negated }: Props) {
  const [preview, setPreview] = useState<MergePreview | ApiError | null>(null);
  useEffect(() => {
    const gone = new AbortController();
    const query = { into: into.id, ...(negated && { negated: 'true' as const }) };
    const call = { params: { group, card: from.id }, query, signal: gone.signal };
    api('GET /groups/{group}/cards/{card}/merge', call)
      .catch((error: unknown) => {
        if (error instanceof ApiError) return error;
        throw error;
      })
      .then((answer) => !gone.signal.aborted && setPreview(answer));
    return () => gone.abort();
  }, [group, from.id, into.id, negated]);
  if (preview instanceof ApiError) return <Notice look="danger">{preview.message}</Notice>;
  return (
    <section aria-label="What will happen" className="rounded-md bg-surface px-4 py-3 text-ink-2 text-sm">
      <ul role="status" className="grid gap-1.5">
        {preview === null ? (
          <li>Looking what will move…</li>
        ) : (
          mergeEffects(preview, from.number).map((words) => <li key={words}>{words}</li>)
        )}
      </ul>
    </section>
  );
}
