import 'server-only';
import type { CorpusHead } from '@/lib/core/corpus/corpus';
import { guarded } from '@/lib/core/export/export-format';
import type { Snapshot } from '@/lib/server/data/database';
import { type Asking, type Chosen, chosenBy } from './chosen';
import { corpusDocuments } from './corpus-documents';

const sql = ({ annotations, replies, cards, values, takes, has }: Chosen) => `
  WITH marked AS (
    SELECT a.id, a.visibility, a.held FROM annotation a WHERE ${annotations} AND a.essay_id = ANY($${values.length + 1}::uuid[])
  ) SELECT count(*) FILTER (WHERE visibility = 'private')::int AS private,
    count(*) FILTER (WHERE visibility = 'group' AND held IS NOT NULL)::int AS annotations,
    (SELECT count(*)::int FROM marked m JOIN annotation a ON a.id = m.id JOIN reply r ON r.annotation_id = a.id
      WHERE ${has('replies')} AND a.held IS NULL AND ${replies} AND r.held IS NOT NULL) AS replies,
    (SELECT count(*)::int FROM card c WHERE ${cards} AND c.held IS NOT NULL
      AND ${takes.partly.includes('cards') ? 'EXISTS (SELECT FROM occurrence o JOIN marked m ON m.id = o.annotation_id WHERE o.card_id = c.id)' : 'true'}) AS cards
  FROM marked`;

/** How much was chosen that does not come, as the format could not say that it is private or held; undefined where nothing is. */
export async function countUntold(
  snapshot: Snapshot,
  asking: Asking,
  leftOut: readonly string[],
): Promise<CorpusHead['untold']> {
  const { choice, takes } = asking;
  const isUntold = (one: (typeof guarded)[number]) => !takes.tells.includes(one);
  const isAskedFor =
    (isUntold('private') && choice.visibility !== 'group') ||
    (isUntold('held') && choice.parts.includes('moderation'));
  if (!isAskedFor) return undefined;
  const whole = chosenBy({ ...asking, takes: { ...takes, tells: guarded } }, leftOut);
  const documents = await corpusDocuments(snapshot, whole);
  const coming = documents.filter(({ isShared }) => isShared || takes.withoutText === 'quotations');
  const [row] = await snapshot.query<{
    private: number;
    annotations: number;
    replies: number;
    cards: number;
  }>(sql(whole), [...whole.values, coming.map(({ essay }) => essay)]);
  const { private: own = 0, ...held } = row ?? { annotations: 0, replies: 0, cards: 0 };
  return {
    private: isUntold('private') ? own : 0,
    held: isUntold('held') ? held : { annotations: 0, replies: 0, cards: 0 },
  };
}
