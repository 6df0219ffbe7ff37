import type {
  Block,
  EssayDocument,
  Footnote,
  Footnotes,
  Inline,
  ListItem,
  TableCell,
  TableRow,
  TextBlock,
} from './document';

/** Between two textblocks in the canonical text. */
export const blockSeparator = '\n\n';

/** One textblock and its place in the canonical text. */
export interface TextBlockPlace {
  /** Index among the textblocks; the element's id in the article is `b-<ordinal>`. */
  ordinal: number;
  /** UTF-16 offsets in the canonical text, end exclusive. */
  start: number;
  end: number;
  kind: TextBlock['type'];
  text: string;
  /** Child indexes from the document down to the block. */
  path: readonly number[];
}

type Node = EssayDocument | Block | Footnotes | Footnote | ListItem | TableRow | TableCell;

/** The text of inline content: a hard break is "\n". */
export function inlineText(content: readonly Inline[]): string {
  let text = '';
  for (const inline of content) text += inline.type === 'text' ? inline.text : '\n';
  return text;
}

/** Whether the node holds text itself. */
export function isTextBlock(node: { type: string }): node is TextBlock {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'codeBlock';
}

/** All textblocks in document order with their offsets. */
export function blocks(document: EssayDocument): TextBlockPlace[] {
  const places: TextBlockPlace[] = [];
  let start = 0;
  const visit = (node: Node, path: number[]) => {
    if (isTextBlock(node)) {
      const text = inlineText(node.content);
      const end = start + text.length;
      places.push({ ordinal: places.length, start, end, kind: node.type, text, path });
      start = end + blockSeparator.length;
    } else if ('content' in node) {
      node.content.forEach((child, index) => {
        visit(child, [...path, index]);
      });
    }
  };
  visit(document, []);
  return places;
}

/** The canonical text: the text of all textblocks, joined by a blank line. */
export function plainText(document: EssayDocument): string {
  return blocks(document)
    .map(({ text }) => text)
    .join(blockSeparator);
}
