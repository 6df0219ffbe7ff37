import { isAccepted } from '@/lib/core/corpus/accepted-card';
import { closedRelations } from '@/lib/core/corpus/closed-relations';
import type {
  CorpusAdjudication,
  CorpusAnnotation,
  CorpusCard,
  CorpusCoverage,
  CorpusDocument,
  CorpusPerson,
  CorpusPosition,
  CorpusReaction,
  CorpusRecord,
  CorpusReply,
} from '@/lib/core/corpus/corpus';
import { isArguing } from '@/lib/core/corpus/is-arguing';
import { mentionedPeople } from '@/lib/core/corpus/mentioned-people';
import { standingReplies } from '@/lib/core/corpus/standing-replies';
import type { Takes } from '@/lib/core/export/export-format';
import { type AskedOfRelease, asksFor, asksForMark, asksForPerson, isOwnIfAsked } from './asked-of-release';

/**
 * What has become of the things in a release, for somebody who takes it now. In what was frozen the id of a person is the
 * user's own, and nobody has a name.
 */
export interface ReleaseStanding {
  /** By user id; null for who asked to be left out. */
  personOf(user: string): CorpusPerson | null;
  /** Others may not see this annotation, reply, card, earlier card or position any more. */
  isGone(id: string): boolean;
  /** Whoever wrote this earlier card, or wording (`CARD VERSION`), asked to be left out. */
  isWithheld(name: string): boolean;
  /** The words of this position or relation are hidden; it counts all the same. */
  isSilent(id: string): boolean;
  /** The words of the text may be passed on. */
  mayPass(document: CorpusDocument): boolean;
  /** Whoever takes it has still to say what they believe of this card, before they see what others do. */
  isBlind(card: string): boolean;
}

/** What a survey of the whole release found out, which a single record cannot know. */
export interface ReleaseSurvey {
  /** What it was surveyed for. */
  asked: AskedOfRelease;
  takes: Pick<Takes, 'withoutText' | 'partly'>;
  /** Ids of documents that come. */
  documents: ReadonlySet<string>;
  /** Annotations that come, by document. */
  annotations: ReadonlyMap<string, number>;
  /** Annotations that do not come, of those that a card or a decision names. */
  dropped: ReadonlySet<string>;
  /** Ids of cards that come. */
  cards: ReadonlySet<string>;
  /** Relations that come: both ends do. */
  relations: ReadonlySet<string>;
}

type Personal = Pick<ReleaseStanding, 'personOf'>;

const named = (person: CorpusPerson | null, { personOf }: Personal) => person && personOf(person.id);

/**
 * Gives each record of a release, one after the other from the first, as it may be shown; null where it may not, or was not
 * asked for.
 */
export function showRelease(standing: ReleaseStanding, survey: ReleaseSurvey) {
  let isInside = true;
  return (record: CorpusRecord): CorpusRecord | null => {
    if (record.kind === 'document') isInside = survey.documents.has(record.id);
    return isInside ? shownRecord(record, standing, survey) : null;
  };
}

function shownRecord(
  record: CorpusRecord,
  standing: ReleaseStanding,
  survey: ReleaseSurvey,
): CorpusRecord | null {
  if (record.kind === 'annotation') return chosenAnnotation(record, standing, survey);
  if (record.kind === 'card') return shownCard(record, standing, survey);
  if (record.kind === 'coverage') return shownCoverage(record, standing, survey);
  if (record.kind === 'adjudication') return shownAdjudication(record, standing, survey);
  const annotations = survey.annotations.get(record.id) ?? 0;
  return asksFor(survey.asked, 'texts') && standing.mayPass(record)
    ? { ...record, annotations }
    : { ...record, annotations, text: null, structure: null };
}

function chosenAnnotation(
  annotation: CorpusAnnotation,
  standing: ReleaseStanding,
  { asked, takes, cards }: ReleaseSurvey,
): CorpusAnnotation | null {
  const shown = asksFor(asked, 'annotations') ? shownAnnotation(annotation, standing) : null;
  if (!shown || !asksForMark(asked, annotation, shown) || !isTaken(takes, shown, cards)) return null;
  return {
    ...shown,
    cards: shown.cards.filter(({ id }) => cards.has(id)),
    replies: asksFor(asked, 'replies') ? shown.replies : [],
  };
}

/** Whether a format has an annotation, given the ids of the cards that come: some have only those that argue. */
export const isTaken = (
  { partly }: ReleaseSurvey['takes'],
  annotation: CorpusAnnotation,
  cards: ReadonlySet<string>,
): boolean => !partly.includes('annotations') || isArguing(annotation, cards);

/** As it may be shown, whatever was asked for. */
export function shownAnnotation(
  annotation: CorpusAnnotation,
  standing: ReleaseStanding,
): CorpusAnnotation | null {
  const person = standing.personOf(annotation.person.id);
  if (!person || standing.isGone(annotation.id)) return null;
  const { comment, resolved, reactions, cards, replies } = annotation;
  return {
    ...annotation,
    person,
    comment: comment === null ? null : mentionedPeople(comment, standing.personOf),
    resolved: resolved && { person: named(resolved.person, standing), at: resolved.at },
    reactions: shownReactions(reactions, standing),
    cards: cards.filter(({ id }) => !standing.isGone(id)),
    replies: standingReplies(replies.map((reply) => shownReply(reply, standing))),
  };
}

