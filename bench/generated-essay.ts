import { type HighlightRange, inReadingOrder } from '@/lib/core/anchoring/segments';
import type { EssayDocument } from '@/lib/core/essay/document';
import { plainText } from '@/lib/core/essay/plain-text';

/** Text of our own, the same on every run. */
export interface GeneratedEssay {
  paragraphs: string[];
  document: EssayDocument;
  /** Canonical text. */
  text: string;
}

export const vocabulary =
  'the of and essay argument model evaluation incentive persona failure crux claim because under which people read together highlight passage reward honest deceptive training behaviour system oversight reason'.split(
    ' ',
  );

/** Numbers in [0, 1): Lehmer's generator, of which the same seed gives the same row. */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** Paragraphs of 60 to 140 words. */
export function generatedEssay(words: number): GeneratedEssay {
  const next = numbersFrom(7);
  const paragraphs: string[] = [];
  for (let written = 0; written < words; ) {
    const length = Math.min(60 + Math.floor(next() * 80), words - written);
    const chosen = Array.from({ length }, () => vocabulary[Math.floor(next() * vocabulary.length)]);
    paragraphs.push(`${chosen.join(' ')}.`);
    written += length;
  }
  const content = paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
  const document = { type: 'doc', content } as EssayDocument;
  return { paragraphs, document, text: plainText(document) };
}

/** Passages of 20 to 200 characters anywhere in a text, in reading order; many overlap. */
export function generatedRanges(text: string, count: number): HighlightRange[] {
  const next = numbersFrom(11);
  const ranges = Array.from({ length: count }, (_, i) => {
    let start = Math.floor(next() * (text.length - 300));
    while (/\s/.test(text[start]!)) start++;
    const end = Math.min(text.length, start + 20 + Math.floor(next() * 180));
    return { id: `a${i}`, start, end, slot: 1 + (i % 4), label: 'Claim by Ann, 3 replies' };
  });
  return ranges.sort(inReadingOrder);
}
