import { z } from 'zod';
import type { CorpusBelief, CorpusCard, CorpusPosition, CorpusRelation } from '@/lib/core/corpus/corpus';
import { checked, checkedEach } from '@/lib/core/corpus-import/checked-rows';
import type { SourcePiece } from '@/lib/core/corpus-import/corpus-source';
import { byId, grouped } from '@/lib/core/crux/grouped';
import {
  JsonlBelief,
  JsonlCard,
  JsonlPosition,
  JsonlRelation,
  JsonlUndercut,
} from '@/lib/core/export/jsonl/jsonl-card';
import { JsonlGroup, JsonlTag } from '@/lib/core/export/jsonl/jsonl-line';
import { type LinePeople, linePeople, unknownPerson } from './line-people';

const Head = z.object({ group: JsonlGroup.strip() });

/** The first line: the head, then each card with what belongs to it. */
export function* groupPieces(
  line: Record<string, unknown>,
  row: number,
  numbers: Map<string, number>,
): Generator<SourcePiece> {
  const head = checked(Head, line);
  if ('reason' in head) yield { bad: { row, what: 'group', reason: head.reason } };
  const group = 'value' in head ? head.value.group : null;
  const tags = yield* checkedEach(JsonlTag.strip(), line.vocabulary, { row, kind: 'tag' });
  yield { head: { source: group?.id ?? 'cruxbook-corpus', group, tags } };
  const people = yield* linePeople(line.people, row);
  const parts = yield* partsOf(line, row, people);
  const cards = yield* checkedEach(JsonlCard.strip(), line.cards, { row, kind: 'card' });
  for (const card of cards) numbers.set(card.id, card.number);
  for (const card of cards) {
    const person = card.user === null ? null : people.get(card.user);
    if (person === undefined) yield { bad: { row, what: `card ${card.id}`, reason: unknownPerson } };
    else yield { record: cardOf(card, person, parts), row };
  }
}

interface Parts {
  relations: Map<string, CorpusRelation[]>;
  positions: Map<string, CorpusPosition[]>;
  beliefs: Map<string, CorpusBelief[]>;
}

/** What belongs to cards, by their ids. */
function* partsOf(
  line: Record<string, unknown>,
  row: number,
  people: LinePeople,
): Generator<SourcePiece, Parts> {
  const relations = yield* known(
    yield* checkedEach(JsonlRelation.strip(), line.relations, { row, kind: 'relation' }),
    { row, people, kind: 'relation' },
  );
  const undercuts = yield* known(
    yield* checkedEach(JsonlUndercut.strip(), line.undercuts, { row, kind: 'relation' }),
    { row, people, kind: 'relation' },
  );
  const positions = yield* known(
    yield* checkedEach(JsonlPosition.strip(), line.positions, { row, kind: 'position' }),
    { row, people, kind: 'position' },
  );
  const beliefs = yield* known(
    yield* checkedEach(JsonlBelief.strip(), line.beliefs, { row, kind: 'belief' }),
    { row, people, kind: 'belief' },
  );
  const arrows = [
    ...relations.map(({ user: _, ...rest }) => ({ ...rest, toRelation: null })),
    ...undercuts.map(({ user: _, relation, ...rest }) => ({
      ...rest,
      type: 'undercuts' as const,
      to: null,
      toRelation: relation,
    })),
  ].sort((a, b) => byId(a.created, b.created) || byId(a.id, b.id));
  return {
    relations: by(arrows, ({ from, ...rest }) => [from, rest]),
    positions: by(positions, ({ user: _, card, person, would_change_mind, ...rest }) => [
      ...([card, { ...rest, person: person!, wouldChangeMind: would_change_mind }] as const),
    ]),
    beliefs: by(beliefs, ({ user: _, crux, person, if_true, if_false, ...rest }) => [
      ...([crux, { ...rest, person: person!, ifTrue: if_true, ifFalse: if_false }] as const),
    ]),
  };
}

/** Things with whose they are; those of people who are not listed are told of. */
function* known<T extends { user: string | null }>(
  things: readonly T[],
  { row, people, kind }: { row: number; people: LinePeople; kind: string },
): Generator<SourcePiece, (T & { person: T['user'] extends string ? NonNullable<PersonOf> : PersonOf })[]> {
  const found: (T & { person: PersonOf })[] = [];
  for (const thing of things) {
    const person = thing.user === null ? null : people.get(thing.user);
    if (person === undefined) yield { bad: { row, what: kind, reason: unknownPerson } };
    else found.push({ ...thing, person });
  }
  return found as never;
}
type PersonOf = CorpusRelation['person'];

const by = <T, Part>(things: readonly T[], partOf: (thing: T) => readonly [string, Part]) =>
  new Map(
    [...grouped(things.map(partOf), ([key]) => key)].map(([key, parts]) => [
      key,
      parts.map(([, part]) => part),
    ]),
  );

function cardOf(card: JsonlCard, person: CorpusCard['person'], parts: Parts): CorpusCard {
  const { id, number, kind, title, details, operationalization, status, root, held, version } = card;
  return {
    kind: 'card',
    id,
    number,
    type: kind,
    statement: title,
    details,
    operationalization,
    resolvesBy: card.resolves_by,
    resolutionSource: card.resolution_source,
    status,
    root,
    held,
    version,
    person,
    created: card.created,
    changed: card.changed,
    wordings: card.wordings.map(({ title, wording_only, ...rest }) => ({
      ...rest,
      statement: title,
      wordingOnly: wording_only,
    })),
    aliases: card.aliases.map(({ title, ...rest }) => ({ ...rest, statement: title })),
    occurrences: card.occurrences.map(({ span, ...rest }) => ({ ...rest, annotation: span })),
    relations: parts.relations.get(id) ?? [],
    positions: parts.positions.get(id) ?? [],
    beliefs: parts.beliefs.get(id) ?? [],
  };
}