function shownReply(reply: CorpusReply, standing: ReleaseStanding): CorpusReply {
  const { id, parent, created, words } = reply;
  const person = named(words?.person ?? null, standing);
  if (!words || !person || standing.isGone(id))
    return { id, parent, words: null, held: null, created, reactions: [] };
  return {
    ...reply,
    words: { ...words, person, comment: mentionedPeople(words.comment, standing.personOf) },
    reactions: shownReactions(reply.reactions, standing),
  };
}

const shownReactions = (reactions: readonly CorpusReaction[], { personOf }: Personal) =>
  withPerson(reactions, personOf);

function withPerson<T extends { person: CorpusPerson }>(
  all: readonly T[],
  personOf: Personal['personOf'],
): T[] {
  return all.flatMap((one) => {
    const person = personOf(one.person.id);
    return person ? [{ ...one, person }] : [];
  });
}

/**
 * Of a card: what comes of its positions, and how many are hidden from whoever takes it, as they have still to answer it. Their
 * own they know.
 */
export function standingPositions(card: CorpusCard, standing: ReleaseStanding, asked: AskedOfRelease) {
  const all = card.positions.filter(
    ({ id, person }) => asksFor(asked, 'positions') && isOwnIfAsked(asked, person.id) && !standing.isGone(id),
  );
  const isKnown = ({ person }: CorpusPosition) => !standing.isBlind(card.id) || asked.own.includes(person.id);
  const known = withPerson(all.filter(isKnown), standing.personOf);
  return { known, hidden: withPerson(all, standing.personOf).length - known.length };
}

const isLeftOut = (person: CorpusPerson | null, { personOf }: Personal) =>
  person !== null && personOf(person.id) === null;

/** Whether a card comes: what somebody who asked to be left out proposed is theirs until it is accepted. */
export const isShownCard = ({ id, status, person }: CorpusCard, standing: ReleaseStanding): boolean =>
  !standing.isGone(id) && (isAccepted(status) || !isLeftOut(person, standing));

/** Ids of the relations of cards that come: those of which both ends do, and that are somebody's to show. */
export function standingRelations(cards: readonly CorpusCard[], standing: Personal): Set<string> {
  const arrows = cards
    .flatMap(({ relations }) => relations)
    .filter(({ state, person }) => state === 'accepted' || !isLeftOut(person, standing));
  return new Set(closedRelations(arrows, new Set(cards.map(({ id }) => id))).map(({ id }) => id));
}

export function shownCard(
  card: CorpusCard,
  standing: ReleaseStanding,
  survey: ReleaseSurvey,
): CorpusCard | null {
  if (!survey.cards.has(card.id)) return null;
  const words = (text: string) => mentionedPeople(text, standing.personOf);
  return {
    ...card,
    person: named(card.person, standing),
    details: words(card.details),
    aliases: card.aliases.filter(({ id }) => !standing.isGone(id) && !standing.isWithheld(id)),
    wordings: card.wordings.filter(
      // The present one is the last, by its words: the card's own version counts other steps, too.
      ({ version, statement }, i) =>
        (i === card.wordings.length - 1 && statement === card.statement) ||
        !standing.isWithheld(`${card.id} ${version}`),
    ),
    occurrences: card.occurrences.filter(({ annotation }) => !survey.dropped.has(annotation)),
    relations: card.relations
      .filter(({ id }) => survey.relations.has(id))
      .map((relation) => {
        const person = named(relation.person, standing);
        const speaks = person && !standing.isSilent(relation.id);
        return { ...relation, person, rationale: speaks ? words(relation.rationale) : '' };
      }),
    positions: standingPositions(card, standing, survey.asked).known.map((position) => {
      const isSilent = standing.isSilent(position.id);
      return {
        ...position,
        reason: isSilent ? '' : words(position.reason),
        wouldChangeMind: isSilent ? '' : words(position.wouldChangeMind),
      };
    }),
  };
}

/** Who asked for some tags or people gets the checks for these and by these. */
export function shownCoverage(
  { checks }: CorpusCoverage,
  { personOf }: Personal,
  { asked }: Pick<ReleaseSurvey, 'asked'>,
): CorpusCoverage | null {
  const chosen = checks.filter(
    ({ tag, person }) => (asked.tags?.includes(tag) ?? true) && asksForPerson(asked, person.id),
  );
  const shown = asksFor(asked, 'coverage') ? withPerson(chosen, personOf) : [];
  return shown.length > 0 ? { kind: 'coverage', checks: shown } : null;
}

export function shownAdjudication(
  decision: CorpusAdjudication,
  standing: ReleaseStanding,
  { dropped }: Pick<ReleaseSurvey, 'dropped'>,
): CorpusAdjudication | null {
  const annotations = decision.annotations.filter((id) => !dropped.has(id));
  if (annotations.length === 0) return null;
  const person = named(decision.person, standing);
  return { ...decision, annotations, person, reason: person ? decision.reason : '' };
}
