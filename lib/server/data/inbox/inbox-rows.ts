import 'server-only';
import { rolesThatMay } from '@/lib/core/access/permissions';
import type { PreparedExport } from '@/lib/core/api/export';
import type { InboxEntry } from '@/lib/core/api/inbox';
import { exportPage } from '@/lib/core/corpus/choice-address';
import { type CommentDocument, commentToText } from '@/lib/core/essay/comment-document';
import { type Standing, whereItStands } from '@/lib/core/essay/where-it-stands';
import { exportFormats } from '@/lib/core/export/export-formats';
import { exportWords } from '@/lib/core/inbox/export-words';
import { type RelationStep, relationStepWords } from '@/lib/core/inbox/relation-step';
import { isReason, reasons } from '@/lib/core/moderation/reasons';
import { cardShownTo, everybody, readsAlone, replyShownTo } from '@/lib/server/data/audience';
import { isStepOnBlindMark } from '@/lib/server/data/cards/blind-steps';
import { shownAnnotation } from '@/lib/server/data/cards/card-rows';
import { query } from '@/lib/server/data/database';
import { statedExports } from '@/lib/server/data/export/stated-exports';
import { subjectsSql } from '@/lib/server/data/moderation/subjects';
import { isWaiting, moderating, whyWaiting } from '@/lib/server/data/moderation/waiting';
import { standingFor } from '@/lib/server/data/standing-sql';
import { wireTime } from '@/lib/server/data/wire-time';
import { type Adjudicated, adjudicatedEntries } from './adjudicated-entries';

const looksAfterWebhooks = rolesThatMay('webhook.manage')
  .map((role) => `'${role}'`)
  .join();

/**
 * Notifications `n` with what they are about, as far as the one who was told may see it now: they belong to the group (an
 * export may be of a public one that they do not belong to), the thing is there and shown, and not by somebody whom they hide;
 * what waits for moderators, as long as it does; and whoever says who they are. Inbox, count and mail read these rows and no others.
 *
 * OFFSET 0 keeps what waits apart: joined with the rest it is looked for among all contributions, for each row (7 s at
 * 100,000), and not by its id (8 ms). Annotations, too: for thousands of entries all that there are would be read.
 */
export const visibleNotifications = `
  notification n
  JOIN "group" g ON g.id = n.group_id
  LEFT JOIN membership m ON m.group_id = n.group_id AND m.user_id = n.user_id
  LEFT JOIN reply r ON n.kind = 'reply' AND r.id = n.event_id AND ${replyShownTo(everybody)}
  LEFT JOIN moderation_entry d ON n.kind = 'moderation' AND d.id = n.event_id AND d.author_id = n.user_id
    AND NOT EXISTS (SELECT 1 FROM moderation_entry undo WHERE undo.undoes_id = d.id)
  LEFT JOIN LATERAL (SELECT a.id, a.essay_id, a.author_id, a.comment FROM annotation a
    WHERE a.id = CASE n.kind WHEN 'annotation' THEN n.event_id ELSE r.annotation_id END
    AND ${shownAnnotation} AND NOT ${readsAlone('n.user_id', { group: 'a.group_id', essay: 'a.essay_id' })} OFFSET 0) a ON true
  LEFT JOIN adjudication j ON n.kind = 'adjudication' AND j.id = n.event_id AND j.group_id = n.group_id
  LEFT JOIN essay_version text ON text.id = j.essay_version_id
    AND NOT ${readsAlone('n.user_id', { group: 'j.group_id', essay: 'text.essay_id' })}
  LEFT JOIN reading_list_entry l ON l.group_id = n.group_id AND l.essay_id = coalesce(a.essay_id, text.essay_id)
  LEFT JOIN essay e ON e.id = l.essay_id
  LEFT JOIN card_event step ON n.kind = 'card' AND step.id = n.event_id AND NOT ${isStepOnBlindMark('step', 'n.user_id')}
  LEFT JOIN card c ON c.id = step.card_id AND ${cardShownTo(everybody)}
  LEFT JOIN LATERAL (SELECT s.*, ${whyWaiting} AS why FROM (${subjectsSql}) s WHERE n.kind = 'review' AND s.id = n.event_id
    AND s.group_id = n.group_id AND ${isWaiting}
    AND (s.essay IS NULL OR NOT ${readsAlone('n.user_id', { group: 's.group_id', essay: 's.essay' })}) OFFSET 0) w ON m.role IN (${moderating})
  LEFT JOIN round q ON n.kind = 'round' AND q.id = n.event_id AND q.group_id = n.group_id AND q.closes_at <= now()
  LEFT JOIN annotation_round z ON n.kind = 'annotation-round' AND z.id = n.event_id AND z.group_id = n.group_id
    AND z.state <> 'cancelled'
  LEFT JOIN external_person y ON n.kind = 'claim' AND y.user_id = n.event_id AND y.group_id = n.group_id
    AND (n.reason <> 'claim' OR (y.asked_by_id IS NOT NULL AND m.role IN (${moderating})))
  LEFT JOIN webhook h ON n.kind = 'webhook' AND h.id = n.event_id AND h.group_id = n.group_id
    AND h.disabled_by IN ('failures', 'gone') AND m.role IN (${looksAfterWebhooks})
  LEFT JOIN (${statedExports}) x ON n.kind = 'export' AND x.id = n.event_id AND x.user_id = n.user_id
    AND (x.state = 'ready' OR x.problem <> 'withdrawn')
  LEFT JOIN "user" actor ON actor.id = coalesce(r.author_id, a.author_id, step.actor_id, d.actor_id, w.author, z.created_by_id, j.actor_id,
    CASE n.reason WHEN 'claim' THEN y.asked_by_id END)
  JOIN "user" reader ON reader.id = n.user_id
  WHERE num_nonnulls(e.id, c.id, d.id, w.id, q.id, z.id, y.user_id, h.id, x.id) = 1 AND (m.user_id IS NOT NULL OR x.id IS NOT NULL AND g.visibility = 'public')
    AND (num_nonnulls(d.id, w.id, z.id, j.id, y.user_id) = 1 OR NOT coalesce(reader.settings -> 'hiddenPeople' ? actor.id::text, false))`;

