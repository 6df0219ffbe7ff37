import 'server-only';
import { rolesThatMay } from '@/lib/core/access/permissions';
import type { JumpTarget } from '@/lib/core/api/search';
import { cardShownTo } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import type { Viewer } from '@/lib/server/data/viewer';

/** Of each kind, and in all. */
const [mostOfKind, most] = [8, 20];

/** What being in the group that one is in is worth: more than the kind, less than a better place in the name. */
const here = `CASE WHEN $5 IN (g.slug, g.id::text) THEN 0.25 ELSE 0 END`;

/**
 * What was typed and the names are compared without case and accents. "Named" is what has all words, the better the nearer
 * they stand to how they were typed: at the beginning, at that of a word, each at that of a word, anywhere. Of signs alone
 * the whole counts as a word. What is "alike" has much the same letters.
 * $1 viewer, $2 roles that may read, $3 roles that moderate, $4 what was typed, $5 the group that one is in.
 */
const sql = `
  WITH typed AS (
    SELECT text, pattern || '%' AS begin, ARRAY(SELECT '\\m' || word FROM unnest(words) word) AS begins,
      CASE words WHEN '{}' THEN ARRAY['%' || pattern || '%'] ELSE ARRAY(SELECT '%' || word || '%' FROM unnest(words) word) END AS has
    FROM (SELECT btrim(lower(search_folded($4))) AS text) t,
      LATERAL (SELECT regexp_replace(text, '([\\\\%_])', '\\\\\\1', 'g') AS pattern) p,
      LATERAL (SELECT array_remove(regexp_split_to_array(search_plain(text), '\\s+'), '') AS words) w
    WHERE text <> ''),
  g AS (
    SELECT g.id, g.slug, g.name, m.role IS NOT NULL AS "isMine", coalesce(m.role = ANY($3::text[]), false) AS moderates
    FROM "group" g LEFT JOIN membership m ON m.group_id = g.id AND m.user_id = $1::uuid
    WHERE g.visibility = 'public' OR m.role = ANY($2::text[])),
  readable AS (
    SELECT 'group' AS kind, g.name AS label, '' AS detail, '/g/' || g.slug AS path, 0.1 + ${here} AS worth FROM g
    UNION ALL
    SELECT 'essay', e.title, g.name, '/g/' || g.slug || '/' || l.slug, ${here}
    FROM g JOIN reading_list_entry l ON l.group_id = g.id JOIN essay e ON e.id = l.essay_id
    UNION ALL
    SELECT 'card', c.statement, g.name || ' · ' || c.number, '/g/' || g.slug || '/cards/' || c.number, -0.1 + ${here}
    FROM g JOIN card c ON c.group_id = g.id
    WHERE c.status <> 'merged' AND ${cardShownTo({ viewer: '$1::uuid', moderates: 'g.moderates' })}
    UNION ALL
    SELECT 'person', u.name, g.name, '/search?person=' || u.id || '&group=' || g.slug, ${here}
    FROM g JOIN membership m ON m.group_id = g.id JOIN "user" u ON u.id = m.user_id AND u.deleted_at IS NULL WHERE g."isMine"),
  folded AS MATERIALIZED (SELECT *, lower(search_folded(label)) AS name FROM readable),
  named AS MATERIALIZED (
    SELECT folded.*, CASE WHEN name LIKE begin THEN 2.4 WHEN ' ' || name LIKE '% ' || begin THEN 2
      WHEN name ~ ALL (begins) THEN 1.6 ELSE 1.2 END AS fit
    FROM folded, typed WHERE name LIKE ALL (has)),
  alike AS MATERIALIZED (
    SELECT folded.*, word_similarity(text, name) AS fit FROM folded, typed WHERE NOT EXISTS (SELECT FROM named)),
  fitting AS (
    SELECT *, fit + worth AS rank, row_number() OVER (PARTITION BY kind ORDER BY fit + worth DESC, label, path) AS place
    FROM (SELECT * FROM named UNION ALL SELECT * FROM alike WHERE fit >= 0.45) f)
  SELECT kind, label, detail, path FROM fitting WHERE place <= ${mostOfKind} ORDER BY rank DESC, kind, label, path LIMIT ${most}`;

/** $1 viewer, $2 roles that may read: essays they read last, then their groups. */
const recentSql = `
  (SELECT 'essay' AS kind, e.title AS label, g.name AS detail, '/g/' || g.slug || '/' || l.slug AS path
    FROM read_mark r JOIN reading_list_entry l ON l.group_id = r.group_id AND l.essay_id = r.essay_id
    JOIN essay e ON e.id = l.essay_id JOIN "group" g ON g.id = l.group_id
    LEFT JOIN membership m ON m.group_id = g.id AND m.user_id = r.user_id
    WHERE r.user_id = $1::uuid AND (g.visibility = 'public' OR m.role = ANY($2::text[]))
    ORDER BY r.read_at DESC LIMIT ${mostOfKind})
  UNION ALL
  (SELECT 'group', g.name, '', '/g/' || g.slug FROM membership m JOIN "group" g ON g.id = m.group_id
    WHERE m.user_id = $1::uuid AND m.role = ANY($2::text[]) ORDER BY m.joined_at DESC LIMIT ${mostOfKind})`;

/**
 * What somebody may go to by the words of its name, or parts of them, in any order: groups and their essays, cards, and
 * people of their own groups. What has much the same letters is for whoever made a slip: it comes only where no name has
 * all the words. While nothing is typed, what they read last. What is in `group` (slug or id) comes before what fits as
 * well elsewhere.
 */
export async function jumpTargets(viewer: Viewer, q: string, group?: string): Promise<JumpTarget[]> {
  const readable = [viewer.user?.id ?? null, rolesThatMay('group.read')];
  if (q === '') return toldApart(await query<JumpTarget>('jump-recent', recentSql, readable));
  const parameters = [...readable, rolesThatMay('moderation.review'), q, group ?? null];
  return toldApart(await query<JumpTarget>('jump', sql, parameters));
}

/** Where two read alike, their groups tell them apart; in one group, the last part of the address, which of people says nothing. */
const toldApart = (targets: readonly JumpTarget[]): JumpTarget[] =>
  distinguished(distinguished(targets, groupOf), ({ kind, path }) =>
    kind === 'person' ? '' : path.split('/').at(-1)!,
  );

const groupOf = ({ path }: JumpTarget): string => /(?:^\/g\/|&group=)([^/&]+)/.exec(path)![1]!;

/** Of those that read alike, each with the mark of its own behind it, where they have different ones. */
const distinguished = (targets: readonly JumpTarget[], markOf: (one: JumpTarget) => string): JumpTarget[] =>
  targets.map((target) => {
    const { kind, label, detail } = target;
    const mark = markOf(target);
    const isAlone = targets.every(
      (other) =>
        other.kind !== kind || other.label !== label || other.detail !== detail || markOf(other) === mark,
    );
    return isAlone ? target : { ...target, detail: [detail, mark].filter(Boolean).join(' · ') };
  });
