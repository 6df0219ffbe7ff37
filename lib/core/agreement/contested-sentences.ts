import { type Judge, judges } from './annotated-text';
import type { Span } from './marks';
import { segmentsOf } from './tokens';

/** A mark on the text itself: UTF-16 code units, end exclusive. */
export interface TextMark extends Span {
  /** Of the annotation. */
  id: string;
  author: string;
  tags: readonly string[];
}

/** A sentence that some annotators of the text marked with a tag, and others did not. UTF-16 code units, end exclusive. */
export interface ContestedSentence extends Span {
  /** From 0 to 1: 4p(1 − p) of the most contested tag, p the share who marked it; 1 when half did. */
  strength: number;
  /** Tags that are contested here, and whose annotations bear them. */
  tags: ContestedTag[];
}

interface ContestedTag {
  tag: string;
  marks: { annotation: string; author: string }[];
  /** How many marked it, of how many who judged the text by the tag. */
  people: number;
  annotators: number;
}

/** "8]", or "8][9]", with the space behind it. */
const restOfSign = /^\d+\](\[\d+\])*\s*/;

/**
 * Sentences by the rules of Unicode (UAX #29) in the language of the text; an abbreviation may end one too early. They cut
 * the sign of a footnote, "[8]", behind its bracket: all of it belongs to what it stands behind. A step at a time.
 */
export function* findingSentences(text: string, language: string): Generator<undefined, Span[]> {
  const found: Span[] = [];
  for (const { start, end } of segmentsOf(text, language, 'sentence')) {
    const before = found.at(-1);
    const isCut = before?.end === start && text[start - 1] === '[';
    const rest = isCut ? (restOfSign.exec(text.slice(start, end))?.[0] ?? '') : '';
    if (before && rest !== '') found[found.length - 1] = { ...before, end: start + rest.trimEnd().length };
    if (start + rest.length < end) found.push({ start: start + rest.length, end });
    yield;
  }
  return found;
}

/** Of a text that `readers` judged. A sentence counts as marked when a mark covers any of it but white space. */
export function contestedSentences(
  sentences: readonly Span[],
  marks: readonly TextMark[],
  readers: readonly Judge[],
): ContestedSentence[] {
  const judgesOf = countedJudges(readers);
  const found = sentences.map(() => new Map<string, { annotation: string; author: string }[]>());
  for (const { id, author, start, end, tags } of marks)
    for (let i = firstEndingAfter(sentences, start); i < sentences.length && sentences[i]!.start < end; i++)
      for (const tag of tags) {
        const here = found[i]!.get(tag) ?? [];
        here.push({ annotation: id, author });
        found[i]!.set(tag, here);
      }
  return sentences.flatMap(({ start, end }, i) => {
    const tags = [...found[i]!].flatMap(([tag, marks]) => {
      const people = new Set(marks.map(({ author }) => author)).size;
      const annotators = judgesOf(tag);
      return people < annotators ? [{ tag, marks, people, annotators }] : [];
    });
    const strengths = tags.map(
      ({ people, annotators }) => (4 * people * (annotators - people)) / annotators ** 2,
    );
    return tags.length > 0 ? [{ start, end, strength: Math.max(...strengths), tags }] : [];
  });
}

/** How many judged the text by a tag. */
function countedJudges(readers: readonly Judge[]): (tag: string) => number {
  const counts = new Map<string, number>();
  return (tag) => {
    const count = counts.get(tag) ?? readers.filter((reader) => judges(reader, tag)).length;
    counts.set(tag, count);
    return count;
  };
}

function firstEndingAfter(sentences: readonly Span[], offset: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
