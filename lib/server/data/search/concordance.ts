import 'server-only';
import { may } from '@/lib/core/access/permissions';
import { codePoints } from '@/lib/core/anchoring/code-points';
import type { Person } from '@/lib/core/annotation/annotation';
import type { Concordance, ConcordanceLine, ConcordanceQuery } from '@/lib/core/api/search';
import { isId } from '@/lib/core/api/slug';
import { foundWords } from '@/lib/core/search/found-words';
import { type KwicLine, kwic, sortedKwic } from '@/lib/core/search/kwic';
import { searchTerms } from '@/lib/core/search/search-terms';
import { annotationShownTo } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import { type GroupScope, groupFor } from '@/lib/server/data/group-scope';
import { versionText } from '@/lib/server/data/version-text';
import type { Viewer } from '@/lib/server/data/viewer';
import { candidatesOf } from './candidates';
import { notesOf, saidIn } from './hits';
import { marked, markedSql } from './marked-forms';
import { type Reach, reachOf } from './reach';

/** Lines of one answer: a common word has more, which nobody reads through. */
const mostLines = 1_000;

/** A word in the texts of a group or in what was said on them, or its passages with a tag, in their context. */
export async function concordance(
  viewer: Viewer,
  group: string,
  { sort, ...asked }: ConcordanceQuery,
): Promise<Concordance> {
  const scope = await groupFor(viewer, group, 'annotation.read');
  const all =
    asked.tag === undefined ? await ofWords(viewer, scope, asked) : await ofTag(viewer, scope, asked);
  return { lines: sortedKwic(all.slice(0, mostLines), sort), capped: all.length > mostLines };
}

type Asked = Omit<ConcordanceQuery, 'sort'>;

async function ofWords(
  viewer: Viewer,
  scope: GroupScope,
  { q, essay, in: where }: Asked,
): Promise<ConcordanceLine[]> {
  const terms = searchTerms(q);
  const reach = await reachOf(viewer, { group: scope.id }, terms);
  if (reach.tsquery === null) return [];
  const essays = reach.essays.filter((one) => essay === undefined || essay === one.slug || essay === one.id);
  const found = { terms, scope, reach: { ...reach, essays } };
  return where === 'texts' ? inTexts(found) : inComments(viewer, found);
}

interface Found {
  terms: ReturnType<typeof searchTerms>;
  scope: GroupScope;
  reach: Reach;
}

interface Paragraph {
  id: string;
  start: number;
  text: string;
  forms: string;
}

/** In the order of the reading list and of each text. */
const paragraphsSql = `
  SELECT p.essay_id AS id, p.start, p.text, ${markedSql('e.language', 'p.text', '$4')} AS forms
  FROM (
    SELECT p.*, l.position FROM passage p JOIN reading_list_entry l ON l.essay_id = p.essay_id AND l.group_id = $1::uuid
    WHERE p.words @@ $3::tsquery AND p.essay_id = ANY($2::uuid[]) AND p.number > 0
    ORDER BY l.position, p.essay_id, p.number LIMIT ${mostLines + 1}) p
  JOIN essay e ON e.id = p.essay_id ORDER BY p.position, p.essay_id, p.number`;

async function inTexts({ terms, scope, reach }: Found): Promise<ConcordanceLine[]> {
  const essays = new Map(reach.essays.map((essay) => [essay.id, essay]));
  const rows = await query<Paragraph>('', paragraphsSql, [
    scope.id,
    [...essays.keys()],
    reach.tsquery,
    reach.stems,
  ]);
  return rows.flatMap(({ id, start, text, forms }) => {
    const essay = essays.get(id)!;
    const points = codePoints(text);
    return kwic(text, foundWords(text, terms, marked(forms))).map((line) => {
      const place = { start: start + points.fromUtf16(line.start), end: start + points.fromUtf16(line.end) };
      const path = `/g/${scope.slug}/${essay.slug}#at-${place.start}-${place.end}`;
      return lineOf({ ...line, ...place }, { essay, person: null, path });
    });
  });
}

