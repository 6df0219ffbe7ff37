import { keepDecision, statementOf } from '@/lib/core/corpus/annotation-facts';
import type {
  CorpusAdjudication,
  CorpusAnnotation,
  CorpusCard,
  CorpusDocument,
  CorpusHead,
  CorpusTag,
} from '@/lib/core/corpus/corpus';
import { escapeHtml } from '@/lib/core/essay/escape-html';
import {
  type CorpusWriter,
  type ExportFormat,
  guarded,
  type Put,
  type Steps,
} from '@/lib/core/export/export-format';
import { corpusFileName } from '@/lib/core/export/file-names';
import { releaseWords } from '@/lib/core/export/release-words';
import { cardsHtml } from './html-cards';
import { notesHtml } from './html-notes';
import { pageStyle } from './html-style';
import { textHtml } from './html-text';

/**
 * One page to read: texts with what was marked in them, threads beside on wide screens and below on narrow ones and on
 * paper. It asks for nothing from elsewhere and runs nothing. Memory: one document with its annotations, and the cards.
 */
export const html: ExportFormat = {
  title: 'HTML page',
  madeFor: 'reading',
  mediaType: 'text/html',
  extension: 'html',
  files: 'one',
  keeps:
    'A page that reads well offline and on paper: texts with their formatting and highlights, threads with reactions and what was decided, the vocabulary, and cards with relations and positions.',
  loses:
    'Times of day, edits, coverage, ids of people, which tags are retired, licences that are not open, and the place of a mark that a decision moved; where an annotation was imported from, and how surely it is anchored; everything of cards but words, kind, status and the day to settle them; who drew a relation and when, which one an undercut attacks, and those that were rejected; everything of positions but who holds them, how surely and why; conditional beliefs. Answers below the twelfth level stand on it. A text that may not be passed on is left out, with what was marked in it.',
  withoutText: 'nothing',
  tells: guarded,
  lacks: ['beliefs', 'checks'],
  partly: ['relations', 'positions'],
  writer: htmlWriter,
};

interface OpenText {
  document: CorpusDocument & { text: string };
  annotations: CorpusAnnotation[];
  decisions: Map<string, CorpusAdjudication>;
}

function htmlWriter(head: CorpusHead, put: Put): CorpusWriter {
  const out = (piece: string) => put(`${corpusFileName(head)}.html`, piece);
  const cards: CorpusCard[] = [];
  const statements = new Map<string, string>();
  const titles: string[] = [];
  let open: OpenText | null = null;
  function* close(): Steps {
    if (!open) return;
    const { document, annotations } = open;
    // Numbered as their links come: where two begin together, the longer is first.
    annotations.sort((a, b) => a.start - b.start || b.end - a.end);
    titles.push(document.title);
    const number = titles.length;
    out(`<article id="t-${number}" lang="${escapeHtml(document.language)}">\n<div class="text">\n`);
    for (const piece of textHtml({ number, document, annotations }, head.tags)) yield out(piece);
    out('</div>\n');
    for (const piece of notesHtml(open, head.tags, statements)) yield out(piece);
    out('</article>\n');
  }
  function* begin({ text, ...document }: CorpusDocument): Steps {
    yield* close();
    open = text === null ? null : { document: { ...document, text }, annotations: [], decisions: new Map() };
  }
  out(opening(head));
  return {
    write(record) {
      if (record.kind === 'card') {
        cards.push(record);
        statements.set(record.id, statementOf(record));
      } else if (record.kind === 'document') return begin(record);
      else if (record.kind === 'annotation') open?.annotations.push(record);
      else if (record.kind === 'adjudication' && open) keepDecision(open.decisions, record);
    },
    *end() {
      yield* close();
      if (titles.length === 0) out('<p>There is no text to pass on.</p>\n');
      for (const piece of cardsHtml(cards)) yield out(piece);
      out(closing(head, titles));
    },
  };
}

function opening({ group, tags }: CorpusHead): string {
  const name = escapeHtml(group.name);
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${name}</title>
<style>
${pageStyle(tags)}</style>
</head>
<body>
<header>
<h1 dir="auto">${name}</h1>
${group.description ? `<p dir="auto">${escapeHtml(group.description)}</p>\n` : ''}<p class="small"><a href="#texts">All texts</a> · <a href="#cards">Cards</a></p>
<dl class="legend">
${tags.map(legend).join('')}</dl>
</header>
<main>
`;
}

const legend = ({ slot, glyph, name, definition }: CorpusTag): string =>
  `<div><dt><mark class="k${slot}">${escapeHtml(glyph)} ${escapeHtml(name)}</mark></dt><dd dir="auto">${escapeHtml(definition)}</dd></div>\n`;

function closing({ release, software, changed, site }: CorpusHead, titles: readonly string[]): string {
  const items = titles.map(
    (title, i) => `<li dir="auto"><a href="#t-${i + 1}">${escapeHtml(title)}</a></li>\n`,
  );
  return `</main>
<footer>
<nav id="texts" aria-label="Texts"><h2>Texts</h2>
<ol>
${items.join('')}</ol></nav>
${release ? `<p class="small" dir="auto">${escapeHtml(releaseWords(release))}.</p>\n` : ''}<p class="small">${escapeHtml(`${software.name} ${software.version}, ${site}. Last change: ${changed.slice(0, 10)}.`)}</p>
</footer>
</body>
</html>
`;
}
