import type { Element, ElementContent, Nodes, Properties } from 'hast';

/** An element, for formats that are not HTML. */
export function element(tagName: string, children: ElementContent[], properties: Properties = {}): Element {
  return { type: 'element', tagName, properties, children };
}

/** The children that are elements. */
export function childElements(node: Nodes): Element[] {
  const children: readonly Nodes[] = 'children' in node ? node.children : [];
  return children.filter((child): child is Element => child.type === 'element');
}

/** All elements below a node in document order. Does not recurse: each level would slow down all that is below it. */
export function* elementsBelow(node: Nodes): Generator<Element> {
  const waiting = childElements(node).reverse();
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    yield element;
    for (const child of childElements(element).reverse()) waiting.push(child);
  }
}

/** The text below a node as it stands, `<br>` as "\n". */
export function rawText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'br') return '\n';
  return 'children' in node ? node.children.map((child) => rawText(child)).join('') : '';
}

const blockElements = new Set(
  (
    'html body main article section header footer aside nav hgroup address div p figure figcaption details summary ' +
    'dialog fieldset legend form search center dl dt dd li ul ol menu blockquote pre hr h1 h2 h3 h4 h5 h6 ' +
    'table caption thead tbody tfoot tr td th option'
  ).split(' '),
);

/** Whether browsers begin a new line for this element. */
export function isBlockElement(tagName: string): boolean {
  return blockElements.has(tagName);
}
