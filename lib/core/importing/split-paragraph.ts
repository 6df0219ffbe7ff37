const comfortable = 550;

/** "et al." and initials do not end a sentence. */
const abbreviation = /(?:\b(?:al|cf|vs|eg|ie|e\.g|i\.e|etc|Dr|Mr|Mrs|Ms|Prof|St|No|vol|pp?)|\b\p{Lu})\.\s*$/u;

/** Where a line end was lost between two paragraphs: "…those goals.It realizes…", but not in an address. */
const glued = /(?<=(?:^|\s)[\p{L}'’-]{3,}[.!?]["”’)]?)(?=\p{Lu}\p{Ll}|\p{Lu}['’]|I\s)/u;

/**
 * Cuts a very long paragraph at ends of sentences into pieces of comfortable length (about 550 characters and at most
 * one sentence more). Only white space is lost, at the cuts.
 */
export function splitParagraph(text: string, language?: string): string[] {
  return text.split(glued).flatMap((part) => splitAtSentences(part, language));
}

function splitAtSentences(text: string, language: string | undefined): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)) {
    piece += segment;
    if (piece.length >= comfortable && !abbreviation.test(piece)) {
      pieces.push(piece.trim());
      piece = '';
    }
  }
  const rest = piece.trim();
  if (rest !== '') pieces.push(rest);
  return pieces;
}
