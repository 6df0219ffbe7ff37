import { findingSentences } from '@/lib/core/agreement/contested-sentences';
import type { Span } from '@/lib/core/agreement/marks';
import { type Tokens, tokenizing } from '@/lib/core/agreement/tokens';
import { codePoints } from '@/lib/core/anchoring/code-points';
import type { CorpusHead } from '@/lib/core/corpus/corpus';
import { type AnnotatorLayer, annotatorLayers } from '@/lib/core/export/annotator-layers';
import type { CorpusWriter, ExportFormat, Put, Steps } from '@/lib/core/export/export-format';
import { corpusFileName } from '@/lib/core/export/file-names';
import { oneLine } from '@/lib/core/export/one-line';
import { releaseWords } from '@/lib/core/export/release-words';
import { type ConllColumn, conllColumns } from './conll-columns';

/**
 * A line for each token, an empty one after each sentence; comments as in CoNLL-U Plus, offsets in code points. Memory:
 * one document with its annotations and tokens. Source: https://universaldependencies.org/ext-format.html
 */
export const conll: ExportFormat = {
  title: 'CoNLL',
  madeFor: 'annotation',
  mediaType: 'text/plain',
  extension: 'conll',
  files: 'in turn',
  keeps:
    'The words of each text in sentences with their offsets, its title, address, licence and language, and for each person a folder with their tags as BIO columns, one for marks without a tag; overlaps go into further columns. What was decided has a folder of its own.',
  loses:
    'Authors and formatting of texts; everything of annotations but passage, tags and who made them, also which tags belong together; names and definitions of tags, decisions but for the marks left standing, cards, positions and coverage. A passage grows to whole words; the file says how many did. A “#” with which a word begins is written “＃”, because lines that begin with # are comments. A text comes only where somebody marked something in it, and where it may be passed on. What is private or held does not come.',
  withoutText: 'nothing',
  tells: [],
  lacks: ['replies', 'cards', 'relations', 'positions', 'beliefs', 'checks', 'adjudications'],
  partly: ['documents'],
  writer: conllWriter,
};

function conllWriter(head: CorpusHead, put: Put): CorpusWriter {
  const tags = head.tags.map(({ slug }) => slug);
  let words: TokenizedText | null = null;
  const layers = annotatorLayers(function* (layer): Steps {
    if (words?.document !== layer.document) words = yield* tokenized(layer.document);
    const { columns, snapped } = conllColumns(tags, words.tokens, layer.annotations);
    const out = (piece: string) => put(`${layer.path}.conll`, piece);
    yield out(header(head, layer, { columns, snapped }));
    for (const row of rows(words, columns)) yield out(row);
  });
  return {
    write: layers.write,
    *end() {
      yield* layers.end();
      // No marks at all: a file without tokens.
      if (!words) put(`${corpusFileName(head)}.conll`, `${columnsLine(tags.map((name) => ({ name })))}\n`);
    },
  };
}

const columnsLine = (columns: readonly { name: string }[]) =>
  `# global.columns = ${['TOKEN', 'START', 'END', ...columns.map(({ name }) => name)].join(' ')}`;

function header(
  { release }: CorpusHead,
  { document, person }: AnnotatorLayer,
  { columns, snapped }: ReturnType<typeof conllColumns>,
) {
  const lines = [
    columnsLine(columns),
    `# newdoc id = ${document.id}`,
    `# title = ${oneLine(document.title)}`,
    `# language = ${document.language}`,
    ...(document.url ? [`# source = ${oneLine(document.url)}`] : []),
    ...(document.licence ? [`# licence = ${oneLine(document.licence)}`] : []),
    ...(release ? [`# release = ${releaseWords(release)}`] : []),
    `# annotator = ${oneLine(person.name)}`,
    `# annotator_id = ${person.id}`,
    '# offset_unit = unicode_code_point',
    `# snapped_spans = ${snapped}`,
  ];
  return `${lines.join('\n')}\n`;
}

interface TokenizedText {
  document: AnnotatorLayer['document'];
  tokens: Tokens;
  /** Of each token: itself and its offsets in code points, as they stand in a line. */
  lines: readonly string[];
  /** Ordinals of tokens with which a sentence begins. */
  sentences: ReadonlySet<number>;
}

function* tokenized(document: AnnotatorLayer['document']): Generator<undefined, TokenizedText> {
  const { text, language } = document;
  const tokens = yield* tokenizing(text, language);
  const points = codePoints(text);
  const lines = Array.from(tokens.starts, (start, i) => {
    const end = tokens.ends[i]!;
    const word = text.slice(start, end);
    return `${word.replace(/^#/, '＃')}\t${points.fromUtf16(start)}\t${points.fromUtf16(end)}`;
  });
  const sentences = sentenceStarts(yield* findingSentences(text, language), tokens);
  return { document, tokens, lines, sentences };
}

function sentenceStarts(sentences: readonly Span[], { starts }: Tokens): Set<number> {
  const found = new Set<number>();
  let token = 0;
  for (const { start } of sentences) {
    while (token < starts.length && starts[token]! < start) token++;
    found.add(token);
  }
  return found;
}

function* rows({ lines, sentences }: TokenizedText, columns: readonly ConllColumn[]): Generator<string> {
  let sentence = 0;
  for (const [i, line] of lines.entries()) {
    const opening = sentences.has(i) ? `${sentence === 0 ? '' : '\n'}# sent_id = ${++sentence}\n` : '';
    yield `${opening}${line}\t${columns.map(({ cells }) => cells[i]).join('\t')}\n`;
  }
  yield '\n';
}
