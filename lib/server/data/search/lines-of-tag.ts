import 'server-only';
import { setImmediate } from 'node:timers/promises';
import { may } from '@/lib/core/access/permissions';
import type { Person } from '@/lib/core/annotation/annotation';
import type { ConcordanceLine, ConcordanceQuery } from '@/lib/core/api/search';
import { isId } from '@/lib/core/api/slug';
import { grouped } from '@/lib/core/crux/grouped';
import { type FoundRange, foundWords } from '@/lib/core/search/found-words';
import { kwicInParagraph } from '@/lib/core/search/kwic';
import { searchTerms } from '@/lib/core/search/search-terms';
import { annotationShownTo, everybody } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import type { GroupScope } from '@/lib/server/data/group-scope';
import { hasHidden } from '@/lib/server/data/hidden-people';
import { type VersionText, versionText } from '@/lib/server/data/version-text';
import type { Viewer } from '@/lib/server/data/viewer';
import { type Lines, lineOf, mostLines } from './concordance-line';
import { type FormedTerm, formedTerms } from './formed-terms';

/** Marks with a tag that are looked through for words. */
const mostMarks = 100_000;

interface Mark {
  id: string;
  essay: string;
  slug: string;
  title: string;
  language: string;
  version: number;
  /** UTF-16. */
  start: number;
  end: number;
  person: Person;
}

/**
 * $1 group, $2 viewer, $3 whether they moderate, $4 tag, $5 essay by id, $6 by slug, $7 the most, $8 for a file: whose are
 * left out. Hidden people's are folded away.
 */
const marksSql = `
  SELECT a.id, e.id AS essay, l.slug, e.title, e.language, v.number AS version, x.start, x."end",
    json_build_object('id', u.id, 'name', u.name) AS person
  FROM tag t JOIN annotation_tag y ON y.tag_id = t.id JOIN annotation a ON a.id = y.annotation_id
  JOIN reading_list_entry l ON l.group_id = a.group_id AND l.essay_id = a.essay_id JOIN essay e ON e.id = a.essay_id
  CROSS JOIN LATERAL (SELECT id, number FROM essay_version WHERE essay_id = e.id ORDER BY number DESC LIMIT 1) v
  JOIN anchor x ON x.annotation_id = a.id AND x.essay_version_id = v.id
  JOIN "user" u ON u.id = a.author_id LEFT JOIN "user" me ON me.id = $2::uuid
  WHERE t.group_id = $1::uuid AND t.slug = $4 AND ($5::uuid IS NULL OR e.id = $5::uuid) AND ($6::text IS NULL OR l.slug = $6::text)
    AND ${annotationShownTo({ viewer: '$2::uuid', moderates: '$3::boolean' })}
    AND ($8::uuid[] IS NULL OR (${annotationShownTo(everybody)} AND a.author_id <> ALL($8::uuid[])))
    AND NOT ${hasHidden('me', 'a.author_id')}
  ORDER BY l.position, e.id, x.start, a.id LIMIT $7::int`;

/** Of passages with a tag; of words, only those passages that have them, in any of their forms. */
export async function linesOfTag(
  viewer: Viewer,
  scope: GroupScope,
  { q, tag, essay, leftOut }: Omit<ConcordanceQuery, 'sort'> & { leftOut?: readonly string[] },
): Promise<Lines> {
  const asked = searchTerms(q);
  const most = asked.length === 0 ? mostLines : mostMarks;
  const rows = await query<Mark>('concordance-tag', marksSql, [
    scope.id,
    viewer.user?.id ?? null,
    may('moderation.review', scope),
    tag,
    essay !== undefined && isId(essay) ? essay : null,
    essay !== undefined && !isId(essay) ? essay : null,
    most + 1,
    leftOut ?? null,
  ]);
  const terms = await formedTerms([...new Set(rows.map(({ language }) => language))], asked);
  const lines: ConcordanceLine[] = [];
  for (const marks of grouped(rows, (row) => row.essay).values()) {
    const { essay: id, version } = marks[0]!;
    const text = await versionText(id, version);
    if (!text) continue; // deleted meanwhile
    lines.push(...(await linesIn(text, { marks, terms, scope, most: mostLines + 1 - lines.length })));
    if (lines.length > mostLines) break;
    await setImmediate();
  }
  return { lines, isCut: rows.length > most };
}

interface Marked {
  marks: Mark[];
  terms: readonly FormedTerm[];
  scope: GroupScope;
  most: number;
}

/** Of marks on one essay. */
async function linesIn({ text, points }: VersionText, { marks, terms, scope, most }: Marked) {
  const fitting = await holding(text, { marks, terms });
  return fitting.slice(0, most).map(({ id, start, end, person, ...on }) => {
    const place = { start: points.fromUtf16(start), end: points.fromUtf16(end) };
    const path = `/g/${scope.slug}/${on.slug}#a-${id}`;
    return lineOf({ ...kwicInParagraph(text, { start, end }), ...place }, { essay: on, person, path });
  });
}

/** Those marks whose passage has all the words, and none that is left out. Other requests go in between two words. */
async function holding(text: string, { marks, terms }: Pick<Marked, 'marks' | 'terms'>): Promise<Mark[]> {
  let fitting = marks;
  for (const { not, forms, ...term } of terms) {
    if (fitting.length === 0) break;
    const found = foundWords(text, [{ ...term, not: false }], forms);
    fitting = fitting.filter(({ start, end }) => {
      const first = found[firstAtOrAfter(found, start)];
      return (first !== undefined && first.end <= end) !== not;
    });
    await setImmediate();
  }
  return fitting;
}

/** Of ranges in order, the number of the first that does not begin before a place. */
function firstAtOrAfter(ranges: readonly FoundRange[], place: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
