import type { Element } from 'hast';
import { canonicalText } from '@/lib/core/essay/canonical-text';
import { rawText } from './element';
import type { EssaySource } from './essay-source';
import { splitParagraph } from './split-paragraph';
import { paragraph, textBlocks } from './text-blocks';
import { markHeadings } from './text-headings';
import { markInlines } from './text-inlines';
import { textLayout } from './text-layout';
import { takeTextNotes } from './text-notes';

/** A paragraph longer than this has lost its line ends, if the whole text has hardly any. */
const flattened = 1500;
const fewBlocks = 4;
/** Longer than anybody writes. */
const endless = 5000;

/** Reads plain text: guesses its layout, lists, quotes, code, headings and footnotes; in doubt it stays a paragraph. */
export function readText(content: string): EssaySource {
  const lines = canonicalText(content.replaceAll('\t', '    '))
    .split('\n')
    .map((line) => line.trimEnd());
  const blocks = textBlocks(lines, textLayout(lines));
  const notes = takeTextNotes(blocks);
  markHeadings(blocks);
  const pieces = splitLong(blocks);
  const tree = { type: 'root' as const, children: pieces };
  const labels = new Set(notes.map(({ label }) => label));
  for (const block of pieces) markInlines(block, labels);
  for (const { children } of notes)
    for (const child of children) if (child.type === 'element') markInlines(child, labels);
  const warnings =
    pieces.length > blocks.length
      ? [
          'This text had lost its line ends. Paragraphs were made at ends of sentences; headings may stand inside them.',
        ]
      : [];
  return { tree, notes, metadata: {}, warnings };
}

function splitLong(blocks: readonly Element[]): Element[] {
  const limit = blocks.length <= fewBlocks ? flattened : endless;
  return blocks.flatMap((block) => {
    if (block.tagName !== 'p' || block.children.length !== 1) return [block];
    const text = rawText(block);
    return text.length > limit ? splitParagraph(text).map(paragraph) : [block];
  });
}
