import 'server-only';
import { agreementFigures } from '@/lib/core/agreement/agreement-figures';
import type { AnnotatedText } from '@/lib/core/agreement/annotated-text';
import { type PairMatrix, pairMatrix } from '@/lib/core/agreement/pair-matrix';
import { textSums } from '@/lib/core/agreement/text-sums';
import type { Person } from '@/lib/core/annotation/annotation';
import type { EssayAgreement, EssayAgreementChoice, GroupAgreement, Pairs } from '@/lib/core/api/agreement';
import { notFound } from '@/lib/core/api/problem';
import { byId } from '@/lib/core/crux/grouped';
import { againstDecided } from '@/lib/server/data/adjudication/against-decided';
import type { RoundPlace } from '@/lib/server/data/annotation-rounds/annotation-rounds';
import { demandNotAlone } from '@/lib/server/data/annotation-rounds/is-alone';
import { roundMarks, roundText } from '@/lib/server/data/annotation-rounds/round-marks';
import { essayFor } from '@/lib/server/data/essay-scope';
import { groupFor } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { RecentlyUsed } from '@/lib/server/recently-used';
import { type AnnotatedEssay, annotatedEssays } from './annotated-essay';
import { type EssayState, essayStates, whoOpened } from './essay-states';
import { peopleById } from './people-by-id';

/** More than these in a matrix nobody can read. */
const mostPeople = 40;

/** How far the annotators of a group agree, over all its essays and in each; pairs by a tag, or by whatever tag. */
export async function groupAgreement(viewer: Viewer, group: string, tag?: string): Promise<GroupAgreement> {
  const { id } = await groupFor(viewer, group, 'annotation.read');
  const states = await essayStates(viewer, id);
  const essays = await annotatedEssays(states);
  const opened = await whoOpened(id, null);
  return {
    figures: agreementFigures(essays.map(({ sums }) => sums)),
    essays: states.map((state, i) => ({
      ...named(state),
      figures: agreementFigures([essays[i]!.sums]),
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
  const { group, id } = await essayFor(viewer, place, 'annotation.read');
  await demandNotAlone(viewer, { group: group.id, essay: id });
  const decided = { group: group.id, essay: id, round: round ?? null };
  const adjudicated = await againstDecided(viewer, decided, { tag: tag ?? null, match });
  if (round !== undefined)
    return { ...(await readersAgreement(viewer, { ...place, round }, tag)), adjudicated };
  const states = await essayStates(viewer, group.id, id);
  const essays = await annotatedEssays(states);
  const [[state], [found]] = [states, essays];
  if (!state || !found) throw notFound();
  const opened = await whoOpened(group.id, id);
  return {
    essay: named(state),
    annotators: await countedPeople(found.text, found.authors),
    notCounted: onlyOpened(opened.get(id), found),
    figures: agreementFigures(essays.map(({ sums }) => sums)),
    pairs: await pairsOf(states, essays, tag),
    adjudicated,
  };
}

async function readersAgreement(viewer: Viewer, place: RoundPlace, tag: string | undefined) {
  const { round, facts, before } = await roundMarks(viewer, place);
  if (tag !== undefined && !facts.tags.includes(tag)) throw notFound();
  const text = await roundText(facts, before);
  return {
    essay: named(facts),
    annotators: await countedPeople(text, facts.annotators),
    notCounted: round.people - facts.annotators.length,
    figures: agreementFigures([textSums(text, facts.tags)]),
    pairs: await namedPairs(pairMatrix([text], tag ?? null, mostPeople)),
  };
}

/** Who found nothing has no name here: that they did is theirs to say. */
async function countedPeople({ annotators }: AnnotatedText, authors: readonly string[]) {
  const people = [...(await peopleById(authors)).values()];
  const byName = (a: Person, b: Person) => a.name.localeCompare(b.name) || byId(a.id, b.id);
  return { people: people.sort(byName), silent: annotators.length - authors.length };
}

const onlyOpened = (opened: readonly string[] = [], { text }: AnnotatedEssay): number => {
  const annotators = new Set(text.annotators.map(({ id }) => id));
  return opened.filter((id) => !annotators.has(id)).length;
};

const named = ({ slug, title, version }: Pick<EssayState, 'slug' | 'title' | 'version'>) => ({
  slug,
  title,
  version,
});

/** By the states' keys and the tag; so many pairs in all. */
const kept = new RecentlyUsed<PairMatrix>(100_000, ({ pairs }) => pairs.length + 1);

async function pairsOf(
  states: readonly EssayState[],
  essays: readonly AnnotatedEssay[],
  tag: string | undefined,
): Promise<Pairs> {
  const known = states[0]?.tags.find((slug) => slug === tag) ?? null;
  if (tag !== undefined && known === null && states.length > 0) throw notFound();
  const key = [known ?? '', ...states.map((state) => state.key)].join('\n');
  const texts = essays.map(({ text }) => text);
  const matrix = kept.get(key) ?? pairMatrix(texts, known, mostPeople);
  kept.set(key, matrix);
  return namedPairs(matrix);
}

async function namedPairs(matrix: PairMatrix): Promise<Pairs> {
  const people = await peopleById(matrix.people);
  return { ...matrix, people: matrix.people.map((id) => people.get(id)!) };
}
