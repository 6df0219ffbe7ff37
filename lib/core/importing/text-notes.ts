import type { Element } from 'hast';
import { element, rawText } from './element';
import type { Note } from './note';

const reference = /\[\^?(\d{1,3})\]/g;
const definition = /^\[\^?(\d{1,3})\]:?\s+(?=\S)/;
const backAtStart = /^\s*[\^↑↩]\ufe0e?\s*/;
const backAtEnd = /[↩↑]\ufe0e?$/;

interface Found {
  label: string;
  children: Element[];
  hasBackSign: boolean;
}

/**
 * Takes the notes off the end of a plain text: a list counting up, or paragraphs that begin with "[5]". They are notes
 * only when the text refers to each of them, or to half of them and they show the sign of a link back (^ or ↩):
 * otherwise a list that merely stands last would be eaten. The back signs go.
 */
export function takeTextNotes(blocks: Element[]): Note[] {
  const { found, begin } = trailingNotes(blocks);
  const body = blocks.slice(0, begin).map(rawText).join('\n');
  const referred = new Set([...body.matchAll(reference)].map((match) => match[1]!));
  const share = found.filter(({ label }) => referred.has(label)).length / found.length;
  const isSure = share === 1 || (share >= 0.5 && found.some(({ hasBackSign }) => hasBackSign));
  if (found.length === 0 || !isSure) return [];
  blocks.length = begin;
  return found.map(({ label, children }) => ({ id: label, label, children }));
}

function trailingNotes(blocks: readonly Element[]): { found: Found[]; begin: number } {
  const last = blocks.at(-1);
  if (last?.tagName === 'ol') {
    const start = Number(last.properties.start ?? 1);
    const items = last.children as Element[];
    const found = items.map((item, index) => noteFrom(`${start + index}`, item.children as Element[]));
    return { found, begin: blocks.length - 1 };
  }
  let begin = blocks.length;
  while (begin > 0 && definitionOf(blocks[begin - 1]!) !== undefined) begin--;
  const found = blocks.slice(begin).map((block) => {
    const [label, sign] = definitionOf(block)!;
    return noteFrom(label, [withText(block, rawText(block).slice(sign.length))]);
  });
  const labels = new Set(found.map(({ label }) => label));
  return labels.size === found.length ? { found, begin } : { found: [], begin };
}

/** Label and sign of a paragraph that defines a note. */
function definitionOf(block: Element): [label: string, sign: string] | undefined {
  if (block.tagName !== 'p' || block.children.length !== 1) return undefined;
  const match = definition.exec(rawText(block));
  return match ? [match[1]!, match[0]] : undefined;
}

function noteFrom(label: string, blocks: Element[]): Found {
  const [first, ...rest] = blocks;
  const opened = first?.tagName === 'p' && backAtStart.test(rawText(first));
  const children = opened ? [withoutSign(first, backAtStart), ...rest] : blocks;
  const last = children.at(-1);
  const closed = last?.tagName === 'p' && backAtEnd.test(rawText(last).trimEnd());
  if (closed) children[children.length - 1] = withoutSign(last, backAtEnd);
  return { label, children, hasBackSign: opened || closed };
}

function withText(block: Element, text: string): Element {
  return element(block.tagName, [{ type: 'text', value: text }]);
}

function withoutSign(block: Element, sign: RegExp): Element {
  const edge = sign === backAtStart ? 0 : block.children.length - 1;
  const children = block.children.map((child, index) =>
    child.type === 'text' && index === edge ? { ...child, value: without(child.value, sign) } : child,
  );
  return { ...block, children };
}

const without = (text: string, sign: RegExp): string =>
  sign === backAtStart ? text.replace(sign, '') : text.trimEnd().replace(sign, '').trimEnd();
