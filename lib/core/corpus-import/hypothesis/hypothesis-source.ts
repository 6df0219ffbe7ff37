import { z } from 'zod';
import { slugOf } from '@/lib/core/api/slug';
import type { CorpusAnnotation, CorpusDocument, CorpusPerson, CorpusReply } from '@/lib/core/corpus/corpus';
import { checked } from '@/lib/core/corpus-import/checked-rows';
import { comparableUrl } from '@/lib/core/corpus-import/comparable-url';
import type { CorpusSource, SourcePiece } from '@/lib/core/corpus-import/corpus-source';
import type { BadRow } from '@/lib/core/corpus-import/import-report';
import { isoTime } from '@/lib/core/corpus-import/iso-time';
import { decoded, parsedJson } from '@/lib/core/corpus-import/lines-of';
import { whatItIs } from '@/lib/core/corpus-import/what-it-is';
import { byId, grouped } from '@/lib/core/crux/grouped';
import { idOfAccount } from '@/lib/core/export/hypothesis/account-name';
import { HypothesisAnnotation, heldOf, isPrivate, quoteOf } from './hypothesis-annotation';

/**
 * Answers of the Hypothesis API (`/api/search`), and files that its client exports. Its own import drops answers and takes
 * whoever imports for the author; here threads and authors stay. Positions count in the page as its client saw it, so
 * passages are found by their quotes.
 */
export const hypothesisSource: CorpusSource = {
  title: 'Hypothesis JSON',
  extensions: ['.json'],
  rows: 'item',
  brings:
    'Passages, comments, tags, threads, authors and dates, from the API or a file that the client exported.',
  hasTexts: false,
  expects: 'Files of Hypothesis have “annotations” or “rows”, each with a “uri” and a “user”.',
  sign: /"export_userid"|"user"\s*:\s*"acct:/,
  read: (content) => hypothesisPieces(decoded(content)),
};

const ClientFile = z.looseObject({
  annotations: z.array(z.unknown()),
  export_userid: z.string().optional(),
  client_version: z.string().optional(),
});
const ApiAnswer = z.looseObject({ rows: z.array(z.unknown()), replies: z.array(z.unknown()).default([]) });
const File = z.union([ClientFile, ApiAnswer, z.array(z.unknown())]);

/** What is an annotation of Hypothesis, if not a whole one. */
const Located = z.union([z.looseObject({ uri: z.string() }), z.looseObject({ user: z.string() })]);

interface Row {
  row: number;
  it: HypothesisAnnotation;
  created: string;
}

function* hypothesisPieces(content: string): Generator<SourcePiece> {
  yield { head: { source: 'hypothesis', group: null, tags: [] } };
  const json = parsedJson(content);
  const file = File.safeParse(json);
  if (!file.success) return yield { alien: whatItIs(content, json) };
  const { rows, owner, isOurs } = itemsOf(file.data);
  if (rows.length > 0 && !rows.some((row) => Located.safeParse(row).success))
    return yield { alien: whatItIs(content, rows[0]) };
  const kept: Row[] = [];
  for (const [i, value] of rows.entries()) {
    const found = rowOf(value, i + 1, owner);
    if ('bad' in found) yield found;
    else kept.push(isOurs ? ofOurs(found) : found);
  }
  yield* piecesOf(kept, owner);
}

interface Items {
  rows: unknown[];
  owner?: string | undefined;
  /** lib/core/export/hypothesis wrote the file. */
  isOurs: boolean;
}

function itemsOf(file: z.infer<typeof File>): Items {
  if (Array.isArray(file)) return { rows: file, isOurs: false };
  if ('annotations' in file) {
    const { annotations, export_userid, client_version } = file as z.infer<typeof ClientFile>;
    return {
      rows: annotations,
      owner: export_userid,
      isOurs: client_version?.startsWith('Cruxbook ') ?? false,
    };
  }
  const { rows, replies } = file as z.infer<typeof ApiAnswer>;
  return { rows: [...rows, ...replies], isOurs: false };
}

/** People of a group are the same in each of its files; tags that stand for cards are no words of its vocabulary. */
function ofOurs({ it, ...row }: Row): Row {
  const user = idOfAccount(/^acct:(.+)@/.exec(it.user)?.[1] ?? '') ?? it.user;
  return { ...row, it: { ...it, user, tags: it.tags.filter((tag) => !/^card:\d+$/.test(tag)) } };
}

