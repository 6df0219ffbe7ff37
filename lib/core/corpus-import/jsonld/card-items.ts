import { z } from 'zod';
import { CardKind, CardStatus, RelationState, RelationType } from '@/lib/core/api/card-schemas';
import type { CorpusCard, CorpusRelation } from '@/lib/core/corpus/corpus';
import type { BadRow } from '@/lib/core/corpus-import/import-report';
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
  bad: BadRow[];
}

interface CardItems {
  cards: readonly WebAnnotation[];
  relations: readonly WebAnnotation[];
  credences: readonly WebAnnotation[];
  beliefs: readonly WebAnnotation[];
}

/** Cards in the order of the file, which numbers them where it does not say their numbers itself, each another. */
export function cardRecords(items: CardItems): CardRecords {
  const { cards } = items;
  const own = cards.map((item) => ordinalIn(item, 'number'));
  const areOwn = !own.includes(null) && new Set(own).size === own.length;
  const numberOf = (i: number) => (areOwn ? own[i] : null) ?? i + 1;
  const numbers = new Map(cards.map((item, i) => [iriOf(item), { id: item.id, number: numberOf(i) }]));
  const arrows = arrowsOf(items.relations, numbers);
  const beliefs = items.beliefs.map((item) => ({ item, ...beliefOf(item, numbers) }));
  const isHere = (item: WebAnnotation) => numbers.has(iriOf(item));
  const lost = [
    ...arrows.flatMap(({ item, relation }) => (relation && isHere(item) ? [] : [item])),
    ...items.credences.filter((item) => !isHere(item)),
    ...beliefs.flatMap(({ item, belief }) => (belief ? [] : [item])),
  ];
  const from = grouped(arrows, ({ item }) => iriOf(item));
  const on = grouped(items.credences, iriOf);
  const about = grouped(beliefs, ({ crux }) => crux ?? '');
  const all = cards.map((item, i) => {
    const iri = iriOf(item);
    const card = cardOf(item, { number: numberOf(i), positions: positionsOf(on.get(iri) ?? []) });
    const relations = (from.get(iri) ?? []).flatMap(({ relation }) => relation ?? []);
    const beliefs = (about.get(iri) ?? []).flatMap(({ belief }) => belief ?? []);
    return { record: { ...card, relations, beliefs }, row: item.row };
  });
  return {
    all,
    numbers,
    bad: lost.map(({ row, id }) => ({ row, what: `annotation ${id}`, reason: nowhere })),
  };
}

const nowhere = 'It is about a card that is not there.';

const iriOf = ({ target }: WebAnnotation) => target.id ?? '';

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
  const { said, asked, source } = ownComments(item);
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
    resolvesBy: z.iso.date().safeParse(ownWord(classes, 'resolves-by')).data ?? null,
    resolutionSource: source,
    root: classes.includes('urn:cruxbook:root'),
    held: heldIn(item),
    version: positions.reduce(
      (latest, { version }) => Math.max(latest, version),
      Math.max(ordinalIn(item, 'version') ?? 1, now.version),
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

/** What settles a card stands in our own files; elsewhere all that is said of one are its details. */
function ownComments(item: WebAnnotation) {
  if (ownWord(sourcesFor(item, 'classifying'), 'number') === undefined)
    return { said: valuesFor(item, 'commenting').join('\n\n'), asked: '', source: null };
  const isSource = ({ purpose }: WebAnnotation['bodies'][number]) => purpose.includes('linking');
  const [source = null] = bodiesFor(item, 'commenting').flatMap((body) =>
    isSource(body) ? [body.value] : [],
  );
  return { ...commentsIn({ bodies: item.bodies.filter((body) => !isSource(body)) }), source };
}

type Wording = CorpusCard['wordings'][number];

/** What a card said before, as far as its file tells, and last what it says now. */
function wordingsOf(item: WebAnnotation): Wording[] {
  const present = ordinalIn(item, 'wording') ?? 1;
  const onlies = new Set(sourcesFor(item, 'classifying'));
  const { modified, created: made } = item;
  const all = bodiesFor(item, 'describing').map(({ value, created, 'dcterms:identifier': [number] }) => ({
    version: ordinalOf(number),
    statement: value,
    created: isoTime(created),
    wordingOnly: onlies.has(`urn:cruxbook:wording-only:${number}`),
  }));
  const now = all.find(({ version }) => version === present) ?? all[0]!;
  const before = all.filter(
    (one): one is Wording => one.version !== null && one.created !== null && one.version < present,
  );
  return [
    ...before.sort((a, b) => a.version - b.version),
    { ...now, version: present, created: now.created ?? modified ?? made },
  ];
}

/** Cards that were merged into it. */
const aliasesOf = (item: WebAnnotation): CorpusCard['aliases'] =>
  bodiesFor(item, 'identifying').flatMap(({ value, 'dcterms:identifier': names }) => {
    const [id] = names.filter((name) => name.startsWith('urn:uuid:'));
    const [number] = names.flatMap((name) => ordinalOf(name) ?? []);
    return id === undefined || number === undefined ? [] : [{ id: named(id), number, statement: value }];
  });

/** Arrows between cards, and on arrows; those of which an end is not there are none. */
function arrowsOf(items: readonly WebAnnotation[], cards: CardRecords['numbers']) {
  const ids = new Map(items.map(({ iri, id }) => [iri, id]));
  return items.map((item) => ({ item, relation: relationOf(item, cards, ids) }));
}

function relationOf(
  item: WebAnnotation,
  cards: ReadonlyMap<string, { id: string }>,
  relations: ReadonlyMap<string, string>,
): CorpusRelation | null {
  const [end = ''] = sourcesFor(item, 'linking');
  const type = RelationType.safeParse(classOf(item, 'urn:cruxbook:relation:')).data;
  const to = cards.get(end)?.id ?? null;
  const toRelation = to === null ? (relations.get(end) ?? null) : null;
  if (!type || (to ?? toRelation) === null) return null;
  const state = RelationState.safeParse(classOf(item, 'urn:cruxbook:state:')).data ?? 'proposed';
  const { id, person, created } = item;
  const rationale = valuesFor(item, 'commenting').join('\n\n');
  return { id, type, to, toRelation, rationale, state, person, created };
}
