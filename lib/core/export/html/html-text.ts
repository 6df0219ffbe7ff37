import { type HighlightRange, segments } from '@/lib/core/anchoring/segments';
import { annotationTitle } from '@/lib/core/corpus/annotation-facts';
import type { CorpusAnnotation, CorpusDocument, CorpusTag } from '@/lib/core/corpus/corpus';
import { openLicence } from '@/lib/core/corpus/open-licence';
import { articleBlocks } from '@/lib/core/essay/article-html';
import type { EssayDocument } from '@/lib/core/essay/document';
import { documentOfText } from '@/lib/core/essay/document-of-text';
import { escapeHtml } from '@/lib/core/essay/escape-html';
import { beginsWithTitle } from '@/lib/core/essay/outline';
import { isSafeHref } from '@/lib/core/essay/safe-href';

interface MarkedText {
  /** Of the text in its file, from 1: begins its ids. */
  number: number;
  document: CorpusDocument & { text: string };
  /** In the order in which they are numbered. */
  annotations: readonly CorpusAnnotation[];
}

/** A text as its page shows it, a block at a time, under its title; each highlight begins with a link to its note. */
export function* textHtml(
  { number, document, annotations }: MarkedText,
  tags: readonly CorpusTag[],
): Generator<string> {
  const essay = document.structure ?? documentOfText(document.text, document.title);
  const isTitled = beginsWithTitle(essay, document.title) && hasTitle(essay);
  const refs = refsOf(annotations, tags);
  const links = linksTo(refs);
  yield '';
  const highlights = segments(refs);
  yield '';
  const place = { prefix: `t${number}-`, lower: hasTitle(essay) && !isTitled ? 2 : 1, link: links.to };
  let byline = bylineHtml(document);
  if (!isTitled) yield `<h2 dir="auto">${escapeHtml(document.title)}</h2>\n${byline}`;
  for (const block of articleBlocks(essay, highlights, place)) {
    yield `${block}\n${isTitled ? byline : ''}`;
    byline = '';
  }
  yield links.rest();
}

const hasTitle = ({ content: [first] }: EssayDocument): boolean =>
  first?.type === 'heading' && first.attrs.level === 1;

type Ref = HighlightRange & { glyph: string; number: number };

function refsOf(annotations: readonly CorpusAnnotation[], tags: readonly CorpusTag[]): Ref[] {
  const known = new Map(tags.map((tag) => [tag.slug, tag]));
  return annotations.map((annotation, i) => {
    const { id, start, end } = annotation;
    const { glyph = '', slot = 0 } = known.get(annotation.tags[0] ?? '') ?? {};
    const label = `${annotationTitle(annotation, known)} by ${annotation.person.name}`;
    return { id, start, end, slot, label, glyph, number: i + 1 };
  });
}

/** Gives each link once; the rest is of annotations on what is not drawn, such as a last line break. */
function linksTo(refs: readonly Ref[]) {
  const waiting = new Map(refs.map((ref) => [ref.id, ref]));
  const to = ({ id }: Pick<Ref, 'id'>): string => {
    const ref = waiting.get(id);
    waiting.delete(id);
    return ref ? linkHtml(ref) : '';
  };
  const rest = () => (waiting.size === 0 ? '' : `<p>${[...waiting.values()].map(linkHtml).join(' ')}</p>\n`);
  return { to, rest };
}

const linkHtml = ({ id, slot, label, glyph, number }: Ref): string =>
  `<a class="ref k${slot}" id="r-${id}" href="#a-${id}" aria-label="${escapeHtml(label)}">${escapeHtml(glyph)}<sup>${number}</sup></a>`;

/** Who wrote it, where it comes from, and how it may be passed on. */
function bylineHtml({ authors, url, licence, number }: CorpusDocument): string {
  const open = openLicence(licence);
  const parts = [
    ...(authors.length > 0 ? [escapeHtml(authors.join(', '))] : []),
    ...(url && isSafeHref(url) ? [`<a href="${escapeHtml(url)}" rel="noopener noreferrer">Source</a>`] : []),
    ...(open ? [`<a href="${open.url}" rel="noopener noreferrer">${escapeHtml(licence ?? '')}</a>`] : []),
    `Version ${number}`,
  ];
  return `<p class="small" dir="auto">${parts.join(' · ')}</p>\n`;
}
