import { Selector } from '@/lib/core/annotation/annotation';
import { invalid } from '@/lib/core/api/problem';
import { type ForeignBody, type ForeignContent, foreignContent } from './foreign-bodies';
import { iriOf, listed, membersOf, typeOf, words } from './foreign-json';

/** An annotation of another program, as far as Cruxbook can keep it. */
export interface ForeignAnnotation extends ForeignContent {
  target: ForeignTarget;
  /** IRI that its maker gave it; null: none. */
  id: string | null;
  /** Its name on all servers. */
  canonical: string | null;
  /** Where it was taken from before. */
  via: string[];
}

/** `selectors` empty: it is about the whole thing, which an annotation may be. */
export interface ForeignTarget {
  /** IRI, with its fragment. */
  source: string;
  selectors: Selector[];
}

const context = 'http://www.w3.org/ns/anno.jsonld';

const kept = ['@context', 'id', 'type', 'motivation', 'canonical', 'via', 'body', 'bodyValue', 'target'];

/** Motivations that follow from what an annotation holds; any other would be lost. */
const motivations = new Set([
  'highlighting',
  'commenting',
  'tagging',
  'classifying',
  'replying',
  'describing',
  'linking',
]);

/**
 * Reads an annotation (https://www.w3.org/TR/annotation-model/). What Cruxbook has no place for is refused by name with a
 * 422, never dropped. `replaces`: it is sent in place of one that is here, whose being held the server goes on saying itself.
 */
export function foreignAnnotation(value: unknown, { replaces = false } = {}): ForeignAnnotation {
  const given = membersOf(value, 'The annotation', kept);
  if (!listed(given['@context']).includes(context))
    throw invalid('context', `The @context has to name ${context}.`);
  if (!listed(given.type).includes('Annotation'))
    throw invalid('type', 'This is not of the type Annotation.');
  for (const motivation of listed(given.motivation))
    if (typeof motivation !== 'string' || !motivations.has(motivation))
      throw invalid(
        'motivation',
        `Cruxbook does not know annotations made for ${JSON.stringify(motivation)}.`,
      );
  if (!replaces && isPrivate(given))
    throw invalid(
      'audience',
      'It says that it is for its creator alone. Sent here it is for the whole group: leave its audience out if you mean that.',
    );
  return {
    ...foreignContent(bodiesOf(given), replaces),
    target: targetOf(given.target, given.id),
    id: given.id === undefined ? null : nameOf(words(given.id, 'id')),
    canonical: given.canonical === undefined ? null : words(given.canonical, 'canonical'),
    via: listed(given.via).map((one) => words(one, 'via')),
  };
}

/** As exports say it, and imports heed it. */
function isPrivate({ creator, audience }: Record<string, unknown>): boolean {
  const [who] = listed(creator).map(iriOf);
  const whom = listed(audience).map(iriOf);
  return typeof who === 'string' && whom.length === 1 && whom[0] === who;
}

const uuid = /^#?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;

/** Annotorious and Recogito name what they made by a bare UUID, as an address or as a fragment of one. */
const nameOf = (id: string) => id.replace(uuid, 'urn:uuid:$1');

function bodiesOf({ body, bodyValue }: Record<string, unknown>): ForeignBody[] {
  if (bodyValue === undefined) return listed(body) as ForeignBody[];
  if (body !== undefined) throw invalid('body', 'body and bodyValue cannot stand together.');
  return [{ type: 'TextualBody', value: bodyValue }];
}

/** `annotation`: Recogito has a target say which one it is of. */
const parts = ['id', 'type', 'source', 'selector', 'scope', 'state', 'purpose', 'annotation'];

/** `of`: the id of the annotation. */
function targetOf(value: unknown, of: unknown): ForeignTarget {
  const [target, ...others] = listed(value);
  if (target === undefined) throw invalid('target', 'The annotation has no target.');
  if (others.length > 0)
    throw invalid('target', 'An annotation here has one target. Send one for each of them.');
  if (typeof target === 'string') return { source: target, selectors: [] };
  const { id, source, selector, annotation = of } = membersOf(target, 'The target', parts);
  if (annotation !== of) throw invalid('target', 'The target says that it is of another annotation.');
  if (source === undefined) return { source: words(id, 'target.id'), selectors: [] };
  return {
    source: words(iriOf(source), 'target.source'),
    selectors: listed(selector).map(selectorOf),
  };
}

function selectorOf(value: unknown): Selector {
  const found = Selector.safeParse(value);
  if (found.success) return found.data;
  const type = typeOf(value);
  throw invalid(
    'selector',
    `Passages are found by TextQuoteSelector and TextPositionSelector; this one cannot be read: ${JSON.stringify(type ?? value)}.`,
  );
}
