import { acceptedStatuses } from '@/lib/core/corpus/accepted-card';
import 'server-only';
import { may } from '@/lib/core/access/permissions';
import { invalid } from '@/lib/core/api/problem';
import { isEmptyTime } from '@/lib/core/corpus/choice-address';
import type { ExportChoice, ExportPart } from '@/lib/core/corpus/export-choice';
import type { Takes } from '@/lib/core/export/export-format';
import { annotationShownTo, cardShownTo, type Eyes, replyShownTo } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import { essayFor } from '@/lib/server/data/essay-scope';
import { type GroupScope, groupFor } from '@/lib/server/data/group-scope';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';

/**
 * What a choice means for the one who makes it, as conditions over `values`. They hold for annotations `a`, replies `r`
 * of those, and cards `c`: what the viewer may see (audience.ts) and asked for.
 */
export interface Chosen extends Asking {
  /** $1 the group, $2 the viewer, $3 whether they moderate, and what the choice gave; a query must name them all. */
  values: unknown[];
  annotations: string;
  replies: string;
  cards: string;
  has(part: ExportPart): boolean;
  /** That a time is not after the one that was asked for; `true` where none was. */
  byThen(time: string): string;
  /** That what a column names is nobody who is left out. */
  stays(column: string): string;
}

/** Who asks, for what of which group, and that they may. */
export interface Asking {
  group: GroupScope;
  viewer: string | null;
  choice: ExportChoice;
  /** Only of this essay. */
  essay: string | null;
  /** By the format that it is read for. */
  takes: Takes;
}

/** Finds what is asked for; 401 for visitors who ask for what is theirs alone, 422 for what nothing can be of. */
export async function askingFor(
  viewer: Viewer,
  group: string,
  choice: ExportChoice,
): Promise<Omit<Asking, 'takes'>> {
  demandPossible(viewer, choice);
  const scope = await groupFor(viewer, group, 'annotation.read');
  await demandTags(scope.id, choice.tags ?? []);
  const place = choice.essay && { group: scope.id, essay: choice.essay };
  const essay = place ? (await essayFor(viewer, place, 'annotation.read')).id : null;
  return { group: scope, viewer: viewer.user?.id ?? null, choice, essay };
}

/** 401 for visitors who ask for what is theirs alone, 422 for a time that nothing can be of. */
export function demandPossible(viewer: Viewer, choice: ExportChoice): void {
  if (choice.scope === 'mine' || choice.visibility !== 'group') userIdOf(viewer);
  if (isEmptyTime(choice))
    throw invalid('empty-time', 'Nothing is made before “to” and after it: let “from” be earlier.');
}

/** That the group has these tags, in use or retired. */
async function demandTags(group: string, tags: readonly string[]): Promise<void> {
  if (tags.length === 0) return;
  const [unknown] = await query<{ tag: string }>(
    'unknown-tag',
    'SELECT tag FROM unnest($2::text[]) tag WHERE tag NOT IN (SELECT slug FROM tag WHERE group_id = $1::uuid) LIMIT 1',
    [group, tags],
  );
  if (unknown) throw invalid('unknown-tag', `This group has no tag “${unknown.tag}”.`, unknown);
}

