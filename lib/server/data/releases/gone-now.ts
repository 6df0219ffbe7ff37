import 'server-only';
import type { CorpusCard, CorpusRecord } from '@/lib/core/corpus/corpus';
import { query } from '@/lib/server/data/database';
import { rationaleHeld, reasonHeld } from '@/lib/server/data/moderation/held-words';
import { standingDecision } from '@/lib/server/data/moderation/standing-decision';
import { isUnseenAnnotation, isUnseenReply } from './kept-out';

/**
 * SQL: moderators took thing `x.id` down after time $2, and did not think better of it. That counts also where its author
 * wrote other words since, which they let through: what was frozen are the words that they took down.
 */
const takenDown = `EXISTS (SELECT 1 FROM moderation_entry e
  WHERE e.subject_id = x.id AND e.verb IN ('hide', 'remove') AND e.created_at > $2::timestamptz AND ${standingDecision}
    AND NOT EXISTS (SELECT 1 FROM moderation_entry f WHERE f.subject_id = e.subject_id AND f.id > e.id
      AND f.verb = 'approve' AND f.version = e.version
      AND NOT EXISTS (SELECT 1 FROM moderation_entry z WHERE z.undoes_id = f.id)))`;

/**
 * What went with its essay, or its author's account, stays as it was seen at the end; in what was frozen by time $2. What a
 * moderator imported anew after that is part of the group again, and of what is frozen then. An id may be another group's,
 * too: $3 is the one that it is asked of.
 */
const keptOut =
  'EXISTS (SELECT 1 FROM kept_out k WHERE k.id = x.id AND k.group_id = $3::uuid AND k.created_at >= $2::timestamptz)';

const from = 'SELECT x.id FROM unnest($1::uuid[]) x (id)';

const gone = {
  annotation: `${from} LEFT JOIN annotation a ON a.id = x.id
    WHERE ${isUnseenAnnotation('a')} OR ${keptOut} OR ${takenDown}`,
  reply: `${from} LEFT JOIN reply r ON r.id = x.id
    WHERE ${isUnseenReply('r')} OR ${keptOut} OR ${takenDown}`,
  document: `${from} WHERE ${keptOut}`,
  card: `${from} LEFT JOIN card c ON c.id = x.id WHERE c.held IS NOT NULL OR ${takenDown}`,
  // Answers are only ever deleted with their author's account, and then mean nothing any more.
  position: `${from} LEFT JOIN position p ON p.id = x.id WHERE p.id IS NULL AND $2::timestamptz IS NOT NULL`,
};

const silent = {
  position: `${from} JOIN position p ON p.id = x.id WHERE ${reasonHeld('p')} IS NOT NULL AND $2::timestamptz IS NOT NULL`,
  relation: `${from} LEFT JOIN relation r ON r.id = x.id
    WHERE (r.id IS NOT NULL AND ${rationaleHeld('r')} IS NOT NULL) OR ${takenDown}`,
};

/** What is its author's as long as they do not ask to be left out: wordings by `CARD VERSION`. */
const theirs = {
  alias: `${from} JOIN card c ON c.id = x.id WHERE c.created_by_id = ANY($2::uuid[])`,
  wording: `SELECT w.card_id || ' ' || w.version AS id FROM card_revision w
    WHERE w.card_id = ANY($1::uuid[]) AND w.editor_id = ANY($2::uuid[])`,
};

async function found(
  name: string,
  sql: string,
  [ids, ...rest]: [ids: string[], ...unknown[]],
): Promise<string[]> {
  if (ids.length === 0) return [];
  return (await query<{ id: string }>(name, sql, [ids, ...rest])).map(({ id }) => id);
}

/**
 * Of some records of a release of a group that was frozen at a time: what others do not see any more, whose words are hidden, and
 * what those wrote who are left out (ids of users) and is not the group's.
 */
export async function goneNow(
  records: readonly CorpusRecord[],
  { group, frozen, leftOut }: { group: string; frozen: string; leftOut: string[] },
): Promise<{ gone: string[]; silent: string[]; withheld: string[] }> {
  const annotations = records.filter((record) => record.kind === 'annotation');
  const documents = records.filter((record) => record.kind === 'document');
  const cards = records.filter((record): record is CorpusCard => record.kind === 'card');
  const ids = (of: readonly { id: string }[]) => of.map(({ id }) => id);
  const replies = ids(annotations.flatMap((annotation) => annotation.replies.filter(({ words }) => words)));
  const positions = ids(cards.flatMap((card) => card.positions));
  return {
    gone: [
      ...(await found('gone-annotations', gone.annotation, [ids(annotations), frozen, group])),
      ...(await found('gone-replies', gone.reply, [replies, frozen, group])),
      ...(await found('gone-documents', gone.document, [ids(documents), frozen, group])),
      ...(await found('gone-cards', gone.card, [
        ids(cards.flatMap((card) => [card, ...card.aliases])),
        frozen,
      ])),
      ...(await found('gone-positions', gone.position, [positions, frozen])),
    ],
    silent: [
      ...(await found('silent-positions', silent.position, [positions, frozen])),
      ...(await found('silent-relations', silent.relation, [
        ids(cards.flatMap((card) => card.relations)),
        frozen,
      ])),
    ],
    withheld:
      leftOut.length === 0
        ? []
        : [
            ...(await found('withheld-cards', theirs.alias, [
              ids(cards.flatMap((card) => card.aliases)),
              leftOut,
            ])),
            ...(await found('withheld-wordings', theirs.wording, [ids(cards), leftOut])),
          ],
  };
}
