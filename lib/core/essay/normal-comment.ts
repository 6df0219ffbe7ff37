import { canonicalText } from './canonical-text';
import type {
  CommentBlock,
  CommentDocument,
  CommentInline,
  CommentListItem,
  CommentMark,
} from './comment-document';

/** What an editor or a Markdown parser hands over: the same nodes, less tidy. */
export type LooseBlock =
  | { type: 'paragraph'; content?: LooseInline[] | undefined }
  | { type: 'bulletList'; content: LooseListItem[] }
  | { type: 'orderedList'; attrs: { start: number }; content: LooseListItem[] }
  | { type: 'blockquote'; content: LooseBlock[] }
  | { type: 'codeBlock'; attrs: { language: string | null }; content?: { text: string }[] | undefined };
type LooseListItem = { type: 'listItem'; content: LooseBlock[] };
export type LooseInline =
  | { type: 'text'; text: string; marks?: CommentMark[] | undefined }
  | { type: 'hardBreak' }
  | { type: 'mention'; attrs: { id: string; label: string } };

type Text = Extract<CommentInline, { type: 'text' }>;

/**
 * The normal form: canonical text; no empty blocks (except where the editor needs a paragraph); neighbouring lists of a
 * kind are one list; no white space at the edges of paragraphs and marks, since Markdown has no way to say it;
 * marks sorted, and code alone, as the editor's schema demands.
 */
export function normalComment(blocks: readonly LooseBlock[]): CommentDocument {
  const content = normalBlocks(blocks);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

function normalBlocks(blocks: readonly LooseBlock[]): CommentBlock[] {
  const result: CommentBlock[] = [];
  for (const block of blocks.flatMap(normalBlock)) {
    const previous = result.at(-1);
    const isList = block.type === 'bulletList' || block.type === 'orderedList';
    if (isList && previous?.type === block.type) previous.content.push(...block.content);
    else result.push(block);
  }
  return result;
}

function normalBlock(block: LooseBlock): CommentBlock[] {
  switch (block.type) {
    case 'paragraph': {
      const content = normalInlines(block.content ?? []);
      return content.length > 0 ? [{ type: 'paragraph', content }] : [];
    }
    case 'codeBlock': {
      const text = canonicalText((block.content ?? []).map((node) => node.text).join('')).replace(
        /^\n+|\s+$/g,
        '',
      );
      const language = block.attrs.language;
      return text === ''
        ? []
        : [{ type: 'codeBlock', attrs: { language }, content: [{ type: 'text', text }] }];
    }
    case 'blockquote': {
      const content = normalBlocks(block.content);
      return content.length > 0 ? [{ type: 'blockquote', content }] : [];
    }
    default: {
      const content = block.content.flatMap(normalItem);
      if (content.length === 0) return [];
      return block.type === 'bulletList' ? [{ type: 'bulletList', content }] : [{ ...block, content }];
    }
  }
}

/** The editor's list items begin with a paragraph. */
function normalItem(item: LooseListItem): CommentListItem[] {
  const content = normalBlocks(item.content);
  if (content.length === 0) return [];
  if (content[0]?.type !== 'paragraph') content.unshift({ type: 'paragraph' });
  return [{ type: 'listItem', content }];
}

function normalInlines(inlines: readonly LooseInline[]): CommentInline[] {
  const result: CommentInline[] = [];
  for (const piece of inlines.flatMap((inline) => (inline.type === 'text' ? splitEdges(inline) : [inline])))
    append(result, piece);
  while (result.length > 0 && isBlank(result[0]!)) result.shift();
  while (result.length > 0 && isBlank(result.at(-1)!)) result.pop();
  trimEdge(result, 0, (text) => text.replace(/^ +/, ''));
  trimEdge(result, result.length - 1, (text) => text.replace(/ +$/, ''));
  return result;
}

/** Takes the white space at the edges of a marked text out of its marks. */
function splitEdges(node: Extract<LooseInline, { type: 'text' }>): CommentInline[] {
  const text = canonicalText(node.text).replace(/\s+/g, ' ');
  const marks = normalMarks(node.marks ?? []);
  if (text === '') return [];
  if (marks.length === 0) return [{ type: 'text', text }];
  const inner = text.trim();
  const plain = (value: string): CommentInline[] => (value === '' ? [] : [{ type: 'text', text: value }]);
  if (inner === '') return plain(text);
  const at = text.indexOf(inner);
  return [
    ...plain(text.slice(0, at)),
    { type: 'text', text: inner, marks },
    ...plain(text.slice(at + inner.length)),
  ];
}

/** Joins what belongs together: equal marks, and marks on both sides of a bare space. */
function append(result: CommentInline[], piece: CommentInline): void {
  const last = result.at(-1);
  if (piece.type === 'hardBreak') {
    trimEdge(result, result.length - 1, (text) => text.replace(/ +$/, ''));
    result.push({ type: 'hardBreak' });
  } else if (piece.type === 'mention') {
    result.push({ type: 'mention', attrs: { ...piece.attrs } });
  } else if (last?.type === 'text' && sameMarks(last, piece)) {
    last.text = (last.text + piece.text).replace(/ +/g, ' ').normalize('NFC');
  } else {
    const text = last?.type === 'hardBreak' ? piece.text.replace(/^ +/, '') : piece.text;
    if (text !== '') result.push({ ...piece, text });
  }
}

function isBlank(inline: CommentInline): boolean {
  return inline.type === 'hardBreak' || (inline.type === 'text' && inline.text.trim() === '');
}

function trimEdge(inlines: CommentInline[], index: number, trim: (text: string) => string): void {
  const edge = inlines[index];
  if (edge?.type !== 'text') return;
  edge.text = trim(edge.text);
  if (edge.text === '') inlines.splice(index, 1);
}

const order = ['link', 'bold', 'italic', 'strike', 'code'];

function normalMarks(marks: readonly CommentMark[]): CommentMark[] {
  const link = marks.find((mark) => mark.type === 'link');
  if (!link && marks.some((mark) => mark.type === 'code')) return [{ type: 'code' }];
  const kept = new Map(marks.filter((mark) => mark.type !== 'code').map((mark) => [mark.type, mark]));
  return [...kept.values()].sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
}

function sameMarks(a: Text, b: Text): boolean {
  return JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? []);
}
