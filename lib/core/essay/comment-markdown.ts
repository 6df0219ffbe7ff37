import type { Definition, List, ListItem, PhrasingContent, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { CommentBlock, CommentDocument, CommentInline, CommentMark } from './comment-document';
import { CommentError, checkedComment, mentionAttributes } from './comment-schema';
import { mayHoldGfm } from './gfm-signs';
import { isHeavyMarkdown } from './heavy-markdown';
import { type LooseBlock, type LooseInline, normalComment } from './normal-comment';
import { safeHref } from './safe-href';

const maximumMarkdownLength = 40_000;

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkStringify, {
  bullet: '-',
  emphasis: '*',
  strong: '*',
  fences: true,
  rule: '-',
  incrementListMarker: true,
});

const commonMark = unified().use(remarkParse);

/**
 * Markdown as a comment in normal form, or a `CommentError` (too long, nested too deeply). Mentions are written
 * `[@Label](mention:ID)`. What comments do not have keeps its words: headings become bold paragraphs, table rows
 * paragraphs, images links, and HTML stays visible as it was typed.
 */
export function markdownToComment(source: string): CommentDocument {
  if (source.length > maximumMarkdownLength) throw new CommentError('The comment is too long.');
  if (isHeavyMarkdown(source)) throw new CommentError('The comment is nested too deeply.');
  try {
    const text = source.replaceAll('\0', '');
    const root = (mayHoldGfm(text) ? markdown : commonMark).parse(text);
    const reader = new Reader(root.children);
    return checkedComment(normalComment(reader.blocks(root.children)));
  } catch (error) {
    if (error instanceof RangeError) throw new CommentError('The comment is nested too deeply.');
    throw error;
  }
}

/** The comment as Markdown; reading it again gives the same comment. */
export function commentToMarkdown(document: CommentDocument): string {
  return markdown.stringify({ type: 'root', children: document.content.flatMap(toMdast) }).trimEnd();
}

/** Turns Markdown's tree into loose comment blocks. Holds the link definitions, which may stand anywhere. */
class Reader {
  private readonly definitions = new Map<string, Definition>();

  constructor(children: readonly RootContent[]) {
    for (const child of children)
      if (child.type === 'definition') this.definitions.set(child.identifier, child);
  }

  blocks(nodes: readonly RootContent[]): LooseBlock[] {
    return nodes.flatMap((node) => this.block(node));
  }

