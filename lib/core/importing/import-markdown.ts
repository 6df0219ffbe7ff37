import type { Root as HastRoot } from 'hast';
import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { isHeavyMarkdown } from '@/lib/core/essay/heavy-markdown';
import type { EssaySource } from './essay-source';
import { frontMatter } from './front-matter';
import { refuseHeavyHtml } from './heavy-html';
import { ImportError } from './import-error';
import { liftNotes } from './lift-notes';
import { safeTree } from './safe-tree';

const parser = unified().use(remarkParse).use(remarkGfm);
const toHtml = unified()
  .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: '', footnoteLabel: ' ' })
  .use(rehypeRaw);

/** Reads GitHub's Markdown with footnotes, front matter and raw HTML, which is sanitised like any other. */
export function readMarkdown(content: string): EssaySource {
  const { body, metadata, unused } = frontMatter(content.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
  if (isHeavyMarkdown(body))
    throw new ImportError('too-complex', 'This Markdown is nested too deeply, or has too many parts.');
  refuseHeavyHtml(body);
  const markdown = parser.parse(body);
  keepUnreferredNotes(markdown);
  const tree = safeTree(toHtml.runSync(markdown) as HastRoot);
  const warnings =
    unused.length > 0 ? [`Front matter that has no place here was left out: ${unused.join(', ')}.`] : [];
  return { tree, notes: liftNotes(tree), metadata, warnings };
}

/** A footnote that nothing refers to would not be rendered: it becomes ordinary text where it stands. */
function keepUnreferredNotes(root: Root): void {
  const referred = new Set<string>();
  collectReferences(root, referred);
  const defined = new Set<string>();
  const visit = (node: Nodes) => {
    if (!('children' in node)) return;
    const children: Nodes[] = node.children;
    node.children = children.flatMap((child): Nodes[] => {
      visit(child);
      if (child.type !== 'footnoteDefinition') return [child];
      const isKept = referred.has(child.identifier) && !defined.has(child.identifier);
      defined.add(child.identifier);
      return isKept ? [child] : asText(child);
    }) as never;
  };
  visit(root);
}

function collectReferences(node: Nodes, into: Set<string>): void {
  if (node.type === 'footnoteReference') into.add(node.identifier);
  if ('children' in node) for (const child of node.children) collectReferences(child, into);
}

function asText({ label, identifier, children }: FootnoteDefinition): FootnoteDefinition['children'] {
  const sign = { type: 'text' as const, value: `[${label ?? identifier}] ` };
  const [first, ...rest] = children;
  if (first?.type === 'paragraph') return [{ ...first, children: [sign, ...first.children] }, ...rest];
  return [{ type: 'paragraph', children: [sign] }, ...children];
}
