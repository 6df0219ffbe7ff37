import { z } from 'zod';
import { ordinal } from '@/lib/core/api/ordinal';
import type { CorpusPerson } from '@/lib/core/corpus/corpus';
import type { CorpusPassage } from '@/lib/core/corpus/corpus-range';
import { isoTime } from '@/lib/core/corpus-import/iso-time';

/** https://www.w3.org/TR/annotation-model/: of what the model allows, what Cruxbook has a place for. */
export interface WebAnnotation {
  row: number;
  /** Its IRI. */
  iri: string;
  /** What it is called everywhere: the UUID of `canonical`, or its IRI. */
  id: string;
  /** IRIs of where it was taken from: its own among them, unless it is named everywhere alike. */
  via: readonly string[];
  motivations: readonly string[];
  bodies: readonly Body[];
  target: Target;
  /** IRIs of all that it is about. */
  targets: readonly string[];
  person: CorpusPerson | null;
  /** It is for nobody but whoever made it. */
  isPrivate: boolean;
  created: string;
  modified: string | null;
}

/** One word or list of them, as JSON-LD lets one write. */
export const many = <T extends z.ZodType>(one: T) =>
  z
    .union([z.array(one), one])
    .optional()
    .transform(
      (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]) as z.infer<T>[],
    );

export const Iri = z.union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)]);

const Agent = z.union([
  z.string().transform((id) => ({ id, name: id })),
  z.looseObject({ id: z.string().optional(), name: z.union([z.string(), z.array(z.string())]).optional() }),
]);

const Body = z
  .union([
    z.string().transform((source) => ({ source })),
    z.looseObject({
      value: z.string().optional(),
      purpose: many(z.string()),
      source: Iri.optional(),
      format: z.string().optional().catch(undefined),
      created: z.string().optional().catch(undefined),
      'dcterms:identifier': many(z.union([z.string(), z.number().transform(String)])).catch([]),
      creator: many(Agent).catch([]),
      scope: many(Iri).catch([]),
    }),
  ])
  .transform((body) => ({
    value: undefined,
    format: undefined,
    created: undefined,
    'dcterms:identifier': [] as string[],
    purpose: [] as string[],
    scope: [] as string[],
    creator: [] as z.infer<typeof Agent>[],
    ...body,
  }));
type Body = z.infer<typeof Body>;

const Selector = z.looseObject({
  type: z.string(),
  exact: z.string().optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  start: z.int().min(0).optional(),
  end: z.int().min(0).optional(),
});

const Source = z.looseObject({ id: z.string(), language: z.string().optional() });

const Target = z
  .union([
    z.string().transform((id) => ({ id })),
    z.looseObject({
      id: z.string().optional(),
      source: z.union([z.string(), Source]).optional(),
      selector: many(Selector),
    }),
  ])
  .transform((target) => ({ source: undefined, selector: [] as z.infer<typeof Selector>[], ...target }));
export type Target = z.infer<typeof Target>;

export const WebAnnotation = z.looseObject({
  id: z.string(),
  canonical: z.string().optional(),
  via: many(Iri),
  motivation: many(z.string()),
  body: many(Body),
  bodyValue: z.string().optional(),
  target: z.union([z.array(Target).min(1), Target]),
  creator: many(Agent),
  /** One that cannot be read says nothing. */
  audience: many(Iri).catch([]),
  created: z.string().optional(),
  modified: z.string().optional(),
  generated: z.string().optional().catch(undefined),
});

/** What our own files say of a conditional belief that it is. */
export const beliefClass = 'urn:cruxbook:belief';

const uuid = /^urn:uuid:([0-9a-f-]{36})$/i;
/** The UUID of an IRI that is one, or else the IRI. */
export const named = (iri: string) => uuid.exec(iri)?.[1]?.toLowerCase() ?? iri;

