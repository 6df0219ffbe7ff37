import type { CorpusCard, CorpusPerson, CorpusPosition, CorpusRelation } from '@/lib/core/corpus/corpus';
import type { corpusIris } from '@/lib/core/corpus/corpus-iris';

type Iris = ReturnType<typeof corpusIris>;

/** An annotation without what all have. */
export interface Item {
  id: string;
  person: CorpusPerson | null;
  rest: object;
}

const plain = { type: 'TextualBody', format: 'text/plain' };
const classifying = (source: string) => ({ type: 'SpecificResource', purpose: 'classifying', source });

/** That only moderators see it, and why: a quality that they gave it. */
export const heldBody = (held: 'pending' | 'hidden') => ({
  type: 'SpecificResource',
  purpose: 'moderating',
  source: `urn:cruxbook:held:${held}`,
});

/** A card's statement, its arrows, and what people believe of it. */
export const cardItems = (card: CorpusCard, iris: Iris): Item[] => [
  statement(card, iris),
  ...card.relations.map((relation) => arrow(relation, iris.card(card.id), iris)),
  ...card.positions.map((position) => credence(position, card, iris)),
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
      { ...plain, purpose: 'describing', value: card.statement },
      ...(card.details ? [details] : []),
      classifying(iris.tag(card.type)),
      classifying(`urn:cruxbook:status:${card.status}`),
      classifying(`urn:cruxbook:wording:${card.wordings.at(-1)?.version ?? card.version}`),
      classifying(`urn:cruxbook:number:${card.number}`),
      ...(card.held === null ? [] : [heldBody(card.held)]),
    ],
  };
  return { id: `${target}#statement`, person: card.person, rest };
}

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
