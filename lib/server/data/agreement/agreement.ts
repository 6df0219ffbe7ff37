import 'server-only';
import { agreementFigures } from '@/lib/core/agreement/agreement-figures';
import { comparingPairs, mostMarking, type PairMatrix, pairMatrix } from '@/lib/core/agreement/pair-matrix';
import { summingText } from '@/lib/core/agreement/text-sums';
import type { Person } from '@/lib/core/annotation/annotation';
import type { EssayAgreement, EssayAgreementChoice, GroupAgreement, Pairs } from '@/lib/core/api/agreement';
import { notFound } from '@/lib/core/api/problem';
import { byId } from '@/lib/core/crux/grouped';
import { againstDecided } from '@/lib/server/data/adjudication/against-decided';
import type { RoundPlace } from '@/lib/server/data/annotation-rounds/annotation-rounds';
import { roundMarks, roundText } from '@/lib/server/data/annotation-rounds/round-marks';
import type { Viewer } from '@/lib/server/data/viewer';
import { inTurns } from '@/lib/server/in-turns';
import { essayPairs, mostPeople } from './essay-pairs';
import { type EssayState, whoOpened } from './essay-states';
import { figuresOf, measuredGroup, measuredText, named, placeToMeasure } from './figures';
import type { MeasuredEssay } from './measured-essay';
import { peopleById } from './people-by-id';

/** How far the annotators of a group agree, over all its essays and in each; pairs by a tag, or by whatever tag. */
export async function groupAgreement(viewer: Viewer, group: string, tag?: string): Promise<GroupAgreement> {
  const { id, states, essays } = await measuredGroup(viewer, group);
  const opened = await whoOpened(id, null);
  return {
    figures: figuresOf(...essays),
    essays: states.map((state, i) => ({
      ...named(state),
      figures: figuresOf(essays[i]!),
      notCounted: onlyOpened(opened.get(state.id), essays[i]!),
    })),
    pairs: await pairsOf(states, essays, tag),
  };
}

/** The same of one essay; of a round: its readers, by their marks as they were at the reveal, in the text that they read. */
export async function essayAgreement(
  viewer: Viewer,
  place: { group: string; essay: string },
  { tag, round, match = 'tags' }: EssayAgreementChoice = {},
): Promise<EssayAgreement> {
  const ids = await placeToMeasure(viewer, place);
  const decided = { ...ids, round: round ?? null };
  const adjudicated = await againstDecided(viewer, decided, { tag: tag ?? null, match });
  if (round !== undefined)
    return { ...(await readersAgreement(viewer, { ...place, round }, tag)), adjudicated };
  const { state, found } = await measuredText(viewer, ids);
  const opened = await whoOpened(ids.group, ids.essay);
  return {
    essay: named(state),
    annotators: await countedPeople(found.annotators, found.authors),
    notCounted: onlyOpened(opened.get(ids.essay), found),
    figures: figuresOf(found),
    pairs: await pairsOf([state], [found], tag),
    adjudicated,
  };
}

async function readersAgreement(viewer: Viewer, place: RoundPlace, tag: string | undefined) {
  const { round, facts, before } = await roundMarks(viewer, place);
  if (tag !== undefined && !facts.tags.includes(tag)) throw notFound();
  const text = await roundText(facts, before);
  const sums = await inTurns(summingText(text, facts.tags));
  const most = mostMarking([sums.tags.get(tag ?? null)!], mostPeople);
  const people = new Set(most.people);
  const shown = { ...text, annotators: text.annotators.filter(({ id }) => people.has(id)) };
  const pairs = await inTurns(comparingPairs(shown, tag ?? null));
  return {
    essay: named(facts),
    annotators: await countedPeople(facts.annotators, facts.annotators),
    notCounted: round.people - facts.annotators.length,
    figures: agreementFigures([sums]),
    pairs: await namedPairs(pairMatrix(most, [pairs])),
  };
}

/** Who found nothing has no name here: that they did is theirs to say. */
async function countedPeople(annotators: readonly string[], authors: readonly string[]) {
  const people = [...(await peopleById(authors)).values()];
  const byName = (a: Person, b: Person) => a.name.localeCompare(b.name) || byId(a.id, b.id);
  return { people: people.sort(byName), silent: annotators.length - authors.length };
}

const onlyOpened = (opened: readonly string[] = [], { annotators }: MeasuredEssay): number => {
  const counted = new Set(annotators);
  return opened.filter((id) => !counted.has(id)).length;
};

async function pairsOf(
  states: readonly EssayState[],
  essays: readonly MeasuredEssay[],
  tag: string | undefined,
): Promise<Pairs> {
  const known = states[0]?.tags.find((slug) => slug === tag) ?? null;
  if (tag !== undefined && known === null && states.length > 0) throw notFound();
  return namedPairs(await essayPairs(states, essays, known));
}

async function namedPairs(matrix: PairMatrix): Promise<Pairs> {
  const people = await peopleById(matrix.people);
  return { ...matrix, people: matrix.people.map((id) => people.get(id)!) };
}
