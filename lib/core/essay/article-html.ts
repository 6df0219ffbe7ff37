import type {
  Block,
  EssayDocument,
  Footnotes,
  Heading,
  Table,
  TableCell,
  TableRow,
  TextBlock,
} from './document';
import { escapeHtml } from './escape-html';
import { inlineHtml, type Pen } from './inline-html';
import { headingAnchors } from './outline';
import { blockSeparator, isTextBlock } from './plain-text';
import type { Segment, SegmentRef } from './segment';

interface Writer extends Pen {
  lower: number;
  tables: number;
  anchor: (text: string) => string;
}

/** Where an article stands: alone on a page, or as one of several in a file. */
export interface ArticlePlace {
  /** Begins every id of the article, so that a file has each once. */
  prefix: string;
  /** Levels by which its headings go down; none goes below the sixth. */
  lower: number;
  /** The link to an annotation, which stands at its first character. */
  link: (ref: SegmentRef) => string;
}

const onItsPage: ArticlePlace = { prefix: '', lower: 0, link: emptyLink };

/** UTF-16 code units from which on a part is long enough: few parts to ask what lies at a point, each laid out by itself. */
const PART = 4_000;
/** UTF-16 code units. What is later is below the first screens, of a tall window with small letters too: article.css puts its layout off. */
const LATER = 8_000;

/** What it says is for screen readers; the page draws the rest. Without text, so that offsets stay right. */
function emptyLink({ id, slot, label }: SegmentRef): string {
  return `<a class="ref k${slot}" href="#a-${escapeHtml(id)}" aria-label="${escapeHtml(label)}"></a>`;
}

/**
 * The article as one HTML string: what the server sends and the browser never has to build.
 *
 * Every textblock element has `id="b-<ordinal>"` and `data-start` (UTF-16 offset of its first character), and its text
 * is its part of the canonical text exactly, `<br>` counting as "\n". Whatever a reader sees but nobody wrote (list
 * numbers, footnote labels) stands outside of these elements. `segments` must be sorted and must not overlap.
 * Top-level blocks come in parts, `<div class="part">`; those from `LATER` on have the class `later` as well.
 */
export function articleHtml(document: EssayDocument, segments: readonly Segment[] = []): string {
  const writer = writerOf(segments, onItsPage);
  let html = '';
  let part = '';
  let start = 0;
  const endPart = () => {
    if (part) html += `<div class="part${start < LATER ? '' : ' later'}">${part}</div>`;
    part = '';
    start = writer.offset;
  };
  for (const node of document.content) {
    part += topLevelHtml(node, writer);
    if (writer.offset - start >= PART && !belongsToNext(node)) endPart();
  }
  endPart();
  return html;
}

/** Below a heading or a rule the distance is theirs to say, which article.css can only do within a part. */
const belongsToNext = ({ type }: EssayDocument['content'][number]) =>
  type === 'heading' || type === 'horizontalRule';

/** The same block by block, the footnotes last, for where it stands. */
export function* articleBlocks(
  document: EssayDocument,
  segments: readonly Segment[],
  place: ArticlePlace,
): Generator<string> {
  const writer = writerOf(segments, place);
  for (const node of document.content) yield topLevelHtml(node, writer);
}

function writerOf(segments: readonly Segment[], { prefix, lower, link }: ArticlePlace): Writer {
  return {
    prefix,
    lower,
    link,
    segments,
    offset: 0,
    ordinal: 0,
    segment: 0,
    unlinked: 0,
    tables: 0,
    references: new Map(),
    anchor: headingAnchors(),
  };
}

function topLevelHtml(node: EssayDocument['content'][number], writer: Writer): string {
  return node.type === 'footnotes' ? footnotesHtml(node, writer) : blockHtml(node, writer, ' dir="auto"');
}

/** `own` are attributes of top-level blocks; what is inside them follows them. */
function blockHtml(block: Block, writer: Writer, own: string): string {
  if (isTextBlock(block)) return textBlockHtml(block, writer, own);
  switch (block.type) {
    case 'bulletList':
      return `<ul${own}>${itemsHtml(block.content, writer)}</ul>`;
    case 'orderedList': {
      const { start } = block.attrs;
      return `<ol${own}${start === 1 ? '' : ` start="${start}"`}>${itemsHtml(block.content, writer)}</ol>`;
    }
    case 'blockquote':
      return `<blockquote${own}>${blocksHtml(block.content, writer)}</blockquote>`;
    case 'table':
      return tableHtml(block, writer);
    case 'horizontalRule':
      return '<hr>';
  }
}

