const comfortable = 550;

/** A full stop and the space behind it, where something that can begin a sentence follows; CJK needs no space. */
const sentenceEnd = /[.!?…؟।]["”’»)\]]*\s+(?=["“‘«([]*[\p{Lu}\p{Lt}\p{Lo}\p{N}])|[。！？]["”」』）]*/gu;

/** "et al." and initials do not end a sentence. */
const abbreviation = /(?:\b(?:al|cf|vs|e\.g|i\.e|etc|Dr|Mr|Mrs|Ms|Prof|St|No|vol|pp?)|\b\p{Lu})\.\s*$/u;

/** Where a line end was lost between two paragraphs: "…those goals.It realizes…", but not in an address. */
const glued = /(?<=(?:^|\s)["“‘(]?[\p{L}'’-]{3,40}[.!?]["”’)]?)(?=\p{Lu}(?:\p{Ll}|['’\s]))/u;

/**
 * Cuts a very long paragraph at ends of sentences into pieces of comfortable length: about 550 characters and at most
 * one sentence more. Only white space is lost, at the cuts. `Intl.Segmenter` would know more languages, but takes time
 * with the square of the sentences, and the same text would be cut differently by the next version of ICU.
 */
export function splitParagraph(text: string): string[] {
  return text.split(glued).flatMap(splitAtSentences);
}

function splitAtSentences(text: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (const match of text.matchAll(sentenceEnd)) {
    const end = match.index + match[0].length;
    if (end - start < comfortable || abbreviation.test(text.slice(Math.max(start, end - 12), end))) continue;
    pieces.push(text.slice(start, end).trim());
    start = end;
  }
  const rest = text.slice(start).trim();
  return rest === '' ? pieces : [...pieces, rest];
}