/** What a step of card `c` related it to, as that stands and is shown. */
const related = `(SELECT json_build_object('type', arrow.type, 'isFrom', arrow.from_id = c.id, 'other', other.statement, 'state', step.after ->> 'state')
  FROM relation arrow JOIN card other ON other.id = CASE c.id WHEN arrow.from_id THEN arrow.to_id WHEN arrow.to_id THEN arrow.from_id END
    AND ${cardShownTo(everybody, 'other')}
  WHERE step.verb IN ('relate', 'review-relation') AND arrow.id = (step.after ->> 'relation')::uuid)`;

interface Row extends Omit<InboxEntry, 'words' | 'path' | 'where'> {
  user: string;
  /** The text whose marks were adjudicated. */
  adjudicated: string | null;
  standing: Standing;
  document: CommentDocument | null;
  /** Words that are no comment, but for those of an answer: who is told may still have to answer for themselves. */
  plain: string | null;
  essay: string | null;
  annotation: string | null;
  card: number | null;
  related: RelationStep | null;
  /** Of a moderators' decision: a key of lib/core/moderation/reasons.ts, and what they wrote. */
  grounds: { reason: string; note: string } | null;
  /** An export in the background. */
  exported: Pick<PreparedExport, 'format' | 'choice' | 'bytes' | 'problem' | 'expiresAt'> | null;
  /** Of whoever was told. */
  timeZone: string;
}