  private block(node: RootContent): LooseBlock[] {
    switch (node.type) {
      case 'paragraph':
        return [{ type: 'paragraph', content: this.inlines(node.children, []) }];
      case 'heading':
        return [{ type: 'paragraph', content: this.inlines(node.children, [{ type: 'bold' }]) }];
      case 'blockquote':
        return [{ type: 'blockquote', content: this.blocks(node.children) }];
      case 'list':
        return [this.list(node)];
      case 'code':
        return [
          {
            type: 'codeBlock',
            attrs: { language: /^[\w+#.-]{1,40}$/.test(node.lang ?? '') ? node.lang! : null },
            content: [{ text: node.value }],
          },
        ];
      case 'table':
        return node.children.map((row) => ({
          type: 'paragraph',
          content: row.children.flatMap((cell, index) => [
            ...(index === 0 ? [] : [{ type: 'text' as const, text: ' | ' }]),
            ...this.inlines(cell.children, []),
          ]),
        }));
      case 'footnoteDefinition':
        return [paragraphOf(`[^${node.label ?? node.identifier}]:`), ...this.blocks(node.children)];
      case 'html':
        return [paragraphOf(node.value)];
      default:
        return [];
    }
  }

  private list(node: List): LooseBlock {
    const content = node.children.map((item) => ({ type: 'listItem' as const, content: this.item(item) }));
    return node.ordered
      ? { type: 'orderedList', attrs: { start: node.start ?? 1 }, content }
      : { type: 'bulletList', content };
  }

  private item(item: ListItem): LooseBlock[] {
    const content = this.blocks(item.children);
    const first = content[0];
    if (typeof item.checked === 'boolean' && first?.type === 'paragraph')
      first.content?.unshift({ type: 'text', text: item.checked ? '[x] ' : '[ ] ' });
    return content;
  }

  private inlines(nodes: readonly PhrasingContent[], marks: CommentMark[]): LooseInline[] {
    return nodes.flatMap((node) => this.inline(node, marks));
  }

  private inline(node: PhrasingContent, marks: CommentMark[]): LooseInline[] {
    switch (node.type) {
      case 'text':
      case 'html':
        return [{ type: 'text', text: node.value, marks }];
      case 'inlineCode':
        return [{ type: 'text', text: node.value, marks: [...marks, { type: 'code' }] }];
      case 'break':
        return [{ type: 'hardBreak' }];
      case 'strong':
        return this.inlines(node.children, [...marks, { type: 'bold' }]);
      case 'emphasis':
        return this.inlines(node.children, [...marks, { type: 'italic' }]);
      case 'delete':
        return this.inlines(node.children, [...marks, { type: 'strike' }]);
      case 'link':
        return this.link(node.url, node.children, marks);
      case 'linkReference':
        return this.link(this.definitions.get(node.identifier)?.url ?? '', node.children, marks);
      case 'image':
        return this.link(node.url, [{ type: 'text', value: node.alt || 'image' }], marks);
      case 'imageReference': {
        const url = this.definitions.get(node.identifier)?.url ?? '';
        return this.link(url, [{ type: 'text', value: node.alt || 'image' }], marks);
      }
      case 'footnoteReference':
        return [{ type: 'text', text: `[^${node.label ?? node.identifier}]`, marks }];
    }
  }

  private link(url: string, children: readonly PhrasingContent[], marks: CommentMark[]): LooseInline[] {
    const first = children[0];
    if (url.startsWith('mention:') && first?.type === 'text' && first.value.startsWith('@')) {
      const mention = mentionAttributes.safeParse({
        id: url.slice('mention:'.length),
        label: first.value.slice(1),
      });
      if (mention.success) return [{ type: 'mention', attrs: mention.data }];
    }
    const href = safeHref(url);
    return this.inlines(children, href === undefined ? marks : [...marks, { type: 'link', attrs: { href } }]);
  }
}

function paragraphOf(text: string): LooseBlock {
  return { type: 'paragraph', content: [{ type: 'text', text }] };
}

function toMdast(block: CommentBlock): RootContent[] {
  switch (block.type) {
    case 'paragraph':
      return block.content ? [{ type: 'paragraph', children: phrasing(block.content, 0) }] : [];
    case 'codeBlock':
      return [{ type: 'code', lang: block.attrs.language, value: block.content[0].text }];
    case 'blockquote':
      return [{ type: 'blockquote', children: block.content.flatMap(toMdast) as never }];
    default: {
      const ordered = block.type === 'orderedList';
      const children = block.content.map(
        (item): ListItem => ({
          type: 'listItem',
          spread: false,
          children: item.content.flatMap(toMdast) as never,
        }),
      );
      return [{ type: 'list', ordered, start: ordered ? block.attrs.start : null, spread: false, children }];
    }
  }
}

/** Nests inlines by their sorted marks: neighbours that share the mark at `depth` go into one element. */
function phrasing(inlines: readonly CommentInline[], depth: number): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (let index = 0; index < inlines.length; ) {
    const mark = markAt(inlines[index]!, depth);
    let end = index + 1;
    if (mark !== undefined)
      while (end < inlines.length && JSON.stringify(markAt(inlines[end]!, depth)) === JSON.stringify(mark))
        end++;
    const group = inlines.slice(index, end);
    result.push(mark === undefined ? leaf(group[0]!) : wrap(mark, group, depth));
    index = end;
  }
  return result;
}

function markAt(inline: CommentInline, depth: number): CommentMark | undefined {
  return inline.type === 'text' ? inline.marks?.[depth] : undefined;
}

function leaf(inline: CommentInline): PhrasingContent {
  if (inline.type === 'text') return { type: 'text', value: inline.text };
  if (inline.type === 'hardBreak') return { type: 'break' };
  const { id, label } = inline.attrs;
  return { type: 'link', url: `mention:${id}`, children: [{ type: 'text', value: `@${label}` }] };
}

function wrap(mark: CommentMark, group: readonly CommentInline[], depth: number): PhrasingContent {
  if (mark.type === 'code')
    return {
      type: 'inlineCode',
      value: group.map((inline) => (inline.type === 'text' ? inline.text : '')).join(''),
    };
  const children = phrasing(group, depth + 1);
  if (mark.type === 'link') return { type: 'link', url: mark.attrs.href, children: children as never };
  const names = { bold: 'strong', italic: 'emphasis', strike: 'delete' } as const;
  return {
    type: names[mark.type],
    children: children as Exclude<PhrasingContent, never>[],
  };
}
