import type { Element, ElementContent, Root, RootContent } from 'hast';
import { canonicalText } from '@/lib/core/essay/canonical-text';
import type {
  Block,
  EssayDocument,
  Footnote,
  HeadingLevel,
  Inline,
  ListItem,
  Mark,
} from '@/lib/core/essay/document';
import { safeHref } from '@/lib/core/essay/safe-href';
import { childElements, isBlockElement, rawText } from './element';
import { textBlockContents } from './inline-run';
import { levelHeadings } from './level-headings';
import { type Note, referredNote, unlinkOthers } from './note';
import { tableFrom } from './table-from';

/** Containers that lie deeper are flattened: their blocks stay, their frames go. */
const deepestContainer = 16;

/**
 * A tree of HTML elements and its notes as an essay document. Every visible word arrives: unknown elements give their
 * children, images their alternative text. May throw a `RangeError` when thousands of elements are nested.
 */
export function hastToDocument(tree: Root, notes: readonly Note[]): EssayDocument {
  const filled = notes.filter(({ children }) => blocksFrom(children, 1).length > 0);
  if (filled.length < notes.length) unlinkOthers(filled, tree);
  const content: EssayDocument['content'] = levelHeadings(blocksFrom(tree.children, 0));
  const footnotes = filled.map(
    ({ id, label, children }): Footnote => ({
      type: 'footnote',
      attrs: { id, label },
      content: blocksFrom(children, 1),
    }),
  );
  if (footnotes.length > 0) content.push({ type: 'footnotes', content: footnotes });
  return { type: 'doc', content };
}

/** The blocks that a list of nodes makes, `depth` containers deep, all text bearing `marks`. */
function blocksFrom(nodes: readonly RootContent[], depth: number, marks: Mark[] = []): Block[] {
  const builder = new BlockBuilder(depth);
  builder.addAll(nodes, marks);
  return builder.finish();
}

const simpleMarks: Record<string, Mark['type']> = {
  strong: 'bold',
  b: 'bold',
  em: 'italic',
  i: 'italic',
  cite: 'italic',
  dfn: 'italic',
  var: 'italic',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  sub: 'subscript',
  sup: 'superscript',
};

/** Gathers blocks; inline content waits in `run` until a block begins or ends. */
class BlockBuilder {
  private readonly blocks: Block[] = [];
  private run: Inline[] = [];

  constructor(private readonly depth: number) {}

  finish(): Block[] {
    this.flush();
    return this.blocks;
  }

  addAll(nodes: readonly RootContent[], marks: Mark[]): void {
    for (const node of nodes) {
      if (node.type === 'text') this.addText(node.value, marks);
      else if (node.type === 'element') this.addElement(node, marks);
    }
  }

  private addText(text: string, marks: Mark[]): void {
    if (text !== '') this.run.push({ type: 'text', text, marks });
  }

  private addElement(element: Element, marks: Mark[]): void {
    const { tagName, children } = element;
    const level = /^h([1-6])$/.exec(tagName)?.[1];
    const isContainer = this.depth < deepestContainer;
    if (level !== undefined) this.addHeading(Number(level) as HeadingLevel, children, marks);
    else if (tagName === 'br') this.run.push({ type: 'hardBreak' });
    else if (tagName === 'hr') this.add({ type: 'horizontalRule' });
    else if (tagName === 'pre') this.add(...codeFrom(element));
    else if (isContainer && isList(element)) this.add(...listFrom(element, this.depth + 1, marks));
    else if (isContainer && tagName === 'table') {
      this.add(...tableFrom(element, (content) => blocksFrom(content, this.depth + 1, marks)));
    } else if (isContainer && tagName === 'blockquote') {
      const content = blocksFrom(children, this.depth + 1, marks);
      if (content.length > 0) this.add({ type: 'blockquote', content });
    } else if (isBlockElement(tagName)) {
      this.flush();
      this.addAll(children, marks);
      this.flush();
    } else this.addInline(element, marks);
  }

  private add(...blocks: Block[]): void {
    this.flush();
    this.blocks.push(...blocks);
  }

  private flush(): void {
    if (this.run.length === 0) return;
    for (const content of textBlockContents(this.run)) this.blocks.push({ type: 'paragraph', content });
    this.run = [];
  }

  private addInline(element: Element, marks: Mark[]): void {
    const { tagName, children, properties } = element;
    const note = referredNote(element);
    const simple = simpleMarks[tagName];
    if (note !== undefined) {
      const others = marks.filter(({ type }) => type !== 'link' && type !== 'superscript');
      this.addAll(children, withMark(others, { type: 'footnoteReference', attrs: { id: note } }));
    } else if (tagName === 'a') {
      const href = safeHref(String(properties.href ?? ''));
      this.addAll(children, href === undefined ? marks : withMark(marks, { type: 'link', attrs: { href } }));
    } else if (tagName === 'img') this.addImage(element, marks);
    else if (tagName === 'input') this.addText(properties.checked ? '[x] ' : '[ ] ', marks);
    else if (tagName === 'q')
      this.addAll([{ type: 'text', value: '“' }, ...children, { type: 'text', value: '”' }], marks);
    else this.addAll(children, simple === undefined ? marks : withMark(marks, { type: simple } as Mark));
  }

  /** Images are not fetched: their description stays, and leads to them. */
  private addImage({ properties }: Element, marks: Mark[]): void {
    const alt = String(properties.alt ?? '').trim();
    const href = safeHref(String(properties.src ?? ''));
    if (alt === '' && href === undefined) return;
    const linked = href === undefined ? marks : withMark(marks, { type: 'link', attrs: { href } });
    this.addText(alt === '' ? '[image]' : `[image: ${alt}]`, linked);
  }

  private addHeading(level: HeadingLevel, children: readonly ElementContent[], marks: Mark[]): void {
    this.add(
      ...blocksFrom(children, this.depth, marks).map((block): Block => {
        if (block.type !== 'paragraph') return block;
        return { type: 'heading', attrs: { level }, content: block.content };
      }),
    );
  }
}

function withMark(marks: readonly Mark[], mark: Mark): Mark[] {
  return [...marks.filter(({ type }) => type !== mark.type), mark];
}

function isList({ tagName }: Element): boolean {
  return tagName === 'ul' || tagName === 'ol' || tagName === 'menu';
}

/** What stands in a list but in no item of its own becomes an item, so that malformed lists lose nothing. */
function listFrom(element: Element, depth: number, marks: Mark[]): Block[] {
  const content = element.children.flatMap((child): ListItem[] => {
    const nodes = child.type === 'element' && child.tagName === 'li' ? child.children : [child];
    const blocks = blocksFrom(nodes, depth, marks);
    return blocks.length === 0 ? [] : [{ type: 'listItem', content: blocks }];
  });
  if (content.length === 0) return [];
  if (element.tagName !== 'ol') return [{ type: 'bulletList', content }];
  const start = Number(element.properties.start ?? 1);
  const isValid = Number.isInteger(start) && start >= 0 && start <= 999_999_999;
  return [{ type: 'orderedList', attrs: { start: isValid ? start : 1 }, content }];
}

function codeFrom(element: Element): Block[] {
  const text = canonicalText(rawText(element).replaceAll('\t', '    ')).replace(/^\n+/, '').trimEnd();
  if (text === '') return [];
  const classes = childElements(element).flatMap(({ properties }) => properties.className ?? []);
  const language = /^language-([\w+#.-]{1,40})$/.exec(String(classes[0] ?? ''))?.[1] ?? null;
  return [{ type: 'codeBlock', attrs: { language }, content: [{ type: 'text', text }] }];
}
