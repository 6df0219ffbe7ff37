import 'server-only';
import { caseBlocks } from '@/lib/core/adjudication/case-blocks';
import type { DecidedCase } from '@/lib/core/adjudication/decided-cases';
import type { Decision } from '@/lib/core/adjudication/decisions-in-force';
import type { CodePoints } from '@/lib/core/anchoring/code-points';
import type { Person } from '@/lib/core/annotation/annotation';
import type { AdjudicationCase, EssayAdjudication } from '@/lib/core/api/adjudication';
import { type CommentDocument, commentToText } from '@/lib/core/essay/comment-document';
import { peopleById } from '@/lib/server/data/agreement/people-by-id';
import { query } from '@/lib/server/data/database';
import { essayFor } from '@/lib/server/data/essay-scope';
import { requireVersionText } from '@/lib/server/data/version-text';
import type { Viewer } from '@/lib/server/data/viewer';
import { type AdjudicatedEssay, adjudicatedEssay } from './adjudicated-essay';
import type { KeptDecision } from './decision-rows';

/** The cases of an essay with what was decided, for all who may read its annotations. */
export async function essayAdjudication(
  viewer: Viewer,
  place: { group: string; essay: string },
  { round = null }: { round?: string | null | undefined } = {},
): Promise<EssayAdjudication> {
  const { group, id } = await essayFor(viewer, place, 'annotation.read');
  const found = await adjudicatedEssay(viewer, { group: group.id, essay: id, round });
  const { state, cases } = found;
  const { text, points } = await requireVersionText(id, state.version);
  const people = await peopleById(new Set(found.marks.map(({ author }) => author)));
  const { slug, title, version, language } = state;
  return {
    essay: { slug, title, version, language },
    people: [...people.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    blocks: caseBlocks(text, cases).map(({ start, text }) => ({ start: points.fromUtf16(start), text })),
    cases: await shownCases(found, cases),
  };
}

/** Cases as they go over the wire. */
export async function shownCases(
  { state, marks }: AdjudicatedEssay,
  cases: readonly DecidedCase<KeptDecision>[],
): Promise<AdjudicationCase[]> {
  const { points } = await requireVersionText(state.id, state.version);
  const actors = await peopleById(new Set(cases.flatMap(({ decision }) => decision?.actor ?? [])));
  const comments = await commentsOf(cases.flatMap((one) => one.marks.map(({ id }) => id)));
  const authors = new Map(marks.map(({ id, author }) => [id, author]));
  const taggers = new Set(authors.values());
  return cases.map((one) => ({
    id: one.id,
    state: one.state,
    status: one.status,
    ...inPoints(points, one),
    candidates: one.candidates.map((candidate) => ({
      ...inPoints(points, candidate),
      tags: [...candidate.tags],
      marks: candidate.annotations.map((id) => ({
        annotation: id,
        creator: authors.get(id)!,
        comment: comments.get(id) ?? null,
      })),
    })),
    silent: one.silent.filter((reader) => taggers.has(reader)),
    silentReaders: one.silent.filter((reader) => !taggers.has(reader)).length,
    decision: one.decision && shownDecision(one.decision, points, actors),
  }));
}

const inPoints = (points: CodePoints, { start, end }: { start: number; end: number }) => ({
  start: points.fromUtf16(start),
  end: points.fromUtf16(end),
});

/** A decision as it goes over the wire; `people`: by id, whoever decided among them. */
export const shownDecision = (
  { id, verdict, reason, actor, created, marks }: Decision<KeptDecision>,
  points: CodePoints,
  people: ReadonlyMap<string, Person>,
): NonNullable<AdjudicationCase['decision']> => ({
  id,
  verdict,
  reason,
  by: people.get(actor)!,
  created,
  marks: marks.map((mark) => ({ id: mark.id, ...inPoints(points, mark), tags: [...mark.tags] })),
});

/** Words of annotations that everybody sees. */
async function commentsOf(annotations: readonly string[]): Promise<Map<string, string>> {
  const rows = await query<{ id: string; comment: CommentDocument }>(
    'adjudication-comments',
    'SELECT id, comment FROM annotation WHERE id = ANY($1::uuid[]) AND comment IS NOT NULL',
    [annotations],
  );
  return new Map(rows.map(({ id, comment }) => [id, commentToText(comment)]));
}
