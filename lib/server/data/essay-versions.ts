import 'server-only';
import type { EssayVersion } from '@/lib/core/api/essays';
import { greatestInteger } from '@/lib/core/api/greatest-integer';
import { notFound } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { query } from './database';
import type { Viewer } from './viewer';

interface Row extends Omit<EssayVersion, 'created'> {
  created: Date;
}

const columns =
  'v.essay_id AS essay, v.number, v.document, v.text, v.sha256, v.words, v.created_at AS created';

/** One text of an essay, for whoever may read a group that lists it. */
export async function essayVersion(viewer: Viewer, essay: string, number: string): Promise<EssayVersion> {
  if (!isId(essay) || !/^[1-9]\d{0,9}$/.test(number) || Number(number) > greatestInteger) throw notFound();
  const [row] = await query<Row>(
    'essay-version',
    `SELECT ${columns} FROM essay_version v
     WHERE v.essay_id = $1::uuid AND v.number = $2::int AND EXISTS (
       SELECT 1 FROM reading_list_entry r JOIN "group" g ON g.id = r.group_id
       LEFT JOIN membership m ON m.group_id = g.id AND m.user_id = $3::uuid
       WHERE r.essay_id = v.essay_id AND (g.visibility = 'public' OR m.user_id IS NOT NULL))`,
    [essay, Number(number), viewer.user?.id ?? null],
  );
  if (!row) throw notFound();
  return { ...row, created: row.created.toISOString() };
}
