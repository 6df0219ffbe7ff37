import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { childElements, elementsBelow, rawText } from './element';
import type { EssaySource, SourceMetadata } from './essay-source';
import { refuseHeavyHtml } from './heavy-html';
import { liftNotes } from './lift-notes';
import { safeTree } from './safe-tree';

const parser = unified().use(rehypeParse);

const wholePage = /<(?:!doctype|html|head|body)\b/i;

/**
 * Reads HTML. Of a whole page it takes the one article, else the main part, else the body; of a fragment everything;
 * navigation never.
 */
export function readHtml(content: string): EssaySource {
  refuseHeavyHtml(content);
  const page = parser.parse(content);
  const metadata = metadataOf(page);
  const part = (wholePage.test(content) ? mainPart(page) : undefined) ?? page;
  const tree = safeTree({ type: 'root', children: withoutNavigation(part).children });
  return { tree, notes: liftNotes(tree), metadata, warnings: [] };
}

function mainPart(page: Root): Element | undefined {
  const all = [...elementsBelow(page)];
  for (const name of ['article', 'main', 'body']) {
    const [only, ...others] = all.filter(
      (element) => element.tagName === name && rawText(element).trim() !== '',
    );
    if (only !== undefined && others.length === 0) return only;
  }
  return undefined;
}

function withoutNavigation<Node extends Element | Root>(node: Node): Node {
  const children = node.children
    .filter((child) => child.type !== 'element' || child.tagName !== 'nav')
    .map((child) => (child.type === 'element' ? withoutNavigation(child) : child));
  return { ...node, children };
}

function metadataOf(page: Root): SourceMetadata {
  const html = childElements(page).find((element) => element.tagName === 'html');
  const head = html && childElements(html).find((element) => element.tagName === 'head');
  const elements = head ? childElements(head) : [];
  const meta = (...names: string[]) =>
    elements
      .filter(
        ({ tagName, properties }) =>
          tagName === 'meta' && names.includes(String(properties.name ?? properties.property)),
      )
      .map(({ properties }) => String(properties.content ?? '').trim())
      .filter((value) => value !== '');
  const heading = elements.find((element) => element.tagName === 'title');
  const title = meta('og:title')[0] ?? (heading && rawText(heading).trim());
  const authors = meta('author', 'citation_author', 'dc.creator');
  const language = html?.properties.lang;
  const source = elements.find(
    ({ tagName, properties }) => tagName === 'link' && String(properties.rel) === 'canonical',
  );
  const href = source?.properties.href ?? meta('og:url')[0];
  return {
    ...(title ? { title } : {}),
    ...(authors.length > 0 ? { authors } : {}),
    ...(typeof language === 'string' && language !== '' ? { language } : {}),
    ...(typeof href === 'string' && /^https?:\/\//.test(href) ? { source: href } : {}),
  };
}
