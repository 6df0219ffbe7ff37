import { api } from '@/components/api-client';
import type { Call } from '@/lib/core/api/contracts';
import type { Reading } from './reading';

/** Tells the server where the viewer is and what they have read. Silent when it fails: the next one says the same. */
export function saveReading(
  { group, essay }: Reading,
  body: Call<'PUT /groups/{group}/essays/{essay}/reading'>['body'],
): void {
  const params = { group: group.slug, essay: essay.slug };
  api('PUT /groups/{group}/essays/{essay}/reading', { params, body }).catch(() => {});
}
