import 'server-only';
import { may } from '@/lib/core/access/permissions';
import type { SimilarCard } from '@/lib/core/api/cards';
import { cardShownTo } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import { groupFor } from '@/lib/server/data/group-scope';
import { threadFor } from '@/lib/server/data/thread';
import type { Viewer } from '@/lib/server/data/viewer';
import { annotationKnownTo } from './card-rows';

/** Most that are shown; whoever needs more searches. */
const most = 8;
/** pg_trgm similarity from which two statements count as nearly the same. */
const alike = 0.3;
/** Share of what was said, rare words counting more, from which a card that has it counts as near. */
const near = 0.5;
/** How many are compared letter by letter, which takes some 8 µs each. */
const likeliest = 60;

/** The longest words are the rarest; no statement has more that tell anything. */
const mostWords = 40;
/** Its beginning stands for a word and its other endings: "deceives" finds "deceived". */
const beginning = `replace(replace(left(lexeme, greatest(4, ceil(length(lexeme) * 0.65)::int)), '\\', '\\\\'), '''', '''''')`;

const eyes = { viewer: '$4::uuid', moderates: '$5::boolean' };

/**
 * By words and by passages that overlap with the annotation's. Each word is looked up by itself and weighs by how few
 * cards have it (Spärck Jones 1972): those that everybody uses would find everything. The likeliest are compared by
 * their letters (trigrams). The order is: shared passages, then letters, then words.
 */
const sql = `
  WITH passage AS MATERIALIZED (
    SELECT x.annotation_id FROM anchor own
    JOIN anchor x ON x.essay_version_id = own.essay_version_id AND x.start < own."end" AND x."end" > own.start
    WHERE own.annotation_id = $3::uuid
  ), shared AS (
    SELECT o.card_id AS id, count(DISTINCT a.id)::int AS n FROM passage
    JOIN annotation a ON a.id = passage.annotation_id AND a.group_id = $1::uuid AND ${annotationKnownTo('$4::uuid')}
    JOIN occurrence o ON o.annotation_id = a.id GROUP BY o.card_id
  ), said AS MATERIALIZED (
    SELECT lexeme, ('''' || ${beginning} || CASE WHEN length(lexeme) < 5 THEN '''' ELSE ''':*' END)::tsquery AS word
    FROM unnest(to_tsvector('simple', $2)) ORDER BY length(lexeme) DESC, lexeme LIMIT ${mostWords}
  ), met AS MATERIALIZED (
    SELECT said.lexeme, c.id FROM said JOIN card c ON c.group_id = $1::uuid AND ${cardShownTo(eyes)}
      AND to_tsvector('simple', c.statement || ' ' || c.details) @@ said.word
  ), weighed AS MATERIALIZED (
    SELECT lexeme, ln(1 + (SELECT count(*) FROM card WHERE group_id = $1::uuid)::float8 / (1 + count(met.id))) AS weight
    FROM said LEFT JOIN met USING (lexeme) GROUP BY lexeme
  ), likely AS (
    SELECT id, sum(weight) / (SELECT sum(weight) FROM weighed) AS share FROM met JOIN weighed USING (lexeme)
    GROUP BY id ORDER BY share DESC, id LIMIT ${likeliest}
  )
  SELECT c.id, c.number, c.kind, c.statement, c.status, similarity(c.statement, $2) AS similarity,
    coalesce(shared.n, 0) AS "sharedPassages"
  FROM likely FULL JOIN shared USING (id) JOIN card c USING (id)
  WHERE c.status NOT IN ('merged', 'archived') AND ${cardShownTo(eyes)}
    AND (shared.n > 0 OR similarity(c.statement, $2) >= ${alike} OR likely.share >= ${near})
  ORDER BY coalesce(shared.n, 0) > 0 DESC, similarity DESC, likely.share DESC NULLS LAST, c.number
  LIMIT ${most}`;

/** Cards of the group that may say the same already, nearest first. */
export async function similarCards(
  viewer: Viewer,
  group: string,
  { statement, annotation }: { statement: string; annotation?: string | undefined },
): Promise<SimilarCard[]> {
  const scope = await groupFor(viewer, group, 'card.read');
  const { id } = scope;
  const thread = annotation === undefined ? null : await threadFor(viewer, annotation);
  const passage = thread?.id === id ? thread.annotation : null;
  return query<SimilarCard>('similar-cards', sql, [
    id,
    statement,
    passage,
    viewer.user?.id ?? null,
    may('moderation.review', scope),
  ]);
}