async function inComments(viewer: Viewer, { terms, scope, reach }: Found): Promise<ConcordanceLine[]> {
  const { all } = await candidatesOf(viewer, { reach, filter: {}, before: null });
  const essays = new Map(reach.essays.map((essay) => [essay.id, essay]));
  const notes = all.filter(({ kind, essay }) => kind !== 'essay' && essay !== null && essays.has(essay));
  const rows = await notesOf(
    notes.map(({ id }) => id),
    reach.stems,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return notes.flatMap(({ id, kind, essay: on }) => {
    const note = byId.get(id);
    if (!note) return [];
    const comment = saidIn(note);
    const essay = essays.get(on!)!;
    const points = codePoints(comment);
    const path = `/g/${scope.slug}/${essay.slug}#${kind === 'reply' ? 'r' : 'a'}-${id}`;
    return kwic(comment, foundWords(comment, terms, marked(note.commentForms))).map((line) => {
      const place = { start: points.fromUtf16(line.start), end: points.fromUtf16(line.end) };
      return lineOf({ ...line, ...place }, { essay, person: note.person, path });
    });
  });
}

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

/** $1 group, $2 viewer, $3 whether they moderate, $4 tag, $5 essay by id, $6 by slug. */
const marksSql = `
  SELECT a.id, e.id AS essay, l.slug, e.title, e.language, v.number AS version, x.start, x."end",
    json_build_object('id', u.id, 'name', u.name) AS person
  FROM tag t JOIN annotation_tag y ON y.tag_id = t.id JOIN annotation a ON a.id = y.annotation_id
  JOIN reading_list_entry l ON l.group_id = a.group_id AND l.essay_id = a.essay_id JOIN essay e ON e.id = a.essay_id
  CROSS JOIN LATERAL (SELECT id, number FROM essay_version WHERE essay_id = e.id ORDER BY number DESC LIMIT 1) v
  JOIN anchor x ON x.annotation_id = a.id AND x.essay_version_id = v.id
  JOIN "user" u ON u.id = a.author_id
  WHERE t.group_id = $1::uuid AND t.slug = $4 AND ($5::uuid IS NULL OR e.id = $5::uuid) AND ($6::text IS NULL OR l.slug = $6::text)
    AND ${annotationShownTo({ viewer: '$2::uuid', moderates: '$3::boolean' })}
  ORDER BY l.position, e.id, x.start, a.id LIMIT ${mostLines + 1}`;

async function ofTag(
  viewer: Viewer,
  scope: GroupScope,
  { q, tag, essay }: Asked,
): Promise<ConcordanceLine[]> {
  const rows = await query<Mark>('concordance-tag', marksSql, [
    ...[scope.id, viewer.user?.id ?? null, may('moderation.review', scope), tag],
    essay !== undefined && isId(essay) ? essay : null,
    essay !== undefined && !isId(essay) ? essay : null,
  ]);
  const terms = searchTerms(q);
  const texts = new Map<string, string>();
  for (const { essay: id, version } of rows)
    if (!texts.has(id)) texts.set(id, (await versionText(id, version))?.text ?? '');
  return rows.flatMap(({ id, start, end, person, ...on }) => {
    const text = texts.get(on.essay)!;
    const [line] = kwic(text, [{ start, end }]);
    if (!line || (terms.length > 0 && foundWords(line.key, terms).length === 0)) return [];
    const points = codePoints(text);
    const place = { start: points.fromUtf16(start), end: points.fromUtf16(end) };
    return lineOf({ ...line, ...place }, { essay: on, person, path: `/g/${scope.slug}/${on.slug}#a-${id}` });
  });
}

interface Around {
  essay: { slug: string; title: string; language: string };
  person: Person | null;
  path: string;
}

const lineOf = (line: KwicLine, { essay: { slug, title, language }, ...rest }: Around): ConcordanceLine => ({
  ...line,
  ...rest,
  essay: { slug, title, language },
});
