import 'server-only';
import { codePoints } from '@/lib/core/anchoring/code-points';
import type { ConcordanceQuery } from '@/lib/core/api/search';
import { type CommentDocument, commentToText } from '@/lib/core/essay/comment-document';
import { foundWords } from '@/lib/core/search/found-words';
import { kwic } from '@/lib/core/search/kwic';
import { type SearchTerm, searchTerms } from '@/lib/core/search/search-terms';
import { query } from '@/lib/server/data/database';
import type { GroupScope } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { type Lines, lineOf, mostLines } from './concordance-line';
import { notesOf } from './hits';
import { marked, markedSql } from './marked-forms';
import { newestNotes } from './newest-notes';
import { type Reach, reachOf } from './reach';

interface Asked extends Omit<ConcordanceQuery, 'sort'> {
  /** For a file: users of whom nothing that was said comes, and nothing that not all in the group see. */
  leftOut?: readonly string[];
  /** A comment as it may be read; as it is unless told. */
  said?: Said;
}
type Said = (comment: CommentDocument) => CommentDocument;

/** Of words, a phrase or a beginning, in all their forms. */
export async function linesOfWords(
  viewer: Viewer,
  scope: GroupScope,
  { q, essay, in: where, said = (comment) => comment, leftOut }: Asked,
): Promise<Lines> {
  const terms = searchTerms(q);
  const reach = await reachOf(viewer, { group: scope.id }, terms);
  const essays = reach.essays.filter((one) => essay === undefined || essay === one.slug || essay === one.id);
  if (reach.tsquery === null || essays.length === 0) return { lines: [], isCut: false };
  const words = { terms, scope, reach: { ...reach, essays } };
  if (where === 'texts') return inTexts(words);
  return inComments(viewer, words, {
    said,
    filter: essay === undefined ? {} : { essay: essays[0]!.id },
    leftOut,
  });
}

interface Words {
  terms: SearchTerm[];
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

async function inTexts({ terms, scope, reach }: Words): Promise<Lines> {
  const essays = new Map(reach.essays.map((essay) => [essay.id, essay]));
  const rows = await query<Paragraph>('', paragraphsSql, [
    scope.id,
    [...essays.keys()],
    reach.tsquery,
    reach.stems,
  ]);
  const lines = rows.flatMap(({ id, start, text, forms }) => {
    const essay = essays.get(id)!;
    const points = codePoints(text);
    return kwic(text, foundWords(text, terms, marked(forms))).map((line) => {
      const place = { start: start + points.fromUtf16(line.start), end: start + points.fromUtf16(line.end) };
      const path = `/g/${scope.slug}/${essay.slug}#at-${place.start}-${place.end}`;
      return lineOf({ ...line, ...place }, { essay, person: null, path });
    });
  });
  return { lines, isCut: rows.length > mostLines };
}

/** The newest first. */
async function inComments(
  viewer: Viewer,
  { terms, scope, reach }: Words,
  { said, ...within }: { said: Said; filter: { essay?: string }; leftOut: readonly string[] | undefined },
): Promise<Lines> {
  const found = await newestNotes(viewer, { ...within, reach, most: mostLines, isSaid: true });
  const notes = found.slice(0, mostLines);
  const essays = new Map(reach.essays.map((essay) => [essay.id, essay]));
  const rows = await notesOf(
    notes.map(({ id }) => id),
    reach.stems,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const lines = notes.flatMap(({ id, kind, essay: on }) => {
    const [note, essay] = [byId.get(id), essays.get(on!)];
    if (!note || !essay) return [];
    const comment = note.document ? commentToText(said(note.document)) : '';
    const points = codePoints(comment);
    const path = `/g/${scope.slug}/${essay.slug}#${kind === 'reply' ? 'r' : 'a'}-${id}`;
    return kwic(comment, foundWords(comment, terms, marked(note.commentForms))).map((line) => {
      const place = { start: points.fromUtf16(line.start), end: points.fromUtf16(line.end) };
      return lineOf({ ...line, ...place }, { essay, person: note.person, path });
    });
  });
  return { lines, isCut: found.length > mostLines };
}
