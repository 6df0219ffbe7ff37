import { pieces } from '@/lib/core/anchoring/pieces';
import { segments } from '@/lib/core/anchoring/segments';
import { annotationTitle } from '@/lib/core/corpus/annotation-facts';
import type { CorpusAnnotation, CorpusDocument, CorpusTag } from '@/lib/core/corpus/corpus';
import { openLicence } from '@/lib/core/corpus/open-licence';
import { escapeHtml } from '@/lib/core/essay/escape-html';
import { isSafeHref } from '@/lib/core/essay/safe-href';
import type { Segment, SegmentRef } from '@/lib/core/essay/segment';

/** A text with its title and its highlights, a paragraph at a time; each highlight begins with a link to its note. */
export function* articleHtml(
  document: CorpusDocument & { text: string },
  annotations: readonly CorpusAnnotation[],
  tags: readonly CorpusTag[],
): Generator<string> {
  const known = new Map(tags.map((tag) => [tag.slug, tag]));
  const links = new Map(
    annotations.map((annotation, i) => {
      const { glyph = '', slot = 0 } = known.get(annotation.tags[0] ?? '') ?? {};
      return [annotation.id, { glyph, number: i + 1, slot }];
    }),
  );
  const link = ({ id, label }: SegmentRef): string => {
    const { glyph = '', number = 0, slot = 0 } = links.get(id) ?? {};
    return `<a class="ref k${slot}" id="r-${id}" href="#a-${id}" aria-label="${escapeHtml(label)}">${escapeHtml(glyph)}<sup>${number}</sup></a>`;
  };
  const highlights = segments(
    annotations.map((annotation) => ({
      ...annotation,
      slot: links.get(annotation.id)?.slot ?? 0,
      label: `${annotationTitle(annotation, known)} by ${annotation.person.name}`,
    })),
  );
  const draw = paragraphs(highlights, link);
  yield titleHtml(document);
  let at = 0;
  for (const part of document.text.split(/(\n{2,})/)) {
    if (!part.startsWith('\n\n') && part !== '') yield `<p dir="auto">${draw(part, at)}</p>\n`;
    at += part.length;
  }
}

function titleHtml({ title, authors, url, licence, number }: CorpusDocument): string {
  const open = openLicence(licence);
  const parts = [
    ...(authors.length > 0 ? [escapeHtml(authors.join(', '))] : []),
    ...(url && isSafeHref(url) ? [`<a href="${escapeHtml(url)}" rel="noopener noreferrer">Source</a>`] : []),
    ...(open ? [`<a href="${open.url}" rel="noopener noreferrer">${escapeHtml(licence ?? '')}</a>`] : []),
    `Version ${number}`,
  ];
  return `<h2 dir="auto">${escapeHtml(title)}</h2>\n<p class="small" dir="auto">${parts.join(' · ')}</p>\n`;
}

/** Draws one after another. What begins between two paragraphs has its link at the beginning of the second. */
function paragraphs(highlights: readonly Segment[], link: (ref: SegmentRef) => string) {
  let linked = 0;
  const refsUpTo = (offset: number): string => {
    let refs = '';
    for (; linked < highlights.length && highlights[linked]!.start <= offset; linked++)
      refs += highlights[linked]!.refs.map(link).join('');
    return refs;
  };
  return (text: string, start: number): string =>
    pieces(highlights, start, start + text.length)
      .map(({ start: from, end, segment }) => {
        const words = escapeHtml(text.slice(from - start, end - start)).replaceAll('\n', '<br>');
        const marked = segment ? `<mark class="k${segment.slot} d${segment.depth}">${words}</mark>` : words;
        return refsUpTo(from) + marked;
      })
      .join('');
}
