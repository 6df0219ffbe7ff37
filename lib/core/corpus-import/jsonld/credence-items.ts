import type { CorpusBelief, CorpusPosition } from '@/lib/core/corpus/corpus';
import { isoTime } from '@/lib/core/corpus-import/iso-time';
import { commentsIn, ordinalIn, ownWord, sourcesFor, valuesFor, type WebAnnotation } from './web-annotation';

/**
 * The last that somebody said of a card stands; each earlier one until the next, unless the file, being one of ours, says
 * until when.
 */
export function positionsOf(items: readonly WebAnnotation[]): CorpusPosition[] {
  const next = new Map<string, string>();
  const found: CorpusPosition[] = [];
  for (const item of items.toReversed()) {
    const { id, person, created } = item;
    const value = valuesFor(item, 'assessing')[0] ?? '';
    const percent = /^(\d{1,3}) ?%$/.exec(value)?.[1];
    if (!person || (percent === undefined && value !== 'no view')) continue;
    const credence = percent === undefined ? null : Math.min(100, Number(percent));
    const classes = sourcesFor(item, 'classifying');
    const wording = ordinalIn(item, 'wording');
    const { said, asked } = commentsIn(item);
    found.push({
      id,
      person,
      credence,
      reason: said,
      wouldChangeMind: asked,
      version: wording ?? 1,
      created,
      inherited: classes.includes('urn:cruxbook:inherited'),
      superseded: wording === null ? (next.get(person.id) ?? null) : isoTime(ownWord(classes, 'superseded')),
    });
    next.set(person.id, created);
  }
  return found.toReversed();
}

/** How far somebody would believe a card if the crux, by its IRI, were true, and if it were false; null where one is not there. */
export function beliefOf(
  { person, target: { id: iri = '' }, ...item }: WebAnnotation,
  cards: ReadonlyMap<string, { id: string }>,
): { crux?: string; belief: CorpusBelief | null } {
  const crux = sourcesFor(item, 'linking').find((source) => cards.has(source));
  const target = cards.get(iri)?.id;
  if (!person || crux === undefined || target === undefined) return { belief: null };
  const classes = sourcesFor(item, 'classifying');
  const upTo = (most: number, what: string) => {
    const word = ownWord(classes, what);
    return word !== undefined && /^\d{1,3}$/.test(word) && Number(word) <= most ? Number(word) : null;
  };
  const [ifTrue, ifFalse] = [upTo(100, 'if-true'), upTo(100, 'if-false')];
  return { crux, belief: { person, target, ifTrue, ifFalse, strength: upTo(3, 'strength') } };
}
