import 'server-only';
import type { GroupRole } from '@/lib/core/access/permissions';
import type { EssayVersion, ListedEssay } from '@/lib/core/api/essays';
import type { Group, Tag } from '@/lib/core/api/groups';
import { notFound } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import type { EssayDocument } from '@/lib/core/essay/document';
import { query } from './database';
import { listedEssay } from './essays';
import { groupOf } from './groups';
import { listTags } from './tags';
import type { Viewer } from './viewer';

/** The greatest that PostgreSQL's integer holds. */
const greatest = 2 ** 31 - 1;

interface Row extends Omit<EssayVersion, 'created' | 'document'> {
  id: string;
  document: EssayDocument;
  created: Date;
}

const columns =
  'v.id, v.essay_id AS essay, v.number, v.document, v.text, v.sha256, v.words, v.created_at AS created';

/** One text of an essay, for whoever may read a group that lists it. */
export async function essayVersion(viewer: Viewer, essay: string, number: string): Promise<EssayVersion> {
  if (!isId(essay) || !/^[1-9]\d{0,9}$/.test(number) || Number(number) > greatest) throw notFound();
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
  const { id: _, created, ...rest } = row;
  return { ...rest, created: created.toISOString() };
}

/** All that the reading page shows besides annotations. */
export interface Reading {
  group: Group;
  role: GroupRole;
  essay: ListedEssay;
  version: { id: string; number: number; document: EssayDocument; text: string; words: number };
  tags: Tag[];
}

/** An essay on a group's list with its newest text, both by id or slug. */
export async function essayForReading(viewer: Viewer, group: string, essay: string): Promise<Reading> {
  const found = await groupOf(viewer, group);
  const [listed, tags] = await Promise.all([
    listedEssay(viewer, found.id, essay),
    listTags(viewer, found.id),
  ]);
  const version = await newestVersion(listed);
  return { group: found, role: found.role ?? 'stranger', essay: listed, version, tags };
}

async function newestVersion({ id, number }: ListedEssay): Promise<Reading['version']> {
  const [row] = await query<Reading['version']>(
    'newest-version',
    'SELECT id, number, document, text, words FROM essay_version WHERE essay_id = $1::uuid AND number = $2::int',
    [id, number],
  );
  return row!;
}
