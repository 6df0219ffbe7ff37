import { type Tokens, tokenizing, tokensWithin } from '@/lib/core/agreement/tokens';
import { keepDecision, statementOf } from '@/lib/core/corpus/annotation-facts';
import type {
  CorpusAdjudication,
  CorpusAnnotation,
  CorpusDocument,
  CorpusHead,
} from '@/lib/core/corpus/corpus';
import { corpusIris } from '@/lib/core/corpus/corpus-iris';
import { documentOfText } from '@/lib/core/essay/document-of-text';
import { textNamer } from '@/lib/core/export/annotator-layers';
import {
  type CorpusWriter,
  type ExportFormat,
  guarded,
  type Put,
  type Steps,
} from '@/lib/core/export/export-format';
import { corpusFileName } from '@/lib/core/export/file-names';
import { oneLine } from '@/lib/core/export/one-line';
import { essayMarkdown } from './markdown-essay';
import { markdownNotes } from './markdown-notes';
import { inMarkdown, type Stretch } from './markdown-text';

/**
 * A file for each text: the essay, with a footnote for each annotation. Words that look like Markdown are escaped, so
 * that they read as they are in CommonMark, GitHub's dialect and Pandoc's; the essay's own notes are not footnotes of
 * Markdown, which would number them among the others, but stand at its end under their own signs. Memory: one document with its annotations, and
 * what cards say. Source: https://github.github.com/gfm, https://pandoc.org/MANUAL.html#footnotes
 */
export const markdown: ExportFormat = {
  title: 'Markdown with footnotes',
  madeFor: 'reading',
  mediaType: 'text/markdown',
  extension: 'md',
  files: 'in turn',
  keeps:
    'Each text with its formatting and highlights, and a footnote for each annotation: tags, who and when, the passage, comment, thread, reactions, what its cards say, and what was decided about it.',
  loses:
    'Where one of several highlights that overlap begins, or a mark that a decision moved, but for its words; lists and joined cells in tables, and line breaks in headings; times of day, edits, ids of people and answers; where an annotation was imported from, and how surely it is anchored; everything of cards but their statements and roles, and cards that no passage names; positions, coverage, and the vocabulary but for the names of tags. Answers below the twelfth level stand on it. A footnote’s sign stands after a whole word, link or block of code, in which nothing is marked. A text that may not be passed on is left out, with what was marked in it.',
  withoutText: 'nothing',
  tells: guarded,
  lacks: ['relations', 'positions', 'beliefs', 'checks'],
  partly: ['cards'],
  writer: markdownWriter,
};

interface OpenText {
  document: CorpusDocument & { text: string };
  annotations: CorpusAnnotation[];
  decisions: Map<string, CorpusAdjudication>;
}

function markdownWriter(head: CorpusHead, put: Put): CorpusWriter {
  const name = textNamer();
  const statements = new Map<string, string>();
  const noteOf = markdownNotes(head, statements);
  let open: OpenText | null = null;
  let isEmpty = true;
  function* close(): Steps {
    if (!open) return;
    isEmpty = false;
    const { document, annotations } = open;
    const file = `${name(document)}.md`;
    put(file, frontMatter(head, document));
    const notes = yield* placed(document, annotations);
    const places = notes.map(({ place }) => place);
    const pen = { offset: 0, marked: markedIn(annotations), places, written: 0 };
    const { structure, text, title } = document;
    for (const piece of essayMarkdown(structure ?? documentOfText(text, title), pen)) yield put(file, piece);
    for (const [i, { annotation }] of notes.entries())
      yield put(file, `${i === 0 ? '' : '\n'}${noteOf(annotation, i + 1, open)}`);
  }
  function* begin({ text, ...document }: CorpusDocument): Steps {
    yield* close();
    open = text === null ? null : { document: { ...document, text }, annotations: [], decisions: new Map() };
  }
  return {
    write(record) {
      if (record.kind === 'card') statements.set(record.id, statementOf(record));
      else if (record.kind === 'document') return begin(record);
      else if (record.kind === 'annotation') open?.annotations.push(record);
      else if (record.kind === 'adjudication' && open) keepDecision(open.decisions, record);
    },
    *end() {
      yield* close();
      const nothing = `# ${inMarkdown(head.group.name)}\n\nThere is no text to pass on.\n`;
      if (isEmpty) put(`${corpusFileName(head)}.md`, nothing);
    },
  };
}

/** YAML, in which everything that is JSON means the same. The keys are Pandoc's where it has one. */
function frontMatter(
  { group, release, site, software, changed }: CorpusHead,
  document: CorpusDocument,
): string {
  const lines = {
    title: oneLine(document.title),
    author: document.authors.map(oneLine),
    lang: document.language,
    source: document.url,
    license: document.licence,
    version: document.number,
    text_sha256: document.sha256,
    group: group.name,
    annotated: corpusIris({ site, group }).essay(document.slug),
    generator: `${software.name} ${software.version}`,
    changed,
    release: release ?? null,
  };
  const known = Object.entries(lines).filter(([, value]) => value !== null);
  return `---\n${known.map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join('')}---\n\n`;
}

interface Placed {
  annotation: CorpusAnnotation;
  /** UTF-16 offset in the text at which the sign of its note stands. */
  place: number;
}

/** Annotations in the order of their signs, so that every reader gives the notes the same numbers. */
function* placed(
  { text, language }: OpenText['document'],
  annotations: readonly CorpusAnnotation[],
): Generator<undefined, Placed[]> {
  const tokens = yield* tokenizing(text, language);
  return annotations
    .map((annotation) => ({ annotation, place: endOfWord(tokens, annotation.end) }))
    .sort((a, b) => a.place - b.place);
}

/** The end of the word that an offset is in, or that stands before the white space it is in. */
const endOfWord = (tokens: Tokens, offset: number): number =>
  tokens.ends[tokensWithin(tokens, { start: 0, end: offset }).end - 1] ?? tokens.ends[0] ?? 0;

/** What of a text somebody marked, whoever it was. */
function markedIn(annotations: readonly CorpusAnnotation[]): Stretch[] {
  const marked: Stretch[] = [];
  for (const { start, end } of annotations) {
    const last = marked.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (start < end) marked.push({ start, end });
  }
  return marked;
}
