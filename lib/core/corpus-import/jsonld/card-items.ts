import { CardKind, CardStatus, RelationState, RelationType } from '@/lib/core/api/card-schemas';
import type { CorpusCard, CorpusRelation } from '@/lib/core/corpus/corpus';
import { isoTime } from '@/lib/core/corpus-import/iso-time';
import { grouped } from '@/lib/core/crux/grouped';
import { beliefOf, positionsOf } from './credence-items';
import {
  bodiesFor,
  commentsIn,
  heldIn,
  named,
  ordinalIn,
  ordinalOf,
  ownWord,
  sourcesFor,
  valuesFor,
  type WebAnnotation,
} from './web-annotation';

interface CardRecords {
  all: { record: CorpusCard; row: number }[];
  /** By the IRI of the card. */
  numbers: Map<string, { id: string; number: number }>;
}

interface CardItems {
  cards: readonly WebAnnotation[];
  relations: readonly WebAnnotation[];
  credences: readonly WebAnnotation[];
  beliefs: readonly WebAnnotation[];
}

/** Cards in the order of the file, which numbers them where it does not say their numbers itself, each another. */
export function cardRecords({ cards: items, relations: arrows, credences, beliefs }: CardItems): CardRecords {
  const iriOf = ({ target }: WebAnnotation) => target.id ?? '';
  const own = items.map((item) => ordinalIn(item, 'number'));
  const areOwn = !own.includes(null) && new Set(own).size === own.length;
  const numberOf = (i: number) => (areOwn ? own[i] : null) ?? i + 1;
  const numbers = new Map(items.map((item, i) => [iriOf(item), { id: item.id, number: numberOf(i) }]));
  const relationIds = new Map(arrows.map(({ iri, id }) => [iri, id]));
  const from = grouped(arrows, iriOf);
  const on = grouped(credences, iriOf);
  const whereCrux = grouped(beliefs, iriOf);
  const all = items.map((item, i) => {
    const iri = iriOf(item);
    const relations = (from.get(iri) ?? []).flatMap((arrow) => relationOf(arrow, numbers, relationIds));
    const positions = positionsOf(on.get(iri) ?? []);
    const beliefs = (whereCrux.get(iri) ?? []).flatMap((belief) => beliefOf(belief, numbers));
    const card = cardOf(item, { number: numberOf(i), positions });
    return { record: { ...card, relations, beliefs }, row: item.row };
  });
  return { all, numbers };
}

/** What follows a beginning in one of the classes. */
const classOf = (item: WebAnnotation, beginning: string) =>
  sourcesFor(item, 'classifying').flatMap((iri) => iri.split(beginning)[1] ?? [])[0];

/** The steps of a card are counted on from wording to wording, and an answer is to what stood at its step. */
function cardOf(
  item: WebAnnotation,
  { number, positions }: Pick<CorpusCard, 'number' | 'positions'>,
): CorpusCard {
  const { id, person, created, modified } = item;
  const classes = sourcesFor(item, 'classifying');
  const { said, asked } = commentsIn(item);
  const wordings = wordingsOf(item);
  const now = wordings.at(-1)!;
  return {
    kind: 'card',
    id,
    number,
    statement: now.statement,
    details: said,
    type: CardKind.safeParse(classOf(item, '/tags#')).data ?? 'claim',
    status:
      CardStatus.exclude(['merged']).safeParse(classOf(item, 'urn:cruxbook:status:')).data ?? 'proposed',
    operationalization: asked,
    resolvesBy: ownWord(classes, 'resolves-by') ?? null,
    resolutionSource: valuesFor(item, 'linking')[0] ?? null,
    root: classes.includes('urn:cruxbook:root'),
    held: heldIn(item),
    version: Math.max(
      ordinalIn(item, 'version') ?? 1,
      now.version,
      ...positions.map(({ version }) => version),
    ),
    person,
    created,
    changed: modified ?? created,
    wordings,
    aliases: aliasesOf(item),
    occurrences: [],
    relations: [],
    positions,
    beliefs: [],
  };
}

type Wording = CorpusCard['wordings'][number];

/** What a card said before, as far as its file tells, and what it says now. */
function wordingsOf(item: WebAnnotation): Wording[] {
  const classes = sourcesFor(item, 'classifying');
  const [now, ...before] = ['describing', 'editing'].flatMap((purpose) =>
    bodiesFor(item, purpose).map(({ value, created, 'dcterms:identifier': [number] }) => {
      const version = ordinalOf(number);
      const wordingOnly = classes.includes(`urn:cruxbook:wording-only:${version}`);
      return { version, statement: value, created: isoTime(created), wordingOnly };
    }),
  );
  if (!now) return [];
  const { modified, created } = item;
  const present = { ...now, version: now.version ?? 1, created: now.created ?? modified ?? created };
  return [...before.filter((one): one is Wording => isBefore(one, present)), present];
}

const isBefore = (one: { [K in keyof Wording]: Wording[K] | null }, now: Wording): boolean =>
  one.version !== null && one.created !== null && one.version < now.version;

/** Cards that were merged into it. */
const aliasesOf = (item: WebAnnotation): CorpusCard['aliases'] =>
  bodiesFor(item, 'identifying').flatMap(({ value, 'dcterms:identifier': [iri, of] }) => {
    const number = ordinalOf(of);
    return iri === undefined || number === null ? [] : [{ id: named(iri), number, statement: value }];
  });

function relationOf(
  item: WebAnnotation,
  cards: ReadonlyMap<string, { id: string }>,
  relations: ReadonlyMap<string, string>,
): CorpusRelation[] {
  const [end = ''] = sourcesFor(item, 'linking');
  const type = RelationType.safeParse(classOf(item, 'urn:cruxbook:relation:')).data;
  const to = cards.get(end)?.id ?? null;
  const toRelation = to === null ? (relations.get(end) ?? null) : null;
  if (!type || (to ?? toRelation) === null) return [];
  const state = RelationState.safeParse(classOf(item, 'urn:cruxbook:state:')).data ?? 'proposed';
  const { id, person, created } = item;
  return [
    {
      id,
      type,
      to,
      toRelation,
      rationale: valuesFor(item, 'commenting').join('\n\n'),
      state,
      person,
      created,
    },
  ];
}
