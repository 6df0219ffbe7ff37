import 'server-only';
import {
  type ContestedSentence,
  contestedSentences,
  sentencesOf,
} from '@/lib/core/agreement/contested-sentences';
import type { ContestedSentences } from '@/lib/core/api/agreement';
import { notFound } from '@/lib/core/api/problem';
import { demandNotAlone } from '@/lib/server/data/annotation-rounds/is-alone';
import { essayFor } from '@/lib/server/data/essay-scope';
import { versionText } from '@/lib/server/data/version-text';
import type { Viewer } from '@/lib/server/data/viewer';
import { RecentlyUsed } from '@/lib/server/recently-used';
import { marksIn } from './annotated-essay';
import { type EssayState, essayStates } from './essay-states';
import { peopleById } from './people-by-id';

/** Sentences of an essay's newest text that some marked with a tag and other annotators did not. */
export async function contestedIn(
  viewer: Viewer,
  place: { group: string; essay: string },
): Promise<ContestedSentences> {
  const { group, id } = await essayFor(viewer, place, 'annotation.read');
  await demandNotAlone(viewer, { group: group.id, essay: id });
  const [state] = await essayStates(viewer, group.id, id);
  if (!state) throw notFound();
  const contested = kept.get(state.key) ?? (await find(state));
  kept.set(state.key, contested);
  return withNames(contested);
}

interface Contested extends Pick<ContestedSentences, 'version' | 'annotators'> {
  /** In code points. */
  sentences: ContestedSentence[];
}

/** By the state's key; so many sentences in all. Without names: those may change, or be taken back. */
const kept = new RecentlyUsed<Contested>(50_000, ({ sentences }) => sentences.length + 1);

async function find(state: EssayState): Promise<Contested> {
  const found = await versionText(state.id, state.version);
  if (!found) throw notFound();
  const { marks, readers } = await marksIn(state);
  const contested = contestedSentences(sentencesOf(found.text, state.language), marks, readers.length);
  return {
    version: state.version,
    annotators: readers.length,
    sentences: contested.map(({ start, end, ...rest }) => ({
      ...{ start: found.points.fromUtf16(start), end: found.points.fromUtf16(end) },
      ...rest,
    })),
  };
}

async function withNames({ sentences, ...rest }: Contested): Promise<ContestedSentences> {
  const authors = sentences.flatMap(({ tags }) =>
    tags.flatMap(({ marks }) => marks.map(({ author }) => author)),
  );
  const people = await peopleById(new Set(authors));
  return {
    ...rest,
    sentences: sentences.map(({ tags, ...sentence }) => ({
      ...sentence,
      tags: tags.map(({ marks, ...tag }) => ({
        ...tag,
        marks: marks.map(({ annotation, author }) => ({ annotation, creator: people.get(author)! })),
      })),
    })),
  };
}
