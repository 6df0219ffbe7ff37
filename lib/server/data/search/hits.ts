import 'server-only';
import { codePoints } from '@/lib/core/anchoring/code-points';
import type { Person } from '@/lib/core/annotation/annotation';
import type { SearchHit } from '@/lib/core/api/search';
import { standingComment } from '@/lib/core/corpus/standing-comment';
import { type CommentDocument, commentToText } from '@/lib/core/essay/comment-document';
import { type FoundRange, foundWords } from '@/lib/core/search/found-words';
import type { SearchTerm } from '@/lib/core/search/search-terms';
import { snippetOf } from '@/lib/core/search/snippet';
import { query } from '@/lib/server/data/database';
import type { Candidate } from './candidate';
import { marked, markedSql } from './marked-forms';
import type { Reach } from './reach';

interface Note {
  id: string;
  person: Person | null;
  /** What somebody wrote; null where they only marked, and of a card. */
  document: CommentDocument | null;
  /** The same as Markdown, or all that a card says, with the forms of the words marked. */
  commentForms: string;
  quote: string;
  quoteForms: string;
  tags: SearchHit['tags'];
  card: SearchHit['card'];
  /** Of a card: Markdown, and plain text. */
  details: string | null;
  operationalization: string | null;
}

/** Of the words that a note is on so many characters are read, as many as `index_annotation` has words of. */
const readOfQuote = 20_000;

/** $1 ids, $2 words as a tsquery. */
const notesSql = `
  SELECT n.id, n.person, n.document, n.quote, n.tags, n.card, n.details, n.operationalization,
    ${markedSql('n.language', 'n.comment', '$2')} AS "commentForms", ${markedSql('n.language', 'n.quote', '$2')} AS "quoteForms"
  FROM (
    SELECT k.id, json_build_object('id', u.id, 'name', u.name) AS person,
      coalesce(e.language, (SELECT f.language FROM reading_list_entry l JOIN essay f ON f.id = l.essay_id
        WHERE l.group_id = c.group_id ORDER BY l.position LIMIT 1), 'en') AS language,
      coalesce(r.comment, CASE WHEN r.id IS NULL THEN a.comment END) AS document,
      c.details, c.operationalization,
      coalesce(r.comment_markdown, a.comment_markdown, concat_ws(' ', c.statement, c.details, c.operationalization)) AS comment,
      left(coalesce(jsonb_path_query_first(t.selectors, '$[*] ? (@.type == "TextQuoteSelector").exact') #>> '{}', ''), ${readOfQuote}) AS quote,
      (SELECT coalesce(json_agg(json_build_object('slug', w.slug, 'name', w.name, 'slot', w.slot, 'line', w.line, 'glyph', w.glyph)
         ORDER BY w.position), '[]') FROM annotation_tag x JOIN tag w ON w.id = x.tag_id WHERE x.annotation_id = a.id) AS tags,
      CASE WHEN c.id IS NOT NULL THEN json_build_object('number', c.number, 'kind', c.kind, 'status', c.status, 'statement', c.statement) END AS card
    FROM unnest($1::uuid[]) k (id)
    LEFT JOIN annotation a ON a.id = k.id
    LEFT JOIN target t ON t.annotation_id = a.id
    LEFT JOIN reply r ON r.id = k.id
    LEFT JOIN annotation thread ON thread.id = coalesce(a.id, r.annotation_id)
    LEFT JOIN essay e ON e.id = thread.essay_id
    LEFT JOIN card c ON c.id = k.id
    JOIN "user" u ON u.id = coalesce(a.author_id, r.author_id, c.created_by_id)) n`;

/** What was said in annotations, replies and cards that somebody may see, with the words they share with `stems` marked. */
export const notesOf = async (ids: readonly string[], stems: string | null): Promise<Note[]> =>
  ids.length === 0 ? [] : query<Note>('search-notes', notesSql, [ids, stems]);

interface Paragraph {
  id: string;
  number: number;
  start: number;
  text: string;
  forms: string;
}

/** $1 essays, $2 numbers, $3 words as a tsquery. */
const passagesSql = `
  SELECT p.essay_id AS id, p.number, p.start, p.text, ${markedSql('e.language', 'p.text', '$3')} AS forms
  FROM unnest($1::uuid[], $2::int[]) k (id, number)
  JOIN passage p ON p.essay_id = k.id AND p.number = k.number JOIN essay e ON e.id = p.essay_id`;

interface Asked {
  reach: Reach;
  terms: readonly SearchTerm[];
}