/** The conditions; `leftOut` are ids of those whose consent leaves them out. */
export function chosenBy(asking: Asking, leftOut: readonly string[]): Chosen {
  const { group, viewer, choice, essay, takes } = asking;
  const values: unknown[] = [group.id, viewer, may('moderation.review', group)];
  const given = (value: unknown) => `$${values.push(value)}`;
  const has = (part: ExportPart) => choice.parts.includes(part);
  const standing = (alias: string) => [
    has('moderation') && takes.tells.includes('held')
      ? `${alias}.held IS DISTINCT FROM 'sealed'`
      : `${alias}.held IS NULL`,
  ];
  const then = choice.asOf ? given(choice.asOf) : null;
  const byThen = (time: string) => (then ? `${time} <= ${then}::timestamptz` : 'true');
  const made = (alias: string) => (then ? [byThen(`${alias}.created_at`)] : []);
  // Asked of every row, so not asked where there is nobody.
  const gone = leftOut.length > 0 ? given(leftOut) : null;
  const stays = (column: string) => (gone ? `${column} <> ALL(${gone}::uuid[])` : 'true');
  const filters = annotationFilters(choice, essay, { given, byThen });
  const isOfSome = filters.length > 1 || choice.visibility === 'private';
  const chosen = all([
    'a.group_id = $1::uuid',
    listed,
    annotationShownTo(eyes),
    ...standing('a'),
    ...made('a'),
    stays('a.author_id'),
    ...filters,
    ...(takes.tells.includes('private') ? [] : ["a.visibility = 'group'"]),
  ]);
  const met = `EXISTS (SELECT 1 FROM occurrence o JOIN annotation a ON a.id = o.annotation_id
    WHERE o.card_id = c.id AND ${byThen('o.created_at')} AND ${chosen})`;
  const answered = `EXISTS (SELECT FROM position p WHERE p.card_id = c.id AND p.user_id = $2::uuid AND ${byThen('p.created_at')})`;
  const cards = all([
    'c.group_id = $1::uuid',
    "c.status <> 'merged'",
    cardShownTo(eyes),
    ...standing('c'),
    ...made('c'),
    `c.status IN (${accepted}) OR ${stays('c.created_by_id')}`,
    ...(has('cards') ? [] : ['false']),
    ...(choice.scope === 'mine'
      ? [`c.created_by_id = $2::uuid${has('positions') ? ` OR ${answered}` : ''}`]
      : []),
  ]);
  const arguing = `EXISTS (SELECT FROM occurrence o JOIN card c ON c.id = o.card_id
    WHERE o.annotation_id = a.id AND o.role <> 'mentions' AND ${byThen('o.created_at')} AND ${cards})`;
  return {
    ...asking,
    values,
    has,
    byThen,
    stays,
    annotations: all([
      ...(has('annotations') ? [] : ['false']),
      ...(takes.partly.includes('annotations') ? [arguing] : []),
      chosen,
    ]),
    replies: all([replyShownTo(eyes), ...standing('r'), ...made('r'), stays('r.author_id')]),
    cards: all([cards, ...(choice.scope === 'group' && isOfSome ? [met] : [])]),
  };
}

const accepted = acceptedStatuses.map((status) => `'${status}'`).join(', ');

const eyes: Eyes = { viewer: '$2::uuid', moderates: '$3::boolean' };

const all = (conditions: string[]) => conditions.map((one) => `(${one})`).join(' AND ');

/** Essays that were taken off the list keep their annotations, and show them to nobody. */
const listed = `EXISTS (SELECT 1 FROM reading_list_entry e WHERE e.group_id = a.group_id AND e.essay_id = a.essay_id)`;

/** The first says who sees them and stands in every choice; any other makes it a choice of some. */
function annotationFilters(
  choice: ExportChoice,
  essay: string | null,
  { given, byThen }: Pick<Chosen, 'byThen'> & { given: (value: unknown) => string },
): string[] {
  const { scope, visibility, tags, people, from, to, status, q } = choice;
  const seen = visibility === 'all' ? 'true' : `a.visibility = ${given(visibility)}`;
  const filters = [seen];
  if (scope === 'mine') filters.push('a.author_id = $2::uuid');
  if (essay) filters.push(`a.essay_id = ${given(essay)}::uuid`);
  if (people) filters.push(`a.author_id = ANY(${given(people)}::uuid[])`);
  if (from) filters.push(`a.created_at >= ${given(from)}::timestamptz`);
  if (to) filters.push(`a.created_at < ${given(to)}::timestamptz`);
  const isResolved = `(a.resolved_at IS NOT NULL AND ${byThen('a.resolved_at')})`;
  if (status !== 'all') filters.push(status === 'open' ? `NOT ${isResolved}` : isResolved);
  // Their ids once: joined, all that has the tags in the group was gathered again for each essay.
  if (tags)
    filters.push(`EXISTS (SELECT 1 FROM annotation_tag y WHERE y.annotation_id = a.id AND y.tag_id = ANY(ARRAY(
      SELECT tag.id FROM tag WHERE tag.group_id = $1::uuid AND tag.slug = ANY(${given(tags)}::text[]))))`);
  if (q) {
    const words = given(`%${q.replace(/[\\%_]/g, '\\$&')}%`);
    filters.push(`a.comment_markdown ILIKE ${words} OR EXISTS (SELECT 1 FROM target t, jsonb_array_elements(t.selectors) s
      WHERE t.annotation_id = a.id AND s ->> 'exact' ILIKE ${words})`);
  }
  return filters;
}
