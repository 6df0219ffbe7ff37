import 'server-only';
import { agreementFigures } from '@/lib/core/agreement/agreement-figures';
import {
  contestedSentences,
  findingSentences,
  type TextMark,
} from '@/lib/core/agreement/contested-sentences';
import type { Span } from '@/lib/core/agreement/marks';
import { summingText } from '@/lib/core/agreement/text-sums';
import { whoMoved } from '@/lib/core/agreement/who-moved';
import { inCodePoints } from '@/lib/core/anchoring/code-points';
import { shortQuote } from '@/lib/core/annotation/short-quote';
import type { RoundAgreement } from '@/lib/core/api/annotation-rounds';
import { peopleById } from '@/lib/server/data/agreement/people-by-id';
import type { Viewer } from '@/lib/server/data/viewer';
import { inTurns } from '@/lib/server/in-turns';
import type { RoundPlace } from './annotation-rounds';
import { roundMarks, roundText } from './round-marks';

/** Agreement at the reveal and now, and what its annotators changed in between. */
export async function roundAgreement(viewer: Viewer, place: RoundPlace): Promise<RoundAgreement> {
  const marks = await roundMarks(viewer, place);
  const { facts, text: found, before, after, there } = marks;
  const people = await peopleById(facts.annotators);
  const inPoints = inCodePoints(found.points);
  const readers = facts.annotators.map((id) => ({ id }));
  const sentences = await inTurns(findingSentences(found.text, facts.language));
  const contestedNow = new Set(
    contestedSentences(sentences, after, readers).flatMap(({ start, tags }) =>
      tags.map(({ tag }) => `${start} ${tag}`),
    ),
  );
  const quoteOf = ({ start, end }: Span) => shortQuote(found.text.slice(start, end));
  return {
    annotators: facts.annotators.map((one) => people.get(one)!),
    ...(await figuresOf(marks)),
    moves: whoMoved(before, after).map(({ author, before: then, after: now, ...rest }) => ({
      ...rest,
      person: people.get(author)!,
      before: then && { ...inPoints(then), tags: [...then.tags] },
      after: now && { ...inPoints(now), tags: [...now.tags] },
      quote: quoteOf((now ?? then)!),
    })),
    contested: contestedSentences(sentences, before, readers)
      .sort((a, b) => b.strength - a.strength || a.start - b.start)
      .map(({ tags, strength, ...sentence }) => ({
        ...inPoints(sentence),
        strength,
        text: quoteOf(sentence),
        tags: tags.map(({ marks, ...tag }) => ({
          ...tag,
          agreed: !contestedNow.has(`${sentence.start} ${tag.tag}`),
          marks: marks.map(({ annotation, author }) => ({
            annotation: there.has(annotation) ? annotation : null,
            creator: people.get(author)!,
          })),
        })),
      })),
  };
}

/** Agreement at both times, and nothing besides. */
export const roundFigures = async (viewer: Viewer, place: RoundPlace) =>
  figuresOf(await roundMarks(viewer, place));

async function figuresOf({ facts, before, after }: Awaited<ReturnType<typeof roundMarks>>) {
  const figures = async (marks: readonly TextMark[]) =>
    agreementFigures([await inTurns(summingText(await roundText(facts, marks), facts.tags))]);
  return { before: await figures(before), after: await figures(after) };
}
