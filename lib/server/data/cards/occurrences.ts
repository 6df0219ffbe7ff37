import 'server-only';
import { v7 } from 'uuid';
import type { Occurrence, OccurrenceRole } from '@/lib/core/api/card-schemas';
import { conflict, invalid, notFound } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { everybodyShownTo, replyShownTo } from '@/lib/server/data/audience';
import { db, query, transaction } from '@/lib/server/data/database';
import { demand } from '@/lib/server/data/group-scope';
import { threadFor } from '@/lib/server/data/thread';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import { recordStep } from './card-events';
import { annotationKnownTo } from './card-rows';
import { type CardPlace, cardFor, lockedCardFor } from './card-scope';

interface Row {
  id: string;
  role: OccurrenceRole;
  annotation: string;
  essay: Occurrence['essay'];
  exact: string;
  tags: string[];
  author: Occurrence['author'];
  comment: Occurrence['comment'];
  replies: number;
  creator: Occurrence['creator'];
  created: Date;
}

/** The quote as the annotation was made on it; a target always has one (annotation-target.ts). */
const exact = `(SELECT s ->> 'exact' FROM jsonb_array_elements(t.selectors) s WHERE s ->> 'type' = 'TextQuoteSelector')`;

const sql = `
  SELECT o.id, o.role, a.id AS annotation, json_build_object('id', e.id, 'slug', l.slug, 'title', e.title) AS essay,
    coalesce(${exact}, '') AS exact, CASE WHEN a.comment IS NOT NULL
      THEN json_build_object('markdown', a.comment_markdown, 'document', a.comment) END AS comment,
    ARRAY(SELECT tag.slug FROM annotation_tag x JOIN tag ON tag.id = x.tag_id
      WHERE x.annotation_id = a.id ORDER BY tag.position, tag.slug) AS tags,
    json_build_object('id', author.id, 'name', author.name) AS author,
    (SELECT count(*)::int FROM reply r WHERE r.annotation_id = a.id AND ${replyShownTo(everybodyShownTo('$2::uuid'))}) AS replies,
    json_build_object('id', u.id, 'name', u.name) AS creator, o.created_at AS created
  FROM occurrence o
  JOIN annotation a ON a.id = o.annotation_id AND ${annotationKnownTo('$2::uuid')}
  JOIN target t ON t.annotation_id = a.id
  JOIN essay e ON e.id = a.essay_id
  JOIN reading_list_entry l ON l.group_id = a.group_id AND l.essay_id = a.essay_id
  JOIN "user" author ON author.id = a.author_id
  JOIN "user" u ON u.id = o.created_by_id
  WHERE`;

const toOccurrence = ({ created, ...rest }: Row): Occurrence => ({
  ...rest,
  created: created.toISOString(),
});

/** The passages of a card, in the order of essays and of time. */
export async function listOccurrences(viewer: Viewer, place: CardPlace): Promise<Occurrence[]> {
  const { id } = await cardFor(viewer, place, 'card.read');
  const values = [id, viewer.user?.id ?? null];
  const order = 'ORDER BY l.position, e.id, o.created_at, o.id';
  return (await query<Row>('occurrences', `${sql} o.card_id = $1::uuid ${order}`, values)).map(toOccurrence);
}

/** Says that a passage states, supports, opposes or mentions the card. Saying it again changes nothing. */
export async function linkPassage(
  viewer: Viewer,
  place: CardPlace,
  { id = v7(), annotation, role }: { id?: string | undefined; annotation: string; role: OccurrenceRole },
): Promise<Occurrence> {
  return transaction(async () => {
    const card = await lockedCardFor(viewer, place, 'card.link');
    const thread = await threadFor(viewer, annotation);
    if (thread.id !== card.group.id) throw notFound();
    if (thread.shown === 'private')
      throw invalid('private', 'Only you can see this note. Show it to the group first.');
    if (thread.held) throw invalid('held', 'Others do not see this note now, so no card can point to it.');
    const key = { cardId: card.id, annotationId: thread.annotation, role };
    const same = await db().occurrence.findUnique({ where: { cardId_annotationId_role: key } });
    if (same) return occurrenceOf(viewer, same.id);
    if (await db().occurrence.count({ where: { id } }))
      throw conflict('id-taken', 'There is another passage of this id. Send it with a new one.');
    await db().occurrence.create({ data: { id, ...key, createdById: userIdOf(viewer) } });
    const after = { occurrence: id, annotation: thread.annotation, role };
    await recordStep(viewer, { id: card.id, group: card.group.id }, { verb: 'link', after });
    return occurrenceOf(viewer, id);
  });
}

async function occurrenceOf(viewer: Viewer, id: string): Promise<Occurrence> {
  const [row] = await query<Row>('occurrence', `${sql} o.id = $1::uuid`, [id, viewer.user?.id ?? null]);
  if (!row) throw notFound();
  return toOccurrence(row);
}

/** Unlinks a passage: moderators any, others what they linked. */
export async function unlinkPassage(viewer: Viewer, place: CardPlace & { id: string }): Promise<void> {
  await transaction(async () => {
    const card = await lockedCardFor(viewer, place, 'card.read');
    if (!isId(place.id)) throw notFound();
    const row = await db().occurrence.findFirst({ where: { id: place.id, cardId: card.id } });
    if (!row) throw notFound();
    demand(viewer, 'card.unlink', { ...card.group, own: row.createdById === viewer.user?.id });
    await db().occurrence.delete({ where: { id: row.id } });
    const { id: occurrence, annotationId: annotation, role, createdById: by } = row;
    const before = { occurrence, annotation, role, by, at: row.createdAt.toISOString() };
    await recordStep(viewer, { id: card.id, group: card.group.id }, { verb: 'unlink', before });
  });
}