/** What was found, with the words around it. */
export async function hitsOf(page: readonly Candidate[], asked: Asked): Promise<SearchHit[]> {
  const [essays, notes] = [
    page.filter(({ kind }) => kind === 'essay'),
    page.filter(({ kind }) => kind !== 'essay'),
  ];
  const [paragraphs, rows] = await Promise.all([
    essays.length === 0
      ? []
      : query<Paragraph>('search-passages', passagesSql, [
          essays.map(({ id }) => id),
          essays.map(({ passage }) => passage),
          asked.reach.stems,
        ]),
    notesOf(
      notes.map(({ id }) => id),
      asked.reach.stems,
    ),
  ]);
  const byId = new Map<string, Paragraph | Note>([...paragraphs, ...rows].map((row) => [row.id, row]));
  return page.flatMap((candidate) => {
    const row = byId.get(candidate.id);
    if (!row) return [];
    const base = baseOf(candidate, asked.reach);
    return 'number' in row ? essayHit(base, row, asked) : noteHit(base, row, asked);
  });
}

type Base = Omit<SearchHit, 'snippet' | 'path'> & { at: string };

function baseOf(found: Candidate, { groups, essays }: Reach): Base {
  const { slug, name } = groups.find(({ id }) => id === found.group)!;
  const essay = essays.find(({ id }) => id === found.essay) ?? null;
  return {
    kind: found.kind,
    id: found.id,
    group: { slug, name },
    essay: essay && { id: essay.id, slug: essay.slug, title: essay.title, language: essay.language },
    card: null,
    person: null,
    created: found.created.toISOString(),
    tags: [],
    more: found.more,
    at: `/g/${slug}${essay ? `/${essay.slug}` : ''}`,
  };
}

/** Of one passage no more are lit up. */
const mostMarks = 20;

function essayHit(
  { at, ...base }: Base,
  { number, start, text, forms }: Paragraph,
  { terms }: Asked,
): SearchHit {
  const found = foundWords(text, terms, marked(forms));
  if (number === 0)
    return { ...base, snippet: { ...partsOf(text, found, text.length), from: 'title' }, path: at };
  const path = found.length === 0 ? at : `${at}#at-${placesOf(text, found, start)}`;
  return { ...base, snippet: { ...partsOf(text, found), from: 'text' }, path };
}

/** `<start>-<end>` of each in Unicode code points of the canonical text. */
function placesOf(text: string, found: readonly FoundRange[], start: number): string {
  const points = codePoints(text);
  const place = (offset: number) => start + points.fromUtf16(offset);
  return found
    .slice(0, mostMarks)
    .map((range) => `${place(range.start)}-${place(range.end)}`)
    .join(',');
}

function noteHit({ at, ...base }: Base, note: Note, { terms }: Asked): SearchHit {
  const { person, card, tags } = note;
  const path = card ? `${at}/cards/${card.number}` : `${at}#${base.kind === 'reply' ? 'r' : 'a'}-${base.id}`;
  return {
    ...base,
    person,
    card,
    tags,
    snippet: card ? cardSnippet(card.statement, note, terms) : snippetIn(note, terms),
    path,
  };
}

/** Of the comment, unless the words are only in what it is on. */
function snippetIn(note: Note, terms: readonly SearchTerm[]): SearchHit['snippet'] {
  const comment = note.document ? commentToText(note.document) : '';
  const inComment = foundWords(comment, terms, marked(note.commentForms));
  const inQuote =
    inComment.length > 0 || note.quote === '' ? [] : foundWords(note.quote, terms, marked(note.quoteForms));
  return inQuote.length > 0
    ? { ...partsOf(note.quote, inQuote), from: 'quote' }
    : { ...partsOf(comment, inComment), from: 'comment' };
}

/** Of the details, or of what would count as true; where neither has the words, the whole statement. */
function cardSnippet(statement: string, note: Note, terms: readonly SearchTerm[]): SearchHit['snippet'] {
  const forms = marked(note.commentForms);
  const details = note.details && commentToText(standingComment(note.details));
  for (const text of [details, note.operationalization]) {
    const found = text ? foundWords(text, terms, forms) : [];
    if (text && found.length > 0) return { ...partsOf(text, found), from: 'comment' };
  }
  return { ...partsOf(statement, foundWords(statement, terms, forms), statement.length), from: 'title' };
}

function partsOf(text: string, found: readonly FoundRange[], length?: number) {
  const { parts, isCutBefore, isCutAfter } = snippetOf(text, found, length);
  return { parts, isCutBefore, isCutAfter };
}
