import 'server-only';
import { query } from '@/lib/server/data/database';
import { standingDecision } from './standing-decision';

/**
 * SQL: whether others never were to see the words of a version, which came before those that a moderator let through:
 * what was hidden, or waited, does not come back by way of the history. Two expressions: the subject's id, the version.
 */
export const isUnseenVersion = (subject: string, version: string): string => `(
  EXISTS (SELECT 1 FROM moderation_entry e WHERE e.subject_id = ${subject} AND e.version > ${version}
    AND e.verb = 'approve' AND e.before IN ('pending', 'removed') AND ${standingDecision})
  AND (SELECT e.verb FROM moderation_entry e WHERE e.subject_id = ${subject} AND e.version = ${version}
    AND ${standingDecision} ORDER BY e.id DESC LIMIT 1) IS DISTINCT FROM 'approve')`;

/** SQL: whether a moderator decided that wording `w` of a card (card_revision) may be seen, the last time one did while it stood. */
const wasLetThrough = (w: string, until: string) => `(
  (SELECT e.verb FROM moderation_entry e WHERE e.subject_id = ${w}.card_id AND ${standingDecision}
    AND e.created_at >= ${w}.created_at AND e.created_at < ${until} ORDER BY e.id DESC LIMIT 1) IS NOT DISTINCT FROM 'approve')`;

/** SQL: the same of wording `w` of a card, whose place another took. As the history of the card has it, step by step. */
export const isUnseenWording = (w: string): string => `EXISTS (
  SELECT 1 FROM card_revision next
  WHERE next.card_id = ${w}.card_id AND next.version =
      (SELECT min(version) FROM card_revision WHERE card_id = ${w}.card_id AND version > ${w}.version)
    AND NOT ${wasLetThrough(w, 'next.created_at')}
    AND EXISTS (SELECT 1 FROM moderation_entry e WHERE e.subject_id = ${w}.card_id AND e.verb = 'approve'
      AND e.before = 'pending' AND e.created_at >= next.created_at AND ${standingDecision}))`;

/** A card's version counts other steps too, so its rewordings and decisions are put in order by their ids (UUIDv7). */
const unseenSteps = `
  WITH reworded AS (
    SELECT id FROM card_event
    WHERE card_id = $1::uuid AND before ?| ARRAY['statement', 'details', 'operationalization']
  ), decided AS (
    SELECT e.id, e.verb, e.before FROM moderation_entry e WHERE e.subject_id = $1::uuid AND ${standingDecision}
  )
  SELECT w.id FROM reworded w JOIN LATERAL (
    SELECT id FROM decided WHERE id > w.id AND verb = 'approve' AND before = 'pending' ORDER BY id LIMIT 1) let ON true
  WHERE EXISTS (SELECT 1 FROM reworded next WHERE next.id > w.id AND next.id < let.id)
    OR (SELECT verb FROM decided WHERE id < w.id ORDER BY id DESC LIMIT 1) IS DISTINCT FROM 'approve'`;

/** The steps of a card that tell of such words. */
export async function stepsWithUnseenWords(card: string): Promise<ReadonlySet<string>> {
  const rows = await query<{ id: string }>('unseen-steps', unseenSteps, [card]);
  return new Set(rows.map(({ id }) => id));
}
