import 'server-only';
import {
  type ContestedSentence,
  contestedSentences,
  findingSentences,
} from '@/lib/core/agreement/contested-sentences';
import type { ContestedSentences } from '@/lib/core/api/agreement';
import { notFound } from '@/lib/core/api/problem';
import { demandNotAlone } from '@/lib/server/data/annotation-rounds/is-alone';
import { essayFor } from '@/lib/server/data/essay-scope';
import { versionText } from '@/lib/server/data/version-text';
import type { Viewer } from '@/lib/server/data/viewer';
import { inTurns } from '@/lib/server/in-turns';
import { KeptWork } from '@/lib/server/kept-work';
import { marksIn } from './essay-marks';
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
  return withNames(await kept.get(state.key, () => find(state)));
}

interface Contested extends Pick<ContestedSentences, 'version' | 'annotators'> {
  /** In code points. */
  sentences: ContestedSentence[];
}

/** By the state's key; so many sentences and marks in all. Without names: those may change, or be taken back. */
const kept = new KeptWork<Contested>(200_000, ({ sentences }) =>
  sentences.reduce((size, { tags }) => tags.reduce((all, { marks }) => all + marks.length, size + 1), 1),
);

async function find(state: EssayState): Promise<Contested> {
  const found = await versionText(state.id, state.version);
  if (!found) throw notFound();
  const { marks, readers } = await marksIn(state);
  const all = await inTurns(findingSentences(found.text, state.language));
  const contested = contestedSentences(all, marks, readers);
  return {
    version: state.version,
    annotators: readers.length,
    sentences: contested.map(({ start, end, ...rest }) => ({
      start: found.points.fromUtf16(start),
      end: found.points.fromUtf16(end),
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
