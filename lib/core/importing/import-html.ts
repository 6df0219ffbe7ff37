import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { childElements, elementsBelow, rawText } from './element';
import type { EssaySource, SourceMetadata } from './essay-source';
import { liftNotes } from './lift-notes';
import { safeTree } from './safe-tree';

const parser = unified().use(rehypeParse);

/** Reads a whole page or a fragment of HTML: its one article, else its main part, else all of its body but navigation. */
export function readHtml(content: string): EssaySource {
  const page = parser.parse(content);
  const metadata = metadataOf(page);
  const tree = safeTree({ type: 'root', children: [mainPart(page)] });
  return { tree, notes: liftNotes(tree), metadata, warnings: [] };
}

function mainPart(page: Root): Element {
  const all = [...elementsBelow(page)];
  const body = all.find((element) => element.tagName === 'body')!;
  for (const name of ['article', 'main']) {
    const [only, ...others] = all.filter(
      (element) => element.tagName === name && rawText(element).trim() !== '',
    );
    if (only !== undefined && others.length === 0) return only;
  }
  return withoutNavigation(body);
}

function withoutNavigation(element: Element): Element {
  const children = element.children
    .filter((child) => child.type !== 'element' || child.tagName !== 'nav')
    .map((child) => (child.type === 'element' ? withoutNavigation(child) : child));
  return { ...element, children };
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
