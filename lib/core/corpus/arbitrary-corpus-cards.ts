import fc from 'fast-check';
import { CardKind, CardStatus, RelationState } from '@/lib/core/api/card-schemas';
import { byId } from '@/lib/core/crux/grouped';
import { arbitraryPerson, arbitraryTime, arbitraryWords } from './arbitrary-corpus-parts';
import { closedRelations } from './closed-relations';
import type { CorpusCard, CorpusPosition, CorpusRelation } from './corpus';
import { at } from './corpus-names.fixture';

/** A passage that a card, given by its place in the list, is met in. */
export interface Link {
  card: number;
  annotation: string;
  role: CorpusCard['occurrences'][number]['role'];
}

const percent = fc.option(fc.nat(100));

const positionSeed = fc.record({
  person: arbitraryPerson,
  credence: percent,
  reason: arbitraryWords,
  wouldChangeMind: arbitraryWords,
  inherited: fc.boolean(),
  superseded: fc.option(arbitraryTime),
  created: arbitraryTime,
  isOnFirst: fc.boolean(),
});

const relationSeed = fc.record({
  to: fc.nat(),
  rationale: arbitraryWords,
  person: fc.option(arbitraryPerson),
  created: arbitraryTime,
  type: fc.constantFrom('supports' as const, 'attacks' as const, 'crux-for' as const),
  state: fc.constantFrom(...RelationState.options),
  undercut: fc.boolean(),
});

export const cardSeed = fc.record({
  type: fc.constantFrom(...CardKind.options),
  statement: arbitraryWords,
  details: arbitraryWords,
  operationalization: arbitraryWords,
  person: fc.option(arbitraryPerson),
  root: fc.boolean(),
  resolvesBy: fc.constantFrom(null, '2030-01-01'),
  resolutionSource: fc.option(arbitraryWords),
  status: fc.constantFrom(...CardStatus.exclude(['merged']).options),
  held: fc.constantFrom(null, 'hidden' as const),
  before: fc.option(arbitraryWords),
  positions: fc.array(positionSeed, { maxLength: 3 }),
  relations: fc.array(relationSeed, { maxLength: 2 }),
  belief: fc.option(
    fc.record({
      person: arbitraryPerson,
      ifTrue: percent,
      ifFalse: percent,
      strength: fc.option(fc.nat(3)),
    }),
  ),
});
export type CardSeed = typeof cardSeed extends fc.Arbitrary<infer T> ? T : never;

interface Known {
  /** Of the cards, in their order. */
  ids: readonly string[];
  links: readonly Link[];
  next: () => string;
}

export const cardsOf = (seeds: readonly CardSeed[], known: Known): CorpusCard[] =>
  seeds.map((seed, i) => cardOf(seed, i, known));

function cardOf(
  { before, belief, positions, relations, ...seed }: CardSeed,
  i: number,
  known: Known,
): CorpusCard {
  const { ids, links, next } = known;
  const version = before === null ? 1 : 2;
  const worded = { version, statement: seed.statement, created: at(21), wordingOnly: version === 2 };
  return {
    kind: 'card',
    id: ids[i]!,
    number: i + 1,
    version,
    ...seed,
    created: at(20),
    changed: at(50),
    wordings:
      before === null ? [worded] : [{ ...worded, version: 1, statement: before, wordingOnly: false }, worded],
    aliases: before === null ? [] : [{ id: next(), number: 90 + i, statement: before }],
    occurrences: links
      .filter(({ card }) => card === i)
      .map(({ annotation, role }) => ({ id: next(), annotation, role }))
      .sort((a, b) => byId(a.annotation, b.annotation) || byId(a.role, b.role)),
    relations: relationsOf(relations, i, known),
    positions: positions
      .map(
        ({ isOnFirst, ...one }): CorpusPosition => ({ id: next(), version: isOnFirst ? 1 : version, ...one }),
      )
      .sort((a, b) => byId(a.created, b.created) || byId(a.id, b.id)),
    beliefs: belief ? [{ ...belief, target: ids[(i + 1) % ids.length]! }] : [],
  };
}

/** One of each kind between two cards, and what undercuts it. */
function relationsOf(seeds: CardSeed['relations'], i: number, { ids, next }: Known): CorpusRelation[] {
  const found = new Map<string, CorpusRelation>();
  for (const { to, undercut, ...seed } of seeds) {
    const at = to % ids.length;
    if (at === i) continue;
    const arrow = { id: next(), to: ids[at]!, toRelation: null, ...seed };
    found.set(`${at} ${seed.type}`, arrow);
    if (!undercut) continue;
    const cut = { ...arrow, id: next(), type: 'undercuts' as const, to: null, toRelation: arrow.id };
    found.set(arrow.id, cut);
    found.set(cut.id, { ...cut, id: next(), toRelation: cut.id });
  }
  return closedRelations([...found.values()], new Set(ids)).sort(
    (a, b) => byId(a.created, b.created) || byId(a.id, b.id),
  );
}
