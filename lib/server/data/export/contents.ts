import 'server-only';
import type { CorpusCard } from '@/lib/core/corpus/corpus';
import type { Cells, Snapshot } from '@/lib/server/data/database';
import { standingDecision } from '@/lib/server/data/moderation/standing-decision';
import type { Chosen } from './chosen';
import type { Consents } from './consents';
import type { ListedDecision } from './corpus-adjudications';
import { checkNames } from './corpus-coverage';
import type { ListedDocument } from './corpus-documents';

/**
 * What a corpus holds, as hashes of names, one for each thing in it that may be taken back: by its author, by whoever may hide
 * it, with the leave for a text, or because the viewer may no longer see it. A file is given out as long as all that it held
 * when it was made would still come. What was added or reworded since does not matter to it.
 */
export interface Contents {
  keys(): AsyncGenerator<Cells[]>;
  /** Whether a kept export, by its id, holds anything that is not in this corpus, or does not say what it holds. */
  lacks(kept: string): Promise<boolean>;
}

interface Listed {
  documents: readonly ListedDocument[];
  cards: readonly CorpusCard[];
  decisions: readonly ListedDecision[];
  consents: Pick<Consents, 'chosen'>;
}

export function contentsOf(snapshot: Snapshot, chosen: Chosen, listed: Listed): Contents {
  const sql = hashes(chosen);
  const values = async () => {
    const checks = await checkNames(snapshot, chosen, listed.documents);
    return [
      ...chosen.values,
      listed.documents.map(({ essay }) => essay),
      [...listedNames(listed), ...checks.map((check) => `check ${check}`)],
    ];
  };
  return {
    async *keys() {
      yield* snapshot.batches(sql, await values());
    },
    async lacks(kept) {
      const given = [...(await values()), kept];
      const [row] = await snapshot.query<{ lacks: boolean }>(
        `WITH kept AS (SELECT unnest(keys) AS key FROM export_content WHERE export_id = $${given.length}::uuid)
         SELECT NOT EXISTS (SELECT FROM kept) OR EXISTS (SELECT key FROM kept EXCEPT ${sql}) AS lacks`,
        given,
      );
      return row?.lacks ?? true;
    },
  };
}

/**
 * Of 64 bits: of a billion things none is taken for another. What moderators let through after it was held may have other
 * words than it had before, which nobody is to see: it is another thing from then on.
 */
const hashes = ({ annotations, replies, values, has, byThen, stays }: Chosen) => `
  (WITH let (id, version) AS (
    SELECT e.subject_id, max(e.version) FROM moderation_entry e
    WHERE e.group_id = $1::uuid AND e.verb = 'approve' AND e.before IN ('pending', 'removed') AND ${standingDecision}
    GROUP BY e.subject_id
  ), marked AS (
    SELECT a.id FROM annotation a WHERE ${annotations} AND a.essay_id = ANY($${values.length + 1}::uuid[])
  ), said AS (
    SELECT r.id FROM marked m JOIN reply r ON r.annotation_id = m.id JOIN annotation a ON a.id = m.id
    WHERE ${has('replies')} AND ${replies}
  ), held (name) AS (
    SELECT concat_ws(' ', 'annotation', id, version) FROM marked LEFT JOIN let USING (id)
    UNION ALL SELECT concat_ws(' ', 'reply', id, version) FROM said LEFT JOIN let USING (id)
    UNION ALL SELECT concat_ws(' ', x.kind, x.user_id, m.id) FROM marked m JOIN reaction x ON x.annotation_id = m.id
      WHERE ${stays('x.user_id')} AND ${byThen('x.created_at')}
    UNION ALL SELECT concat_ws(' ', x.kind, x.user_id, s.id) FROM said s JOIN reaction x ON x.reply_id = s.id
      WHERE ${stays('x.user_id')} AND ${byThen('x.created_at')}
    UNION ALL SELECT unnest($${values.length + 2}::text[])
  ) SELECT hashtextextended(name, 0) FROM held)`;

/** Of what is read before the first record. A text is there by its words, too, where they come. */
const listedNames = ({ documents, cards, decisions, consents }: Listed): string[] => [
  `consents ${consents.chosen}`,
  ...documents.flatMap(({ essay, isShared }) => [`essay ${essay}`, ...(isShared ? [`text ${essay}`] : [])]),
  ...cards.flatMap(cardNames),
  ...decisions.map(({ id }) => `decision ${id}`),
];

/**
 * Words of an answer or a relation can be held while the thing itself stays. Somebody who changes their mind takes nothing back
 * but the words they gave, which may have been held since.
 */
export const cardNames = ({
  id,
  wordings,
  aliases,
  occurrences,
  relations,
  positions,
  beliefs,
}: CorpusCard): string[] => [
  `card ${id}`,
  ...wordings.map(({ version }) => `wording ${id} ${version}`),
  ...aliases.map((alias) => `alias ${alias.id}`),
  ...occurrences.map((occurrence) => `occurrence ${occurrence.id}`),
  ...relations.flatMap((relation) => named('relation', relation.id, relation.rationale)),
  ...positions.flatMap((position) => [
    `position ${id} ${position.person.id}`,
    ...wordsOf(position.id, position.reason + position.wouldChangeMind),
  ]),
  ...beliefs.map(({ target }) => `belief ${id} ${target}`),
];

const named = (kind: string, id: string, words: string) => [`${kind} ${id}`, ...wordsOf(id, words)];

const wordsOf = (id: string, words: string) => (words === '' ? [] : [`words of ${id}`]);
