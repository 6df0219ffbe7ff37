/**
 * The essay document: the structure that an import produces and a version keeps for ever, in Tiptap's JSON shape.
 *
 * Two promises make offsets trivial. Every character of the canonical text stands in a text node or is a `hardBreak`
 * ("\n"), and no textblock is empty. Text nodes hold canonical text already (see `canonical-text.ts`), so reading the
 * text of a document never changes it. Types only: nothing here costs a reader any script.
 */
export interface EssayDocument {
  type: 'doc';
  /** Blocks; `footnotes` stands at most once, last. */
  content: (Block | Footnotes)[];
}

export type Block = TextBlock | BulletList | OrderedList | Blockquote | Table | HorizontalRule;

/** The blocks that hold text themselves. Their order in the document is their ordinal (`b-0`, `b-1`, …). */
export type TextBlock = Heading | Paragraph | CodeBlock;

export interface Heading {
  type: 'heading';
  /** Level 1 is the essay's own title, and then it is the first block. */
  attrs: { level: HeadingLevel };
  content: Inline[];
}

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

export interface Paragraph {
  type: 'paragraph';
  content: Inline[];
}

/** One unmarked text node, whose "\n" are line ends. */
export interface CodeBlock {
  type: 'codeBlock';
  attrs: { language: string | null };
  content: [TextNode];
}

export interface BulletList {
  type: 'bulletList';
  content: ListItem[];
}

export interface OrderedList {
  type: 'orderedList';
  attrs: { start: number };
  content: ListItem[];
}

export interface ListItem {
  type: 'listItem';
  content: Block[];
}

export interface Blockquote {
  type: 'blockquote';
  content: Block[];
}

export interface Table {
  type: 'table';
  content: TableRow[];
}

export interface TableRow {
  type: 'tableRow';
  content: TableCell[];
}

/** A cell without text has no content, rather than an empty paragraph. */
export interface TableCell {
  type: 'tableCell' | 'tableHeader';
  attrs: { colspan: number; rowspan: number };
  content: Block[];
}

export interface HorizontalRule {
  type: 'horizontalRule';
}

export interface Footnotes {
  type: 'footnotes';
  content: Footnote[];
}

/** `label` is the sign that the source gave the note ("5", "*"); it is not part of the text. */
export interface Footnote {
  type: 'footnote';
  attrs: { id: string; label: string };
  content: Block[];
}

export type Inline = TextNode | HardBreak;

export interface TextNode {
  type: 'text';
  text: string;
  marks?: Mark[];
}

export interface HardBreak {
  type: 'hardBreak';
}

export type Mark =
  | { type: 'bold' | 'italic' | 'strike' | 'code' | 'subscript' | 'superscript' }
  | { type: 'link'; attrs: { href: string } }
  | { type: 'footnoteReference'; attrs: { id: string } };

export type MarkType = Mark['type'];