function rowOf(value: unknown, row: number, owner: string | undefined): Row | { bad: BadRow } {
  const result = checked(HypothesisAnnotation, value);
  if ('reason' in result) return { bad: { row, what: 'annotation', reason: result.reason } };
  const it = result.value;
  const bad = (reason: string) => ({ bad: { row, what: `annotation ${it.id}`, reason } });
  const created = isoTime(it.created);
  if (created === null) return bad('“created” is not a time.');
  if (isPrivate(it) && it.user !== owner) return bad('It is private to somebody else.');
  if (it.hidden && it.text === '' && it.tags.length === 0) return bad('A moderator there has hidden it.');
  if (it.references.length === 0 && !quoteOf(it))
    return bad('It stands on no words: it is a note on the whole page.');
  return { row, it, created };
}

/** Roots by the page they stand on, each with its thread. */
function* piecesOf(rows: readonly Row[], owner: string | undefined): Generator<SourcePiece> {
  const roots = rows.filter(({ it }) => it.references.length === 0);
  const known = new Map(rows.map((row) => [row.it.id, row]));
  const threads = grouped(
    rows.filter(({ it }) => it.references.length > 0),
    ({ it }) => it.references[0]!,
  );
  const there = new Set(roots.map(({ it }) => it.id));
  for (const [root, replies] of threads)
    if (!there.has(root))
      for (const { row, it } of replies)
        yield { bad: { row, what: `reply ${it.id}`, reason: 'It answers something that is not there.' } };
  for (const [key, marks] of grouped(roots, ({ it }) => comparableUrl(it.uri) || it.uri)) {
    yield { record: documentOf(key, marks), row: marks[0]!.row };
    for (const mark of marks) {
      const replies = (threads.get(mark.it.id) ?? []).sort(
        (a, b) => byId(a.created, b.created) || byId(a.it.id, b.it.id),
      );
      yield {
        record: annotationOf(
          mark,
          replies.map((one) => replyOf(one, known)),
          owner,
        ),
        row: mark.row,
      };
    }
  }
}

function documentOf(key: string, marks: readonly Row[]): CorpusDocument {
  const { uri, document } = marks[0]!.it;
  const title = document?.title[0]?.trim() || uri;
  return {
    kind: 'document',
    id: key,
    essay: key,
    slug: slugOf(title, 'essay'),
    number: 1,
    title,
    authors: [],
    url: uri,
    licence: null,
    language: 'en',
    text: null,
    structure: null,
    sha256: '',
    created: marks[0]!.created,
    annotations: marks.length,
  };
}

const personOf = ({ user, user_info }: HypothesisAnnotation): CorpusPerson => ({
  id: user,
  name: user_info?.display_name || user.replace(/^acct:/, '').replace(/@hypothes\.is$/, ''),
  pseudonymous: false,
});

const modifiedOf = ({ it, created }: Row): string | null => {
  const updated = isoTime(it.updated);
  // Both are written in one request, some microseconds apart.
  return updated === null || Date.parse(updated) - Date.parse(created) < 1_000 ? null : updated;
};

function annotationOf(mark: Row, replies: CorpusReply[], owner: string | undefined): CorpusAnnotation {
  const { it, created } = mark;
  const quote = quoteOf(it);
  const link = it.links?.html ?? it.links?.incontext;
  const names = [...new Set(it.tags.map((tag) => tag.trim()).filter(Boolean))];
  return {
    kind: 'annotation',
    id: it.id,
    person: personOf(it),
    created,
    modified: modifiedOf(mark),
    start: 0,
    end: 0,
    startPoint: 0,
    endPoint: 0,
    quote: quote?.exact ?? '',
    prefix: quote?.prefix ?? '',
    suffix: quote?.suffix ?? '',
    tags: [...new Set(names.map((name) => slugOf(name, 'tag')))],
    comment: it.text.trim() === '' ? null : it.text,
    visibility: isPrivate(it) && it.user === owner ? 'private' : 'group',
    held: heldOf(it),
    resolved: null,
    reactions: [],
    cards: [],
    replies,
    anchor: { state: 'anchored', method: 'quote', confidence: 1 },
    ...(link !== undefined && { via: [link] }),
  };
}

/** The last of `references` is what it answers, unless that is gone: then what that answered. */
function replyOf(row: Row, known: ReadonlyMap<string, Row>): CorpusReply {
  const { it, created } = row;
  const parent = it.references.slice(1).findLast((id) => known.has(id)) ?? null;
  const words = { person: personOf(it), comment: it.text, modified: modifiedOf(row) };
  return {
    id: it.id,
    parent,
    created,
    held: heldOf(it),
    reactions: [],
    words: it.text.trim() === '' ? null : words,
  };
}