const columns = `
  n.id, n.event_id AS event, n.kind, n.reason, json_build_object('id', g.id, 'slug', g.slug, 'name', g.name) AS "group",
  CASE WHEN num_nonnulls(d.id, q.id) = 0 AND actor.id IS NOT NULL THEN json_build_object('id', actor.id, 'name', actor.name) END AS actor,
  coalesce(step.verb, d.verb, w.why, h.disabled_by, x.problem, x.state) AS verb,
  coalesce(e.title, c.statement, d.excerpt, (SELECT title FROM essay WHERE id = coalesce(w.essay, z.essay_id)), (SELECT statement FROM card WHERE id = w.card), q.title,
    (SELECT name FROM "user" WHERE id = y.user_id), substring(h.url FROM '://([^/?#]+)'),
    CASE WHEN x.id IS NOT NULL THEN '' END) AS about,
  coalesce(a.id, c.id, d.subject_id, w.thread, w.card, q.id, z.id, text.essay_id, y.user_id, h.id, x.group_id) AS thread,
  ${standingFor('n.user_id')} AS standing,
  (SELECT s ->> 'exact' FROM target t, jsonb_array_elements(t.selectors) s
   WHERE t.annotation_id = coalesce(a.id, w.thread) AND s ->> 'type' = 'TextQuoteSelector') AS quote,
  coalesce(r.comment, CASE WHEN r.id IS NULL THEN a.comment END, w.document) AS document,
  CASE WHEN w.kind = 'relation' THEN w.words ELSE z.title END AS plain, coalesce(l.slug, (SELECT slug FROM reading_list_entry
   WHERE group_id = z.group_id AND essay_id = z.essay_id)) AS essay, n.user_id AS "user", text.id AS adjudicated, a.id AS annotation, c.number AS card, ${related} AS related,
  CASE WHEN d.id IS NOT NULL THEN json_build_object('reason', d.reason, 'note', d.note) END AS grounds,
  CASE WHEN x.id IS NOT NULL THEN json_build_object('format', x.format, 'choice', x.choice, 'bytes', x.bytes, 'problem', x.problem,
    'expiresAt', ${wireTime('x.expires_at')}) END AS exported, reader.time_zone AS "timeZone",
  ${wireTime('n.created_at')} AS created, ${wireTime('n.read_at')} AS read`;

/** Entries that a condition on `n` picks, newest first. */
export async function entriesWhere(
  name: string,
  condition: string,
  values: unknown[],
): Promise<InboxEntry[]> {
  const rows = await query<Row>(
    `inbox-${name}`,
    `SELECT ${columns} FROM ${visibleNotifications} AND ${condition}`,
    values,
  );
  const adjudicated = await adjudicatedEntries(rows);
  return rows.map((row) => toEntry(row, adjudicated.get(row.id) ?? null));
}

/** UTF-16 code units of a comment that an entry shows. */
const mostWords = 300;

function toEntry(
  {
    document,
    plain,
    essay,
    annotation,
    card,
    related,
    grounds,
    exported,
    timeZone,
    standing,
    user: _,
    adjudicated,
    ...told
  }: Row,
  decided: Adjudicated | null,
): InboxEntry {
  const row = { ...told, where: whereItStands(standing) };
  const at = `/g/${row.group.slug}`;
  if (grounds) return { ...row, words: wordsOf(grounds), path: `${at}/moderation` };
  if (exported) {
    // The word that pseudonyms are made with stays out of mail.
    const { format } = exported;
    const { salt: _, ...choice } = exported.choice;
    return {
      ...row,
      words: exportWords({ ...exported, format: exportFormats[format].title }, timeZone),
      path: `${exportPage(row.group.slug, { ...choice, format })}#exports`,
    };
  }
  if (adjudicated)
    return {
      ...row,
      actor: decided && row.actor?.id === decided.actor ? row.actor : null,
      words: decided && shortened(decided.words),
      path: `${at}/${essay}/adjudicate?show=mine${decided?.round ? `&round=${decided.round}` : ''}`,
    };
  const text = document ? commentToText(document) : related ? relationStepWords(related) : plain;
  const words = text && shortened(text);
  if (row.kind === 'review') return { ...row, words, path: `${at}/moderation` };
  if (row.kind === 'claim') return { ...row, words, path: `${at}/members#imported` };
  if (row.kind === 'webhook') return { ...row, words, path: `${at}/settings#webhooks` };
  if (row.kind === 'round') return { ...row, words, path: `${at}/cards/rounds/${row.event}` };
  if (row.kind === 'annotation-round')
    return {
      ...row,
      words,
      path: `${at}/${essay}${row.reason === 'revealed' ? `/rounds/${row.event}` : ''}`,
    };
  const place = row.kind === 'reply' ? `r-${row.event}` : `a-${annotation}`;
  return {
    ...row,
    words,
    path: card !== null ? `${at}/cards/${card}` : essay !== null ? `${at}/${essay}#${place}` : at,
  };
}

/** What moderators wrote, or else what their reason says. */
const wordsOf = ({ reason, note }: NonNullable<Row['grounds']>): string | null =>
  shortened(note) || (isReason(reason) ? reasons[reason].told : '') || null;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= mostWords) return line;
  return `${line
    .slice(0, mostWords)
    .replace(/\s+\S*$/u, '')
    .toWellFormed()}…`;
}
