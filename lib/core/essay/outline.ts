import type { EssayDocument, Heading } from './document';
import { blocks, inlineText } from './plain-text';

/** A heading as the table of contents shows it. */
export interface OutlineEntry {
  /** Ordinal of the textblock: `#b-<ordinal>` leads there. */
  ordinal: number;
  level: number;
  text: string;
  /** Readable fragment, unique in the document: `#h-final-thoughts`. */
  anchor: string;
}

/** Names fragments after headings. The prefix keeps them from shadowing properties of `document` in the page. */
export function headingAnchors(): (text: string) => string {
  const taken = new Map<string, number>();
  return (text) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? ['section'];
    const slug = `h-${words.join('-').slice(0, 60)}`;
    const count = (taken.get(slug) ?? 0) + 1;
    taken.set(slug, count);
    return count === 1 ? slug : `${slug}--${count}`;
  };
}

/** The headings of a document in order. */
export function outline(document: EssayDocument): OutlineEntry[] {
  const anchor = headingAnchors();
  return blocks(document)
    .filter((place) => place.kind === 'heading')
    .map(({ ordinal, text, path }) => ({
      ordinal,
      text,
      level: headingAt(document, path).attrs.level,
      anchor: anchor(text),
    }));
}

/** Whether the text opens with its own title, so that a page need not print it twice. */
export function beginsWithTitle(document: EssayDocument, title: string): boolean {
  const first = document.content[0];
  const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return first?.type === 'heading' && plain(inlineText(first.content)) === plain(title);
}

function headingAt(document: EssayDocument, path: readonly number[]): Heading {
  let node: unknown = document;
  for (const index of path) node = (node as { content: unknown[] }).content[index];
  return node as Heading;
}
