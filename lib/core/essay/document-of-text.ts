import type { Block, EssayDocument, Inline } from './document';
import { blockSeparator } from './plain-text';

/**
 * A document whose canonical text is `text`, which is canonical and not empty: paragraphs between blank lines, line ends
 * as breaks. A first paragraph that is the title becomes the title. What else it was, nobody can tell from the text.
 */
export function documentOfText(text: string, title = ''): EssayDocument {
  const [first, ...rest] = paragraphTexts(text).map(inlines);
  const isTitle = first?.length === 1 && first[0]?.type === 'text' && first[0].text === title;
  const opening: Block = isTitle
    ? { type: 'heading', attrs: { level: 1 }, content: first }
    : { type: 'paragraph', content: first ?? [] };
  return {
    type: 'doc',
    content: [opening, ...rest.map((content): Block => ({ type: 'paragraph', content }))],
  };
}

/** No block is empty, so an empty piece between separators stays with the one before it. */
function paragraphTexts(text: string): string[] {
  const [first = '', ...rest] = text.split(blockSeparator);
  const texts = [first];
  for (const piece of rest) {
    if (piece === '' || texts.at(-1) === '') texts.push(`${texts.pop()}${blockSeparator}${piece}`);
    else texts.push(piece);
  }
  return texts;
}

function inlines(text: string): Inline[] {
  return text
    .split('\n')
    .flatMap((line, i): Inline[] => [
      ...(i === 0 ? [] : [{ type: 'hardBreak' } as const]),
      ...(line === '' ? [] : [{ type: 'text', text: line } as const]),
    ]);
}
