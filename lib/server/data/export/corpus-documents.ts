import 'server-only';
import { may } from '@/lib/core/access/permissions';
import type { UnlicensedText } from '@/lib/core/api/export';
import type { CorpusDocument } from '@/lib/core/corpus/corpus';
import { openLicence } from '@/lib/core/corpus/open-licence';
import type { EssayDocument } from '@/lib/core/essay/document';
import type { Snapshot } from '@/lib/server/data/database';
import { wireTime } from '@/lib/server/data/wire-time';
import type { Chosen } from './chosen';

/** A version that comes, before its text is read. */
export interface ListedDocument extends Omit<CorpusDocument, 'text' | 'structure'> {
  /** Its text may be passed on. */
  isShared: boolean;
  /** Members may take it along without an open licence. */
  shareText: boolean;
  /** Who put the essay on the list. */
  addedBy: string | null;
  /** Another version of the essay comes too, or exists. */
  hasOthers: boolean;
  /** Last change of it, of its place on the list, and in a thread on it. */
  changed: string;
}

type Row = Omit<ListedDocument, 'kind' | 'isShared'>;

/** Who put an essay on its list: whoever its first text is by. */
export const addedBy = (essay: string) =>
  `(SELECT created_by_id FROM essay_version WHERE essay_id = ${essay} ORDER BY number LIMIT 1)`;

/** Last change of what comes of a thread; what happened in it later than was asked for is not among that. */
const lastActive = ({ choice, byThen }: Chosen) =>
  choice.asOf === undefined
    ? 'max(greatest(a.active_at, a.created_at))'
    : `max(greatest(a.created_at, a.edited_at, CASE WHEN ${byThen('a.resolved_at')} THEN a.resolved_at END,
        (SELECT max(greatest(r.created_at, r.edited_at)) FROM reply r
         WHERE r.annotation_id = a.id AND ${byThen('r.created_at')})))`;

/** One version each is the rule, and looking every annotation's up takes as long as counting them twice. */
const sql = (chosen: Chosen) => {
  const { annotations, essay, values, byThen } = chosen;
  const active = lastActive(chosen);
  const only = essay === null ? 'true' : `e.essay_id = $${values.length + 1}::uuid`;
  return `
  WITH listed AS (
    SELECT e.essay_id, e.slug, e.position, e.added_at, e.changed_at, e.share_text,
      (SELECT count(*) FROM essay_version v WHERE v.essay_id = e.essay_id) > 1 AS has_others
    FROM reading_list_entry e WHERE e.group_id = $1::uuid AND ${only}
  ), counted AS (
    SELECT a.essay_id, NULL::uuid AS version, count(*)::int AS n, ${active} AS active
    FROM annotation a JOIN listed l ON l.essay_id = a.essay_id AND NOT l.has_others WHERE ${annotations} GROUP BY 1
    UNION ALL
    SELECT a.essay_id, t.essay_version_id, count(*)::int, ${active}
    FROM annotation a JOIN listed l ON l.essay_id = a.essay_id AND l.has_others
    JOIN target t ON t.annotation_id = a.id WHERE ${annotations} GROUP BY 1, 2
  )
  SELECT v.id, y.id AS essay, l.slug, v.number, y.title, y.authors, y.source_url AS url, y.licence, y.language, v.sha256,
    ${wireTime('v.created_at')} AS created, coalesce(c.n, 0) AS annotations, l.share_text AS "shareText",
    ${addedBy('y.id')} AS "addedBy", l.has_others AS "hasOthers",
    ${wireTime('greatest(v.created_at, y.changed_at, l.changed_at, c.active)')} AS changed
  FROM listed l JOIN essay y ON y.id = l.essay_id JOIN essay_version v ON v.essay_id = y.id
  LEFT JOIN counted c ON c.essay_id = y.id AND coalesce(c.version, v.id) = v.id
  WHERE c.n > 0 OR (${byThen('l.added_at')} AND v.number =
    (SELECT max(w.number) FROM essay_version w WHERE w.essay_id = y.id AND ${byThen('w.created_at')}))
  ORDER BY l.position, l.added_at, y.id, v.number`;
};

/**
 * The versions that come: those that chosen annotations were made on, and the newest of each essay. A text without an open
 * licence is for members of the group, where it was added with leave to take it along.
 */
export async function corpusDocuments(snapshot: Snapshot, chosen: Chosen): Promise<ListedDocument[]> {
  const { essay, values, choice } = chosen;
  const rows = await snapshot.query<Row>(sql(chosen), essay === null ? values : [...values, essay]);
  return rows
    .filter(({ annotations }) => annotations > 0 || choice.scope === 'group')
    .map((row) => ({ kind: 'document', ...row, isShared: isPassedOn(chosen, row) }));
}

/** The essays among them without an open licence, each once: whether their texts come, and who may say so. */
export function unlicensedTexts(
  { group, viewer, has }: Chosen,
  documents: readonly ListedDocument[],
): UnlicensedText[] {
  if (!has('texts')) return [];
  const texts = documents
    .filter(({ licence }) => openLicence(licence) === null)
    .map(({ essay, title, licence, isShared, shareText, addedBy }) => {
      const own = shareText && viewer !== null && addedBy === viewer;
      return { essay, title, licence, comes: isShared, mayShare: may('essay.share', { ...group, own }) };
    });
  return [...new Map(texts.map((text) => [text.essay, text])).values()];
}

const isPassedOn = ({ group, has }: Chosen, { licence, shareText }: Pick<Row, 'licence' | 'shareText'>) =>
  has('texts') && (openLicence(licence) !== null || (shareText && group.role !== 'stranger'));

/** The text of a version, and its structure; passages are cut from it also where it is not passed on. */
export async function textOf(snapshot: Snapshot, version: string) {
  const [row] = await snapshot.query<{ text: string; structure: EssayDocument }>(
    'SELECT text, document AS structure FROM essay_version WHERE id = $1::uuid',
    [version],
  );
  return row!;
}
