import type {
  CorpusBelief,
  CorpusCard,
  CorpusPerson,
  CorpusPosition,
  CorpusRelation,
} from '@/lib/core/corpus/corpus';
import type { corpusIris } from '@/lib/core/corpus/corpus-iris';

type Iris = ReturnType<typeof corpusIris>;

/** An annotation without what all have. */
export interface Item {
  id: string;
  person: CorpusPerson | null;
  rest: object;
  /** Whom alone it is for; absent where the group sees it. */
  owner?: CorpusPerson;
}

const plain = { type: 'TextualBody', format: 'text/plain' };
const classifying = (source: string) => ({ type: 'SpecificResource', purpose: 'classifying', source });

/** That only moderators see it, and why: a quality that they gave it. */
export const heldBody = (held: 'pending' | 'hidden') => ({
  type: 'SpecificResource',
  purpose: 'moderating',
  source: `urn:cruxbook:held:${held}`,
});

/** A card's statement, its arrows, what people believe of it, and of others if it were so. */
export const cardItems = (card: CorpusCard, iris: Iris): Item[] => [
  statement(card, iris),
  ...card.relations.map((relation) => arrow(relation, iris.card(card.id), iris)),
  ...card.positions.map((position) => credence(position, card, iris)),
  ...card.beliefs.map((belief) => conditional(belief, card, iris)),
];

function statement(card: CorpusCard, iris: Iris): Item {
  const target = iris.card(card.id);
  const details = { ...plain, purpose: 'commenting', value: card.details, format: 'text/markdown' };
  const rest = {
    motivation: ['describing', 'classifying'],
    created: card.created,
    modified: card.changed,
    canonical: `urn:uuid:${card.id}`,
    target,
    body: [
      ...wordings(card),
      ...(card.details ? [details] : []),
      ...settlement(card),
      ...card.aliases.map(({ id, number, statement }) => ({
        ...plain,
        purpose: 'identifying',
        value: statement,
        'dcterms:identifier': [`urn:uuid:${id}`, `${number}`],
      })),
      classifying(iris.tag(card.type)),
      classifying(`urn:cruxbook:status:${card.status}`),
      classifying(`urn:cruxbook:wording:${card.wordings.at(-1)?.version ?? card.version}`),
      classifying(`urn:cruxbook:version:${card.version}`),
      classifying(`urn:cruxbook:number:${card.number}`),
      ...(card.root ? [classifying('urn:cruxbook:root')] : []),
      ...(card.held === null ? [] : [heldBody(card.held)]),
    ],
  };
  return { id: `${target}#statement`, person: card.person, rest };
}

/** What it says, and what it said before: `urn:cruxbook:wording` tells which of the texts that describe it holds now. */
const wordings = ({ statement, wordings }: CorpusCard) => [
  ...(wordings.length === 0 ? [{ ...plain, purpose: 'describing', value: statement }] : []),
  ...wordings.toReversed().map(({ version, statement: value, created }) => ({
    ...plain,
    purpose: 'describing',
    value,
    created,
    'dcterms:identifier': `${version}`,
  })),
  ...wordings
    .filter(({ wordingOnly }) => wordingOnly)
    .map(({ version }) => classifying(`urn:cruxbook:wording-only:${version}`)),
];

/** What would settle it, by when, and where one will look. */
const settlement = ({ operationalization, resolvesBy, resolutionSource }: CorpusCard) => [
  ...(operationalization
    ? [{ ...plain, purpose: ['commenting', 'questioning'], value: operationalization }]
    : []),
  ...(resolvesBy === null ? [] : [classifying(`urn:cruxbook:resolves-by:${resolvesBy}`)]),
  ...(resolutionSource === null
    ? []
    : [{ ...plain, purpose: ['commenting', 'linking'], value: resolutionSource }]),
];

function arrow(relation: CorpusRelation, target: string, iris: Iris): Item {
  const { id, to, toRelation, type, rationale, state, person, created } = relation;
  const source = to === null ? iris.relation(toRelation ?? '') : iris.card(to);
  const rest = {
    motivation: 'linking',
    created,
    canonical: `urn:uuid:${id}`,
    target,
    body: [
      { type: 'SpecificResource', purpose: 'linking', source },
      classifying(`urn:cruxbook:relation:${type}`),
      classifying(`urn:cruxbook:state:${state}`),
      ...(rationale ? [{ ...plain, purpose: 'commenting', value: rationale }] : []),
    ],
  };
  return { id: iris.relation(id), person, rest };
}

/** How far somebody believes a card, why, and in which wording; in bodies of their own what others have no words for. */
function credence(position: CorpusPosition, card: CorpusCard, iris: Iris): Item {
  const { id, person, credence, reason, wouldChangeMind, version, inherited, superseded, created } = position;
  const value = credence === null ? 'no view' : `${credence} %`;
  const comment = { ...plain, purpose: 'commenting' };
  const wouldChange = ['commenting', 'questioning'];
  const rest = {
    motivation: 'assessing',
    created,
    canonical: `urn:uuid:${id}`,
    target: iris.card(card.id),
    body: [
      { ...plain, purpose: 'assessing', value },
      ...(reason ? [{ ...comment, value: reason }] : []),
      ...(wouldChangeMind ? [{ ...comment, purpose: wouldChange, value: wouldChangeMind }] : []),
      classifying(`urn:cruxbook:wording:${version}`),
      ...(inherited ? [classifying('urn:cruxbook:inherited')] : []),
      ...(superseded === null ? [] : [classifying(`urn:cruxbook:superseded:${superseded}`)]),
    ],
  };
  return { id: iris.position(card.id, id), person, rest };
}

/** How far somebody would believe a card if another, the crux, were true, and if it were false; in numbers for programs. */
function conditional({ person, target, ...belief }: CorpusBelief, crux: CorpusCard, iris: Iris): Item {
  const { ifTrue, ifFalse, strength } = belief;
  const said = [
    ...(ifTrue === null ? [] : [`${ifTrue} % if it is true`]),
    ...(ifFalse === null ? [] : [`${ifFalse} % if it is false`]),
  ];
  const rest = {
    motivation: ['assessing', 'linking'],
    target: iris.card(target),
    body: [
      { type: 'SpecificResource', purpose: 'linking', source: iris.card(crux.id) },
      classifying('urn:cruxbook:belief'),
      ...(said.length > 0 ? [{ ...plain, purpose: 'assessing', value: said.join(', ') }] : []),
      ...(ifTrue === null ? [] : [classifying(`urn:cruxbook:if-true:${ifTrue}`)]),
      ...(ifFalse === null ? [] : [classifying(`urn:cruxbook:if-false:${ifFalse}`)]),
      ...(strength === null ? [] : [classifying(`urn:cruxbook:strength:${strength}`)]),
    ],
  };
  return { id: iris.belief(crux.id, target, person.id), person, rest, owner: person };
}