/** An annotation whose shape was checked; null where it does not say when it was made. */
export function webAnnotation(it: z.infer<typeof WebAnnotation>, row: number): WebAnnotation | null {
  // Nobody knows when somebody came to believe what they would; others are dated by more than when they were written out.
  const isBelief = it.body.some(({ source }) => source === beliefClass);
  const created = isoTime(it.created ?? it.modified ?? (isBelief ? it.generated : undefined));
  if (created === null) return null;
  const modified = isoTime(it.modified);
  const agent = it.creator[0];
  const words = it.bodyValue === undefined ? [] : [Body.parse({ value: it.bodyValue })];
  const isNamed = uuid.test(it.canonical ?? it.id);
  return {
    via: isNamed ? it.via : [...it.via, it.id],
    row,
    iri: it.id,
    id: named(it.canonical ?? it.id),
    motivations: it.motivation,
    created,
    bodies: [...it.body, ...words],
    target: [it.target].flat()[0]!,
    targets: [it.target].flat().flatMap(({ id }) => id ?? []),
    person: agent ? personOf(agent) : null,
    isPrivate: agent?.id !== undefined && it.audience.length === 1 && it.audience[0] === agent.id,
    modified: modified === created ? null : modified,
  };
}

export function personOf({
  id,
  name,
}: {
  id?: string | undefined;
  name?: string | string[] | undefined;
}): CorpusPerson | null {
  const called = Array.isArray(name) ? name[0] : name;
  const key = id ?? called;
  return key === undefined ? null : { id: named(key), name: called ?? key, pseudonymous: false };
}

type Bodies = Pick<WebAnnotation, 'bodies'>;

/** Bodies of a purpose that are texts. */
export const bodiesFor = ({ bodies }: Bodies, purpose: string): (Body & { value: string })[] =>
  bodies.flatMap((body) =>
    body.value !== undefined && body.purpose.includes(purpose) ? [{ ...body, value: body.value }] : [],
  );

/** Texts of a purpose. */
export const valuesFor = (item: Bodies, purpose: string): string[] =>
  bodiesFor(item, purpose).map(({ value }) => value);

/** Comments that say something, and those that ask: how a card would be settled, or what would change somebody's mind. */
export function commentsIn(item: Bodies): { said: string; asked: string } {
  const words = (isAsking: boolean) =>
    bodiesFor(item, 'commenting')
      .filter(({ purpose }) => purpose.includes('questioning') === isAsking)
      .map(({ value }) => value)
      .join('\n\n');
  return { said: words(false), asked: words(true) };
}

/** IRIs of a purpose. */
export const sourcesFor = ({ bodies }: Bodies, purpose: string): string[] =>
  bodies.flatMap(({ source, purpose: of }) => (source !== undefined && of.includes(purpose) ? [source] : []));

/** Why only moderators see it, as our own files say. */
export const heldIn = (item: WebAnnotation): 'pending' | 'hidden' | null =>
  sourcesFor(item, 'moderating').flatMap((iri) => helds.get(iri) ?? [])[0] ?? null;

const helds = new Map<string, 'pending' | 'hidden'>([
  ['urn:cruxbook:held:pending', 'pending'],
  ['urn:cruxbook:held:hidden', 'hidden'],
]);

/** What a pattern captures of an IRI, unescaped. */
export function partOf(iri: string, pattern: RegExp): string | undefined {
  const part = pattern.exec(iri)?.[1];
  try {
    return part && decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** What follows `urn:cruxbook:` and a beginning in one of some IRIs. */
export const ownWord = (iris: readonly string[], beginning: string): string | undefined =>
  iris.flatMap((iri) => iri.split(`urn:cruxbook:${beginning}:`)[1] ?? [])[0];

/** Null for what can be none. */
export const ordinalOf = (word: string | undefined): number | null =>
  ordinal.safeParse(Number(word)).data ?? null;

/** Which `wording` of a card it is about, and the `version` and `number` of a card: only our own files say. */
export const ordinalIn = (item: Bodies, what: 'wording' | 'version' | 'number'): number | null =>
  ordinalOf(ownWord(sourcesFor(item, 'classifying'), what));

/** Where it stands, as far as it says; the end is 0 where it names no position, the quote empty where it names no words. */
export function passageIn({ selector }: Target): CorpusPassage {
  const quote = selector.find(({ type }) => type === 'TextQuoteSelector');
  const position = selector.find(({ type }) => type === 'TextPositionSelector');
  const [startPoint, endPoint] = [position?.start ?? 0, position?.end ?? 0];
  return {
    // Units of UTF-16 are known once the text is.
    start: startPoint,
    end: endPoint,
    startPoint,
    endPoint,
    quote: quote?.exact ?? '',
    prefix: quote?.prefix ?? '',
    suffix: quote?.suffix ?? '',
  };
}

export const sourceOf = ({ source }: Target): string | undefined =>
  typeof source === 'object' ? source.id : source;
