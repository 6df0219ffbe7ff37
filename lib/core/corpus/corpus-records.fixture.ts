import { createHash } from 'node:crypto';
import type { CorpusAnnotation, CorpusDocument } from './corpus';
import { ada, at, id } from './corpus-names.fixture';
import { corpusPassage, countedText } from './corpus-range';

/** A text under an open licence, on which nothing is marked yet. */
export const aDocument = (name: string, text: string, rest: Partial<CorpusDocument>): CorpusDocument => ({
  kind: 'document',
  id: id(`${name}-v1`),
  essay: id(name),
  slug: name,
  number: 1,
  title: 'The Alignment Bet',
  authors: ['R. Müller', 'S. <Ito>'],
  url: 'https://example.org/bet?a=1&b=2',
  licence: 'CC BY 4.0',
  language: 'en',
  text,
  structure: null,
  sha256: createHash('sha256').update(text).digest('hex'),
  created: at(0),
  annotations: 0,
  ...rest,
});

/** The first place of `exact`, in UTF-16 code units. */
export function rangeOf(text: string, exact: string) {
  const start = text.indexOf(exact);
  if (start < 0) throw new Error(`The text has no “${exact}”.`);
  return { start, end: start + exact.length };
}

/** An annotation by Ada on the first place of `exact`. */
export function anAnnotation(
  text: string,
  exact: string,
  rest: Partial<CorpusAnnotation> & { id: string },
): CorpusAnnotation {
  return {
    kind: 'annotation',
    ...corpusPassage(countedText(text), rangeOf(text, exact)),
    person: ada,
    tags: [],
    comment: null,
    visibility: 'group',
    held: null,
    resolved: null,
    created: at(4),
    modified: null,
    anchor: { state: 'anchored', method: 'exact', confidence: 1 },
    reactions: [],
    cards: [],
    replies: [],
    ...rest,
  };
}