function blocksHtml(content: readonly Block[], writer: Writer): string {
  let html = '';
  for (const block of content) html += blockHtml(block, writer, '');
  return html;
}

function itemsHtml(items: readonly { content: Block[] }[], writer: Writer): string {
  let html = '';
  for (const item of items) html += `<li>${blocksHtml(item.content, writer)}</li>`;
  return html;
}

function textBlockHtml(block: TextBlock, writer: Writer, own: string): string {
  const place = ` id="${writer.prefix}b-${writer.ordinal}" data-start="${writer.offset}"`;
  const inner = inlineHtml(block.content, writer);
  writer.ordinal += 1;
  writer.offset += blockSeparator.length;
  switch (block.type) {
    case 'paragraph':
      return `<p${place}${own}>${inner}</p>`;
    case 'heading':
      return headingHtml(block, `${place}${own}>${inner}`, writer);
    case 'codeBlock': {
      const { language } = block.attrs;
      const name = language === null ? '' : ` class="language-${escapeHtml(language)}"`;
      return `<pre${place} dir="ltr" tabindex="0"><code${name}>${inner}</code></pre>`;
    }
  }
}

/** The readable fragment sits on an empty element before the heading, whose own id is its ordinal. */
function headingHtml(heading: Heading, rest: string, writer: Writer): string {
  const name = `h${Math.min(heading.attrs.level + writer.lower, 6)}`;
  const text = heading.content.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('');
  return `<div class="anchor" id="${escapeHtml(writer.prefix + writer.anchor(text))}"></div><${name}${rest}</${name}>`;
}

/** A wide table scrolls in its own box, which the keyboard must be able to reach. */
function tableHtml(table: Table, writer: Writer): string {
  writer.tables += 1;
  const [first, ...rest] = table.content;
  const hasHead = first?.content.every((cell) => cell.type === 'tableHeader') ?? false;
  const head = hasHead ? `<thead>${rowHtml(first!, writer, 'col')}</thead>` : '';
  let body = '';
  for (const row of hasHead ? rest : table.content) body += rowHtml(row, writer, 'row');
  const label = `Table ${writer.tables}`;
  const box = `<div class="table" role="region" tabindex="0" aria-label="${label}">`;
  return `${box}<table>${head}${body && `<tbody>${body}</tbody>`}</table></div>`;
}

function rowHtml(row: TableRow, writer: Writer, scope: 'col' | 'row'): string {
  let html = '';
  for (const cell of row.content) html += cellHtml(cell, writer, scope);
  return `<tr>${html}</tr>`;
}

function cellHtml({ type, attrs, content }: TableCell, writer: Writer, scope: 'col' | 'row'): string {
  const name = type === 'tableHeader' ? 'th' : 'td';
  let open = name === 'th' ? `<th scope="${scope}"` : '<td';
  if (attrs.colspan > 1) open += ` colspan="${attrs.colspan}"`;
  if (attrs.rowspan > 1) open += ` rowspan="${attrs.rowspan}"`;
  return `${open} dir="auto">${blocksHtml(content, writer)}</${name}>`;
}

/** The label is the way back, and stands beside the note's textblocks, not in them. */
function footnotesHtml(footnotes: Footnotes, writer: Writer): string {
  const { prefix } = writer;
  let items = '';
  for (const { attrs, content } of footnotes.content) {
    const label = escapeHtml(attrs.label);
    const back = writer.references.has(attrs.id)
      ? `<a class="fnback" href="#${prefix}fnref-${attrs.id}" role="doc-backlink" aria-label="Back to reference ${label}">${label}</a>`
      : `<span class="fnback">${label}</span>`;
    items += `<li id="${prefix}fn-${attrs.id}" dir="auto">${back}<div class="fntext">${blocksHtml(content, writer)}</div></li>`;
  }
  return `<section class="footnotes" role="doc-endnotes" aria-label="Footnotes"><ol>${items}</ol></section>`;
}
