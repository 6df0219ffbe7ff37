/** A card's statement is at most so long, in UTF-16 code units. */
export const longestStatement = 280;

interface Said {
  /** Comment as plain text; null where a passage was only marked. */
  comment: string | null;
  /** The words of the passage. */
  quote: string | null;
  /** BCP 47, of the essay. */
  language?: string;
}

export interface SuggestedStatement {
  from: 'comment' | 'passage';
  statement: string;
}

/**
 * What a card made from a note could say, the likelier first: the first sentence of the comment, and the passage, or its
 * first sentence where it is long. The passage comes first where the comment asks something or says more than a
 * statement may. Each at most `longestStatement`, in whole words where there are any, on one line; none where nothing was said.
 */
export function statementsFrom({ comment, quote, language }: Said): SuggestedStatement[] {
  const said = (comment ?? '').trim();
  const passage = oneLine(quote ?? '');
  const ofComment = firstSentence(said, language);
  const ofPassage = passage.length <= longestStatement ? passage : firstSentence(passage, language);
  const suggested: SuggestedStatement[] = [
    { from: 'comment', statement: shortened(ofComment, language) },
    { from: 'passage', statement: shortened(ofPassage, language) },
  ];
  const isNoStatement =
    said.length > longestStatement ||
    asks.test(ofComment) ||
    (isGreek(language) && asksInGreek.test(ofComment));
  return (isNoStatement ? suggested.reverse() : suggested).filter(({ statement }) => statement !== '');
}

/** Ends with a question mark of some script, whatever closes after it. */
const asks = /[?？؟⁇⁈՞፧\u037e][\p{Pe}\p{Pf}"'\s]*$/u;
/** Greek is written with the semicolon for one, which Unicode holds for the same. */
const asksInGreek = /;[\p{Pe}\p{Pf}"'\s]*$/u;

const isGreek = (language = '') => /^el\b/i.test(language);

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Of the first line that says something: a list or a second paragraph is no part of a sentence. */
function firstSentence(text: string, language: string | undefined): string {
  const line = text.split('\n').find((one) => one.trim()) ?? '';
  const [first] = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(oneLine(line));
  return first?.segment.trim() ?? '';
}

function shortened(text: string, language: string | undefined): string {
  if (text.length <= longestStatement) return text;
  const endsOf = (granularity: 'word' | 'grapheme') =>
    [...new Intl.Segmenter(language, { granularity }).segment(text)].map(({ index }) => index);
  const fitting = (ends: number[]) => ends.findLast((end) => end < longestStatement) || null;
  return `${text.slice(0, fitting(endsOf('word')) ?? fitting(endsOf('grapheme')) ?? 0).trimEnd()}…`;
}
