import { CardKind, CardStatus, RelationState, RelationType } from '@/lib/core/api/card-schemas';
import { ordinal } from '@/lib/core/api/ordinal';
import type { CorpusCard, CorpusPosition, CorpusRelation } from '@/lib/core/corpus/corpus';
import { isoTime } from '@/lib/core/corpus-import/iso-time';
import { grouped } from '@/lib/core/crux/grouped';
import { heldIn, ownWord, sourcesFor, valuesFor, type WebAnnotation } from './web-annotation';

interface CardRecords {
  all: { record: CorpusCard; row: number }[];
  /** By the IRI of the card. */
  numbers: Map<string, { id: string; number: number }>;
}

/** Cards in the order of the file, which numbers them where it does not say their numbers itself, each another. */
export function cardRecords(
  items: readonly WebAnnotation[],
  arrows: readonly WebAnnotation[],
  credences: readonly WebAnnotation[],
): CardRecords {
  const iriOf = ({ target }: WebAnnotation) => target.id ?? '';
  const own = items.map((item) => ordinalIn(item, 'number'));
  const areOwn = !own.includes(null) && new Set(own).size === own.length;
  const numberOf = (i: number) => (areOwn ? own[i] : null) ?? i + 1;
  const numbers = new Map(items.map((item, i) => [iriOf(item), { id: item.id, number: numberOf(i) }]));
  const relationIds = new Map(arrows.map(({ iri, id }) => [iri, id]));
  const from = grouped(arrows, iriOf);
  const on = grouped(credences, iriOf);
  const all = items.map((item, i) => {
    const relations = (from.get(iriOf(item)) ?? []).flatMap((arrow) =>
      relationOf(arrow, numbers, relationIds),
    );
    const positions = positionsOf(on.get(iriOf(item)) ?? []);
    return { record: { ...cardOf(item, { number: numberOf(i), positions }), relations }, row: item.row };
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
  const statement = valuesFor(item, 'describing')[0] ?? '';
  const wording = ordinalIn(item, 'wording') ?? 1;
  const changed = modified ?? created;
  return {
    kind: 'card',
    id,
    number,
    statement,
    details: valuesFor(item, 'commenting').join('\n\n'),
    type: CardKind.safeParse(classOf(item, '/tags#')).data ?? 'claim',
    status:
      CardStatus.exclude(['merged']).safeParse(classOf(item, 'urn:cruxbook:status:')).data ?? 'proposed',
    operationalization: '',
    resolvesBy: null,
    resolutionSource: null,
    root: false,
    held: heldIn(item),
    version: Math.max(wording, ...positions.map(({ version }) => version)),
    person,
    created,
    changed,
    wordings: [{ version: wording, statement, created: changed, wordingOnly: false }],
    aliases: [],
    occurrences: [],
    relations: [],
    positions,
    beliefs: [],
  };
}

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

/** Which `wording` of a card it has or is about, and its `number`: only our own files say. Null too where that can be none. */
function ordinalIn(item: WebAnnotation, what: 'wording' | 'number'): number | null {
  return ordinal.safeParse(Number(ownWord(sourcesFor(item, 'classifying'), what))).data ?? null;
}

const wouldChange = 'questioning';

/**
 * The last that somebody said of a card stands; each earlier one until the next, unless the file, being one of ours, says
 * until when.
 */
function positionsOf(items: readonly WebAnnotation[]): CorpusPosition[] {
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
    const until = isoTime(ownWord(classes, 'superseded'));
    const changing = valuesFor(item, wouldChange);
    const bodies = item.bodies.filter(({ purpose }) => !purpose.includes(wouldChange));
    const said = valuesFor({ ...item, bodies }, 'commenting');
    found.push({
      id,
      person,
      credence,
      reason: said.join('\n\n'),
      wouldChangeMind: changing.join('\n\n'),
      version: wording ?? 1,
      created,
      inherited: classes.includes('urn:cruxbook:inherited'),
      superseded: wording === null ? (next.get(person.id) ?? null) : until,
    });
    next.set(person.id, created);
  }
  return found.toReversed();
}
