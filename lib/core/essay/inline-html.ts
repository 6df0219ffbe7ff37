import type { Inline, Mark } from './document';
import { escapeHtml } from './escape-html';
import { nested, sharedDepth } from './mark-nesting';
import { isSafeHref } from './safe-href';
import type { Segment, SegmentRef } from './segment';

/** Where the serialiser stands. One pen walks the whole document, so the work is linear in text plus segments. */
export interface Pen {
  /** Begins every id. */
  readonly prefix: string;
  /** The link to an annotation, at its first character. */
  readonly link: (ref: SegmentRef) => string;
  /** UTF-16 offset in the canonical text of the next character to write. */
  offset: number;
  /** Ordinal of the next textblock. */
  ordinal: number;
  readonly segments: readonly Segment[];
  /** Index of the first segment that does not end before `offset`. */
  segment: number;
  /** Index of the first segment whose links are still to be written. */
  unlinked: number;
  /** How often each footnote has been referred to so far. */
  readonly references: Map<string, number>;
}

const tags = {
  bold: 'strong',
  italic: 'em',
  strike: 's',
  code: 'code',
  subscript: 'sub',
  superscript: 'sup',
};

/** Inline content as HTML, with the segments that fall on it. Moves the pen past it. */
export function inlineHtml(content: readonly Inline[], pen: Pen): string {
  const line = new Line();
  for (const inline of content) {
    if (inline.type === 'hardBreak') {
      line.setMarks([], pen);
      line.write('<br>');
      pen.offset += 1;
    } else {
      line.setMarks(inline.marks ?? [], pen);
      writeText(inline.text, line, pen);
    }
  }
  line.setMarks([], pen);
  return line.html;
}

/**
 * One block's HTML under way. While a link is open its content waits in `link`, so that the empty links of
 * annotations that begin inside it can still be placed before it.
 */
class Line {
  html = '';
  private link: string | undefined;
  private open: Mark[] = [];

  write(html: string): void {
    if (this.link === undefined) this.html += html;
    else this.link += html;
  }

  /** Writes before the link that is open, if one is. */
  writtenBeforeLink(html: string): boolean {
    if (this.link === undefined) return false;
    this.html += html;
    return true;
  }

  /** Closes and opens elements until exactly `marks` are open; what both have in common stays open. */
  setMarks(marks: readonly Mark[], pen: Pen): void {
    if (marks.length === 0 && this.open.length === 0) return;
    const wanted = nested(marks);
    const shared = sharedDepth(this.open, wanted);
    while (this.open.length > shared) this.close(this.open.pop()!);
    for (const mark of wanted.slice(shared)) this.start(mark, pen);
  }

  private start(mark: Mark, pen: Pen): void {
    this.open.push(mark);
    if (mark.type === 'link' || mark.type === 'footnoteReference') this.link = '';
    this.write(openingTag(mark, pen));
  }

  private close(mark: Mark): void {
    if (mark.type === 'link' || mark.type === 'footnoteReference') {
      this.html += `${this.link}</a>`;
      this.link = undefined;
    } else this.write(`</${tags[mark.type]}>`);
  }
}

function openingTag(mark: Mark, pen: Pen): string {
  if (mark.type === 'link') {
    const { href } = mark.attrs;
    return `<a${isSafeHref(href) ? ` href="${escapeHtml(href)}"` : ''} rel="noopener nofollow ugc">`;
  }
  if (mark.type !== 'footnoteReference') return `<${tags[mark.type]}>`;
  const { id } = mark.attrs;
  const count = (pen.references.get(id) ?? 0) + 1;
  pen.references.set(id, count);
  const own = `${pen.prefix}fnref-${id}${count === 1 ? '' : `--${count}`}`;
  return `<a class="fnref" id="${own}" href="#${pen.prefix}fn-${id}" role="doc-noteref">`;
}

function writeText(text: string, line: Line, pen: Pen): void {
  const start = pen.offset;
  const end = start + text.length;
  for (;;) {
    const segment = pen.segments[pen.segment];
    if (segment === undefined || segment.start >= end) break;
    const from = Math.max(segment.start, pen.offset);
    const to = Math.min(segment.end, end);
    if (from < to) {
      line.write(escapeHtml(text.slice(pen.offset - start, from - start)));
      const links = annotationLinks(pen);
      const isBefore = line.writtenBeforeLink(links);
      line.write(
        `<mark class="hl k${segment.slot} d${segment.depth}" data-s="${from}">${isBefore ? '' : links}`,
      );
      line.write(`${escapeHtml(text.slice(from - start, to - start))}</mark>`);
      pen.offset = to;
    }
    if (segment.end > end) break;
    pen.segment += 1;
  }
  line.write(escapeHtml(text.slice(pen.offset - start)));
  pen.offset = end;
}

/**
 * Links for the annotations that begin at the current segment, and for those whose own first segment held nothing to
 * draw (a line break, the gap between two blocks).
 */
function annotationLinks(pen: Pen): string {
  let html = '';
  for (; pen.unlinked <= pen.segment; pen.unlinked++) {
    for (const ref of pen.segments[pen.unlinked]!.refs) html += pen.link(ref);
  }
  return html;
}
