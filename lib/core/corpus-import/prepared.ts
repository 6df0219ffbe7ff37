import type {
  CorpusAdjudication,
  CorpusAnnotation,
  CorpusCard,
  CorpusCoverage,
  CorpusDocument,
  CorpusPerson,
  CorpusRecord,
  CorpusReply,
} from '@/lib/core/corpus/corpus';
import { canonicalText } from '@/lib/core/essay/canonical-text';
import { type CommentDocument, isEmptyComment } from '@/lib/core/essay/comment-document';
import { commentToMarkdown, markdownToComment } from '@/lib/core/essay/comment-markdown';
import { CommentError, parseComment } from '@/lib/core/essay/comment-schema';
import type { EssayDocument } from '@/lib/core/essay/document';
import { documentOfText } from '@/lib/core/essay/document-of-text';
import { settledMentions } from '@/lib/core/essay/settled-mentions';
import { structureOf } from './structure-of';

/** A comment in both renditions. */
export interface PreparedWords {
  document: CommentDocument;
  markdown: string;
}

/** A record with all that takes time to make of it, and nothing that depends on the group. */
export type Prepared =
  | { kind: 'card'; row: number; card: CorpusCard }
  | { kind: 'document'; row: number; document: CorpusDocument }
  | (InText & {
      kind: 'annotation';
      /** Which of the annotations in that row, from 1, where a row holds many. */
      nth?: number | undefined;
      annotation: CorpusAnnotation;
      words: PreparedWords | null;
      /** Of each reply, in their order; null where it has none. */
      replyWords: (PreparedWords | null)[];
    })
  | (InText & { kind: 'adjudication'; decision: CorpusAdjudication })
  | (InText & { kind: 'coverage'; coverage: CorpusCoverage });

export type PreparedOf<Kind extends Prepared['kind']> = Extract<Prepared, { kind: Kind }>;

interface InText {
  row: number;
  /** Id of the document that it stands in. */
  text: string;
}

/** People of a source as the group is to know them, by their ids in the source. */
export type ExternalPeople = ReadonlyMap<string, { id: string; name: string }>;

/** What people of a corpus are called where it is imported, so that nobody takes them for a member. Said once, however far they came. */
export const externalName = (name: string): string =>
  `${
    canonicalText(name)
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/(?: \(imported\))+$/, '')
      .slice(0, 100)
      .toWellFormed() || 'Somebody'
  } (imported)`;

/** Or a sentence that says why it cannot be kept. A document stands in itself, a card in none. */
export function prepared(record: CorpusRecord, place: InText, people: ExternalPeople): Prepared | string {
  const { row } = place;
  switch (record.kind) {
    case 'card':
      return { kind: 'card', row, card: record };
    case 'coverage':
      return { kind: 'coverage', ...place, coverage: record };
    case 'adjudication':
      return { kind: 'adjudication', ...place, decision: record };
    case 'document':
      return { kind: 'document', row, document: whole(record) };
    case 'annotation':
      try {
        const wordsOf = (comment: string) => preparedWords(comment, people);
        const words = record.comment === null ? null : wordsOf(record.comment);
        const replyWords = record.replies.map(({ words }) => words && wordsOf(words.comment));
        return { kind: 'annotation', ...place, annotation: record, words, replyWords };
      } catch (error) {
        if (error instanceof CommentError) return error.message;
        throw error;
      }
  }
}

function whole(document: CorpusDocument): CorpusDocument & { structure: EssayDocument | null } {
  if (document.text === null) return document;
  const text = canonicalText(document.text);
  const structure = structureOf(document.structure, text) ?? documentOfText(text, document.title);
  return { ...document, text, structure };
}

function preparedWords(markdown: string, people: ExternalPeople): PreparedWords | null {
  const read = markdownToComment(markdown);
  if (isEmptyComment(read)) return null;
  const document = parseComment(settledMentions(read, (id) => people.get(id)));
  return { document, markdown: commentToMarkdown(document) };
}

/** Everybody who is named in a record. */
export function* peopleOf(record: CorpusRecord): Generator<CorpusPerson> {
  const named = (person: CorpusPerson | null | undefined) => (person ? [person] : []);
  if (record.kind === 'coverage') for (const { person } of record.checks) yield person;
  else if (record.kind === 'adjudication') yield* named(record.person);
  else if (record.kind === 'card') {
    yield* named(record.person);
    for (const { person } of record.relations) yield* named(person);
    for (const { person } of [...record.positions, ...record.beliefs]) yield person;
  } else if (record.kind === 'annotation') {
    yield record.person;
    yield* named(record.resolved?.person);
    for (const { person } of record.reactions) yield person;
    for (const { words, reactions } of record.replies as readonly CorpusReply[]) {
      yield* named(words?.person);
      for (const { person } of reactions) yield person;
    }
  }
}
