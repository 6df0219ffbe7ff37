import 'server-only';
import { may, rolesThatMay } from '@/lib/core/access/permissions';
import type { AnnotationRound, AnnotationRoundDetail } from '@/lib/core/api/annotation-rounds';
import { notFound } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { query } from '@/lib/server/data/database';
import { type EssayScope, essayFor } from '@/lib/server/data/essay-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { wireTime } from '@/lib/server/data/wire-time';
import { isAlone } from './is-alone';
import { markedSince, tagCounts, tookPart } from './what-counts';

/** Where a round is, each by id or slug. */
export interface RoundPlace {
  group: string;
  essay: string;
  round: string;
}

const person = (id: string) =>
  `(SELECT json_build_object('id', u.id, 'name', u.name) FROM "user" u WHERE u.id = ${id})`;

/** SQL: those of round `r` who still may annotate, as `p`; `roles` is an expression, the array of roles that may. */
export const stillAnnotating = (roles: string) => `
  FROM round_annotator p JOIN membership m ON m.group_id = r.group_id AND m.user_id = p.user_id AND m.role = ANY(${roles})
  WHERE p.round_id = r.id`;

const sql = `
  SELECT r.id, r.title, r.guideline, r.state, v.number AS version, ${wireTime('r.opens_at')} AS opens,
    ${wireTime('r.reveal_at')} AS reveals, r.reveal_when_all_done AS "revealWhenAllDone",
    ${person('r.created_by_id')} AS "openedBy", ${wireTime('r.ended_at')} AS ended, ${person('r.ended_by_id')} AS "endedBy",
    ARRAY(SELECT tag.slug FROM round_tag x JOIN tag ON tag.id = x.tag_id WHERE x.round_id = r.id
      ORDER BY tag.position, tag.slug) AS tags,
    (SELECT count(*)::int FROM round_annotator p WHERE p.round_id = r.id) AS people,
    (SELECT count(p.done_at)::int FROM round_annotator p WHERE p.round_id = r.id) AS done,
    (SELECT count(*)::int ${stillAnnotating('$4::text[]')} AND p.done_at IS NULL) AS awaited,
    (SELECT p.done_at IS NOT NULL FROM round_annotator p WHERE p.round_id = r.id AND p.user_id = $3::uuid) AS mine
  FROM annotation_round r JOIN essay_version v ON v.id = r.essay_version_id
  WHERE r.group_id = $1::uuid AND r.essay_id = $2::uuid`;

const values = (viewer: Viewer, { group, id }: EssayScope) => [
  group.id,
  id,
  viewer.user?.id ?? null,
  rolesThatMay('annotation.create'),
];

/** The annotation rounds of an essay, the newest first. */
export async function listAnnotationRounds(
  viewer: Viewer,
  place: { group: string; essay: string },
): Promise<AnnotationRound[]> {
  const scope = await essayFor(viewer, place, 'annotation.read');
  const order = 'ORDER BY r.opens_at DESC, r.id DESC LIMIT 100';
  return query<AnnotationRound>('annotation-rounds', `${sql} ${order}`, values(viewer, scope));
}

/** One of them; without asking whether its essay is the viewer's to read. */
export async function annotationRoundOf(
  viewer: Viewer,
  scope: EssayScope,
  id: string,
): Promise<AnnotationRound> {
  if (!isId(id)) throw notFound();
  const [found] = await query<AnnotationRound>('annotation-round', `${sql} AND r.id = $5::uuid`, [
    ...values(viewer, scope),
    id,
  ]);
  if (!found) throw notFound();
  return found;
}

const annotatorsSql = `
  SELECT ${person('p.user_id')} AS person, p.done_at IS NOT NULL AS done,
    CASE WHEN r.state = 'revealed' AND ${tookPart} THEN (SELECT count(*)::int FROM ${markedSince}
      AND EXISTS (SELECT 1 FROM annotation_tag y JOIN tag ON tag.id = y.tag_id WHERE y.annotation_id = a.id AND ${tagCounts})) END AS marks
  FROM round_annotator p JOIN annotation_round r ON r.id = p.round_id JOIN "user" u ON u.id = p.user_id WHERE p.round_id = $1::uuid ORDER BY u.name, u.id`;

/** A round with its annotators. Until the reveal moderators alone know who is done, and nobody what counts of whom. */
export async function readAnnotationRound(viewer: Viewer, place: RoundPlace): Promise<AnnotationRoundDetail> {
  const scope = await essayFor(viewer, place, 'annotation.read');
  const round = await annotationRoundOf(viewer, scope, place.round);
  const annotators = await query<{
    person: AnnotationRound['openedBy'];
    done: boolean;
    marks: number | null;
  }>('round-annotators', annotatorsSql, [round.id]);
  const isOpen = round.state === 'revealed' || round.state === 'cancelled';
  const leads = may('round.open', scope.group);
  const alone = await isAlone(viewer, { group: scope.group.id, essay: scope.id });
  return {
    ...round,
    annotators: annotators.map(({ person, done, marks }) => ({
      person,
      done: isOpen || leads ? done : null,
      marks: alone ? null : marks,
    })),
  };
}

/**
 * The round in which the viewer reads an essay alone; or, for whoever `leads` rounds, in which others do; or the last that
 * was revealed. Null: there is none.
 */
export async function currentRound(
  viewer: Viewer,
  place: { group: string; essay: string },
  { leads }: { leads: boolean },
): Promise<AnnotationRound | null> {
  const rounds = await listAnnotationRounds(viewer, place);
  return (
    rounds.find(({ state, mine }) => state === 'alone' && mine !== null) ??
    rounds.find(({ state }) => state === 'revealed' || (leads && state === 'alone')) ??
    null
  );
}
