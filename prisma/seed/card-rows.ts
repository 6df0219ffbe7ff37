import { v7 } from 'uuid';
import type { SampleCardRows } from '@/lib/server/data/sample-cards';
import { beliefs, cards, relations } from './cards';
import { type PersonKey, people } from './people';

const annotationId = (digits: string) => `01934f00-5a00-7000-8000-00000000${digits}`;
const cardId = (number: number) => `01934f00-5a00-7000-8000-00000000${4000 + number}`;
const idOf = (person: PersonKey) => people[person].id;

/** The sample's cards as the rows that the database keeps. */
export function sampleCardRows(groupId: string): SampleCardRows {
  const numbered = cards.map((card, i) => ({ ...card, number: i + 1, id: cardId(i + 1) }));
  const wording = ({ kind, statement, details }: (typeof numbered)[number]) => ({ kind, statement, details });
  return {
    cards: numbered.map((card) => ({
      ...wording(card),
      id: card.id,
      groupId,
      number: card.number,
      status: card.status,
      isRoot: card.root ?? false,
      createdById: idOf(card.by),
      resolutionSource: card.source ?? null,
    })),
    revisions: numbered.map((card) => ({
      ...wording(card),
      cardId: card.id,
      version: 1,
      operationalization: '',
      editorId: idOf(card.by),
    })),
    occurrences: numbered.flatMap((card) =>
      Object.entries(card.passages).map(([digits, role]) => ({
        id: v7(),
        cardId: card.id,
        annotationId: annotationId(digits),
        role,
        createdById: idOf(card.by),
      })),
    ),
    relations: relations.map(({ from, to, by, ...rest }) => ({
      ...rest,
      id: v7(),
      fromId: cardId(from),
      toId: cardId(to),
      createdById: idOf(by),
    })),
    positions: numbered.flatMap(({ id, positions, reasons = {} }) =>
      (Object.entries(positions) as [PersonKey, number | null][]).map(([by, credence]) => ({
        id: v7(),
        cardId: id,
        userId: idOf(by),
        credence,
        version: 1,
        reason: reasons[by] ?? '',
      })),
    ),
    beliefs: beliefs.map(({ by, crux, target, ...rest }) => ({
      ...rest,
      userId: idOf(by),
      cruxId: cardId(crux),
      targetId: cardId(target),
    })),
    events: numbered.flatMap(stepsOf),
  };
}

/** How each card came to its status: proposed by its author, taken on by a moderator. */
function stepsOf({ id, by, status, source }: (typeof cards)[number] & { id: string }) {
  const step = (actor: PersonKey, verb: string, rest: object = {}) => ({
    id: v7(),
    cardId: id,
    actorId: idOf(actor),
    verb,
    ...rest,
  });
  const steps = [step(by, 'propose')];
  if (status !== 'proposed')
    steps.push(
      step('tomas', 'accept', {
        before: { status: 'proposed', source: null },
        after: { status: 'canonical', source: null },
      }),
    );
  if (status === 'resolved-true')
    steps.push(
      step('nneka', 'resolve-true', {
        before: { status: 'canonical', source: null },
        after: { status, source: source ?? null },
      }),
    );
  return steps;
}
