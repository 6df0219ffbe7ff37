import { beliefClass, sourceOf, sourcesFor, valuesFor, type WebAnnotation } from './web-annotation';

/** What an annotation is to a corpus. */
export function itemKind(
  item: WebAnnotation,
): 'text' | 'card' | 'relation' | 'credence' | 'belief' | 'reply' | 'annotation' | 'decision' | 'decided' {
  const has = (motivation: string) => item.motivations.includes(motivation);
  const isSomewhere = sourceOf(item.target) !== undefined;
  if (has('replying')) return 'reply';
  if (has('moderating')) return 'decision';
  // What a decision left standing is named by the page where it was made.
  if (item.iri.includes('/adjudicate#')) return 'decided';
  if (has('describing') && has('classifying') && valuesFor(item, 'describing').length > 0) return 'card';
  if (has('describing') && !isSomewhere) return 'text';
  const classes = sourcesFor(item, 'classifying');
  if (has('linking') && classes.some((iri) => iri.startsWith('urn:cruxbook:relation:'))) return 'relation';
  if (classes.includes(beliefClass)) return 'belief';
  if (has('assessing') && !isSomewhere && valuesFor(item, 'assessing').length > 0) return 'credence';
  return 'annotation';
}
