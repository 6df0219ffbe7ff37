import type { Element, ElementContent } from 'hast';
import { element } from './element';
import { noteReference } from './note';

const sign = /\[\^?(\d{1,3})\]|https?:\/\/[^\s<>"“”[\]]+/g;
const afterAddress = /[.,;:!?'’…]+$/;

/** Makes links of web addresses and references of "[5]", where there is a note 5, in all text below an element. */
export function markInlines(block: Element, notes: ReadonlySet<string>): void {
  if (block.tagName === 'pre') return;
  block.children = block.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return inlines(child.value, notes);
    if (child.type === 'element') markInlines(child, notes);
    return [child];
  });
}

function inlines(text: string, notes: ReadonlySet<string>): ElementContent[] {
  const result: ElementContent[] = [];
  let done = 0;
  for (const match of text.matchAll(sign)) {
    const note = match[1];
    if (note !== undefined && !notes.has(note)) continue;
    const value = note === undefined ? address(match[0]) : match[0];
    const content: ElementContent[] = [{ type: 'text', value }];
    result.push({ type: 'text', value: text.slice(done, match.index) });
    result.push(note === undefined ? element('a', content, { href: value }) : noteReference(note, content));
    done = match.index + value.length;
  }
  result.push({ type: 'text', value: text.slice(done) });
  return result;
}

/** An address without the punctuation that follows it, and without brackets that were opened before it. */
function address(found: string): string {
  let result = found.replace(afterAddress, '');
  while (result.endsWith(')') && result.split(')').length > result.split('(').length)
    result = result.slice(0, -1).replace(afterAddress, '');
  return result;
}
