import 'server-only';
import type { Judge } from '@/lib/core/agreement/annotated-text';
import type { TextMark } from '@/lib/core/agreement/contested-sentences';
import { byId } from '@/lib/core/crux/grouped';
import { annotationShownTo, everybody } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import { type EssayState, whoLooked } from './essay-states';

interface Row {
  id: string;
  author: string;
  /** UTF-16; null where it has no place in this text. */
  start: number | null;
  end: number | null;
  tags: string[];
  round: string | null;
}

/** What everybody sees, of $4 alone unless that is null: nothing private, held or deleted. */
const sql = `
  SELECT a.id, a.author_id AS author, a.round_id AS round, x.start, x."end", ARRAY(
    SELECT t.slug FROM annotation_tag y JOIN tag t ON t.id = y.tag_id
    WHERE y.annotation_id = a.id AND t.retired_at IS NULL ORDER BY t.position, t.slug) AS tags
  FROM annotation a LEFT JOIN anchor x ON x.annotation_id = a.id AND x.essay_version_id = $3::uuid
  WHERE a.group_id = $1::uuid AND a.essay_id = $2::uuid AND ${annotationShownTo(everybody)}
    AND ($4::uuid[] IS NULL OR a.author_id = ANY($4::uuid[])) ORDER BY a.id`;

export interface EssayMark extends TextMark {
  /** Id of the round in which it was made blind. */
  round: string | null;
}

/** What an essay's readers left in its newest text. Offsets are UTF-16. */
export interface EssayMarks {
  /** Those with a tag in use. */
  marks: EssayMark[];
  /** Ids of those who annotated any of its texts, with or without a tag. */
  authors: string[];
  /** They, and who looked through it and found nothing, by id. */
  readers: Judge[];
}

/** The marks of an essay and who judged it; or of these people alone, by their ids. */
export async function marksIn(
  state: EssayState,
  people: readonly string[] | null = null,
): Promise<EssayMarks> {
  // One after the other: whoever decides on them asks in a transaction.
  const rows = await query<Row>('agreement-marks', sql, [state.group, state.id, state.versionId, people]);
  const looked = await whoLooked(state);
  const marks = rows.flatMap(({ start, end, ...rest }) =>
    start !== null && end !== null && rest.tags.length > 0 ? [{ ...rest, start, end }] : [],
  );
  const authors = [...new Set(rows.map(({ author }) => author))];
  const readers = new Map<string, Judge>();
  for (const judge of looked) if (!people || people.includes(judge.id)) readers.set(judge.id, judge);
  // Whoever marks a text reads it for everything.
  for (const id of authors) readers.set(id, { id });
  return { marks, authors, readers: [...readers.values()].sort((a, b) => byId(a.id, b.id)) };
}

/** Ids of those who tagged anything in the newest texts of these essays, all of one group. */
export async function taggersOf(states: readonly EssayState[]): Promise<Set<string>> {
  const rows = await query<{ author: string }>(
    'agreement-taggers',
    `SELECT DISTINCT a.author_id AS author FROM annotation a
     JOIN anchor x ON x.annotation_id = a.id AND x.essay_version_id = ANY($2::uuid[]) AND x.start IS NOT NULL
     WHERE a.group_id = $1::uuid AND ${annotationShownTo(everybody)} AND EXISTS (SELECT 1 FROM annotation_tag y
       JOIN tag t ON t.id = y.tag_id WHERE y.annotation_id = a.id AND t.retired_at IS NULL)`,
    [states[0]?.group ?? null, states.map(({ versionId }) => versionId)],
  );
  return new Set(rows.map(({ author }) => author));
}
